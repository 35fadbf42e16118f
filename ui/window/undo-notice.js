// Under every view: what is gone and can come back. It stays until it is put away or something else takes its place.

import { byId, focusIsLost, setLine, setText } from "../page/dom.js";
import { onPress } from "../page/press.js";

export function mountUndoNotice() {
  const place = byId("undo-notice", HTMLElement);
  const words = byId("undo-notice-words", HTMLElement);
  const button = byId("undo-notice-undo", HTMLButtonElement);
  /** @type {(() => Promise<unknown>) | null} */
  let undo = null;

  /**
   * @param {string} told
   * @param {() => Promise<unknown>} run
   */
  function offer(told, run) {
    undo = run;
    setLine(byId("undo-notice-problem", HTMLElement), null);
    place.hidden = false;
    setText(words, told);
  }

  async function take() {
    const run = undo;
    if (!run) return;
    await run();
    if (undo === run) close();
  }

  function close() {
    undo = null;
    setText(words, "");
    place.hidden = true;
    if (focusIsLost()) byId(`${document.body.dataset.view}-title`, HTMLElement).focus({ preventScroll: true });
  }

  onPress(button, take, (problem) => setLine(byId("undo-notice-problem", HTMLElement), problem));
  byId("undo-notice-dismiss", HTMLButtonElement).addEventListener("click", close);
  return {
    offer,
    /** By the shortcut. @returns {boolean} whether there was something to bring back */
    undo() {
      if (!undo) return false;
      button.click();
      return true;
    },
  };
}
