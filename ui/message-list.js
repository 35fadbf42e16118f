// The messages known to the window, newest first, from pages and from news. Pure.

/** @import { MessagePage, MessageView } from "./types.d.ts" */

/** News of a message is newer than a page that was asked for before it. */
export function makeMessageList() {
  /** @type {Map<number, MessageView>} */
  const messages = new Map();
  /** @type {Set<number>} */
  const changedWhileLoading = new Set();
  let loaded = false;
  let more = false;

  /** @returns {MessageView[]} */
  function all() {
    return [...messages.values()].sort((one, other) => other.id - one.id);
  }

  function oldest() {
    return loaded && messages.size > 0 ? Math.min(...messages.keys()) : null;
  }

  /** @param {MessagePage} page */
  function add(page) {
    for (const message of page.messages) {
      if (!changedWhileLoading.has(message.id)) messages.set(message.id, message);
    }
    loaded = true;
    more = page.more;
  }

  /** @param {MessageView} message */
  function change(message) {
    changedWhileLoading.add(message.id);
    if (messages.has(message.id) || belongsHere(message.id)) messages.set(message.id, message);
  }

  /**
   * A message older than the last page comes with its own page.
   * @param {number} id
   */
  function belongsHere(id) {
    return !loaded || !more || id > (oldest() ?? 0);
  }

  return {
    all, oldest, add, change,
    beginLoading: () => changedWhileLoading.clear(),
    loaded: () => loaded,
    more: () => more,
  };
}
