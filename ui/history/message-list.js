// The messages known to the window, newest first, from pages and from news. Pure.

/** @import { MessagePage, MessageView } from "../types.d.ts" */

/** News of a message is newer than a page that was asked for before it. */
export function makeMessageList() {
  /** @type {Map<number, MessageView>} */
  let messages = new Map();
  /** @type {MessageView[] | null} */
  let sorted = null;
  /** @type {Set<number>} */
  const changedWhileLoading = new Set();
  let loaded = false;
  let more = false;

  /** @returns {MessageView[]} */
  function all() {
    sorted ??= [...messages.values()].sort((one, other) => other.id - one.id);
    return sorted;
  }

  function oldest() {
    return loaded ? (all().at(-1)?.id ?? null) : null;
  }

  /** @param {MessagePage} page */
  function add(page) {
    for (const message of page.messages) {
      if (!changedWhileLoading.has(message.id)) messages.set(message.id, message);
    }
    sorted = null;
    loaded = true;
    more = page.more;
  }

  /**
   * The first page of another question.
   * @param {MessagePage} page
   */
  function replace(page) {
    messages = new Map([...messages].filter(([id]) => changedWhileLoading.has(id)));
    add(page);
  }

  /** @param {MessageView} message */
  function change(message) {
    changedWhileLoading.add(message.id);
    if (messages.has(message.id) || belongsHere(message.id)) messages.set(message.id, message);
    sorted = null;
  }

  /** @param {number} id */
  function remove(id) {
    changedWhileLoading.add(id);
    messages.delete(id);
    sorted = null;
  }

  /**
   * A message older than the last page comes with its own page.
   * @param {number} id
   */
  function belongsHere(id) {
    return !loaded || !more || id > (oldest() ?? 0);
  }

  return {
    all, oldest, add, replace, change, remove,
    beginLoading: () => changedWhileLoading.clear(),
    loaded: () => loaded,
    more: () => more,
  };
}
