// Why a contact is not to be written to.

import { byId, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";

export function mountReasonDialog() {
  const dialog = byId("reason-dialog", HTMLDialogElement);
  const input = byId("reason", HTMLInputElement);
  byId("reason-back", HTMLButtonElement).addEventListener("click", () => dialog.close("back"));
  byId("reason-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close("yes");
  });

  /**
   * @param {string} name
   * @returns {Promise<string | null>} the reason, perhaps empty; null: taken back
   */
  return function ask(name) {
    setText(byId("reason-title", HTMLElement), translate("bar-title", { name }));
    input.value = "";
    dialog.returnValue = "back";
    dialog.showModal();
    return new Promise((resolve) => {
      const answer = () => resolve(dialog.returnValue === "yes" ? input.value.trim() : null);
      dialog.addEventListener("close", answer, { once: true });
    });
  };
}
