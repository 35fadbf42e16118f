// The question when the window is closed while something is to be sent later.

import { byId, setLine } from "../page/dom.js";
import { describe } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/** @import { Backend } from "../backend.js" */

/** @param {Pick<Backend, "onAskClose" | "closeWindow">} backend */
export function mountCloseDialog(backend) {
  const dialog = byId("close-dialog", HTMLDialogElement);
  const errorPlace = byId("close-error", HTMLElement);

  /** @param {{ later: number }} question */
  function ask({ later }) {
    describe(byId("close-text", HTMLElement), "close-text", { count: later });
    setLine(errorPlace, null);
    if (!dialog.open) dialog.showModal();
    void backend.closeWindow("asking");
  }

  /** @param {"hide" | "quit"} choice */
  async function close(choice) {
    await backend.closeWindow(choice);
    dialog.close();
  }

  for (const choice of /** @type {const} */ (["hide", "quit"])) {
    onPress(byId(`close-${choice}`, HTMLButtonElement), () => close(choice), (problem) => setLine(errorPlace, problem));
  }
  byId("close-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  void backend.onAskClose(ask);
}
