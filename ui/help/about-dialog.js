// What this program is, which version, and under which licence.

import { byId } from "../page/dom.js";
import { describe } from "../page/l10n.js";

export function mountAboutDialog() {
  const dialog = byId("about-dialog", HTMLDialogElement);
  byId("about-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return {
    show(/** @type {string} */ version) {
      describe(byId("about-version", HTMLElement), "settings-version", { version });
      dialog.showModal();
    },
  };
}
