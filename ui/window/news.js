// News from the program, which may come before the first picture is drawn; it waits until then.

/**
 * @import { AccountView, MessageView, Notice } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @typedef {Object} NewsTaker
 * @property {(account: AccountView) => void} accountIs
 * @property {(message: MessageView) => void} messageIs
 * @property {(notice: Notice) => void} noticeIs
 */

/** @param {Pick<Backend, "onAccountChanged" | "onMessageChanged" | "onNotice">} backend */
export function collectNews(backend) {
  /** @type {((taker: NewsTaker) => void)[]} */
  const waiting = [];
  /** @type {NewsTaker | null} */
  let taker = null;

  /** @param {(taker: NewsTaker) => void} tell */
  function pass(tell) {
    if (taker) tell(taker);
    else waiting.push(tell);
  }

  void backend.onAccountChanged((account) => pass(({ accountIs }) => accountIs(account)));
  void backend.onMessageChanged((message) => pass(({ messageIs }) => messageIs(message)));
  void backend.onNotice((notice) => pass(({ noticeIs }) => noticeIs(notice)));
  return {
    /** @param {NewsTaker} found */
    passTo(found) {
      taker = found;
      waiting.splice(0).forEach((tell) => tell(found));
    },
  };
}
