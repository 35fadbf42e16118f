// The buttons that bring contacts in from a file, or write them into one.

import { byId, setLine, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";
import { mountImportDialog } from "./import-dialog.js";

/**
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountContactExchange({ backend, actions }) {
  const dialog = mountImportDialog({ backend, actions });

  /** @param {"vcard" | "csv"} format */
  async function putOut(format) {
    const name = await backend.exportContacts(format);
    if (name !== null) setText(byId("contacts-status", HTMLElement), translate("file-saved", { name }));
  }

  /** @param {string | null} problem */
  const tell = (problem) => setLine(byId("contacts-error", HTMLElement), problem);

  onPress(byId("contacts-import", HTMLButtonElement), dialog.begin, tell);
  onPress(byId("contacts-export-vcard", HTMLButtonElement), () => putOut("vcard"), tell);
  onPress(byId("contacts-export-csv", HTMLButtonElement), () => putOut("csv"), tell);
}
