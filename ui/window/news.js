// News from the program, which may come before the first picture is drawn; it waits until then.

/**
 * @import { AccountView, Bootstrap, MessageView, Notice } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @typedef {Object} NewsTaker
 * @property {(account: AccountView) => void} accountIs
 * @property {(message: MessageView) => void} messageIs
 * @property {(notice: Notice) => void} noticeIs
 */

/** @param {Pick<Backend, "onAccountChanged" | "onMessageChanged" | "onNotice" | "startNews">} backend */
export function collectNews(backend) {
  /** @type {((taker: NewsTaker) => void)[]} */
  const waiting = [];
  /** @type {NewsTaker | null} */
  let taker = null;
  let accountWasHeard = false;

  /** @param {(taker: NewsTaker) => void} tell */
  function pass(tell) {
    if (taker) tell(taker);
    else waiting.push(tell);
  }

  const listening = Promise.all([
    backend.onAccountChanged((account) => {
      accountWasHeard = true;
      pass(({ accountIs }) => accountIs(account));
    }),
    backend.onMessageChanged((message) => pass(({ messageIs }) => messageIs(message))),
    backend.onNotice((notice) => pass(({ noticeIs }) => noticeIs(notice))),
  ]);
  return {
    /**
     * Asks for what happened after this was made and before it was listened. No view shows a message yet by then.
     * @param {Bootstrap} known
     */
    async since(known) {
      await listening;
      const { account, notices } = await backend.startNews();
      // What was heard meanwhile is newer than this answer.
      const isOther = !accountWasHeard && JSON.stringify(account) !== JSON.stringify(known.account);
      if (isOther) pass(({ accountIs }) => accountIs(account));
      const isNew = (/** @type {Notice} */ { kind }) => !known.notices.some((told) => told.kind === kind);
      for (const notice of notices.filter(isNew)) pass(({ noticeIs }) => noticeIs(notice));
    },
    /** @param {NewsTaker} found */
    passTo(found) {
      taker = found;
      waiting.splice(0).forEach((tell) => tell(found));
    },
  };
}
