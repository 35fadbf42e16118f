// The question when the window is closed while something is to be sent later, or when the program would go on without
// anything to be seen of it.

import { byId, setLine } from "../page/dom.js";
import { describe } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/**
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 * @import { CloseQuestion } from "../types.d.ts"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "onAskClose" | "closeWindow">} needs.backend
 * @param {Pick<Actions, "changeSettings">} needs.actions
 */
export function mountCloseDialog({ backend, actions }) {
  const dialog = byId("close-dialog", HTMLDialogElement);
  const errorPlace = byId("close-error", HTMLElement);
  let explains = false;

  /** @param {CloseQuestion} question */
  function ask({ later, without_tray }) {
    explains = without_tray;
    describe(byId("close-title", HTMLElement), explains ? "close-title-no-tray" : "close-title");
    const text = byId("close-text", HTMLElement);
    text.hidden = later === 0;
    describe(text, "close-text", { count: later });
    byId("close-no-tray", HTMLElement).hidden = !explains;
    byId("close-quit-text", HTMLElement).hidden = later === 0;
    setLine(errorPlace, null);
    if (!dialog.open) dialog.showModal();
    void backend.closeWindow("asking");
  }

  /** @param {"hide" | "quit"} choice */
  async function close(choice) {
    // Said once; whoever goes back or ends the program is told again.
    if (explains && choice === "hide") await actions.changeSettings({ keep_running_explained: true });
    await backend.closeWindow(choice);
    dialog.close();
  }

  for (const choice of /** @type {const} */ (["hide", "quit"])) {
    onPress(byId(`close-${choice}`, HTMLButtonElement), () => close(choice), (problem) => setLine(errorPlace, problem));
  }
  byId("close-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  void backend.onAskClose(ask);
}
