// Everything under Help: the menu, the guide, the sheet of shortcuts, the diagnostics, what this program is.

import { onFirstUse } from "../page/first-use.js";
import { mountAboutDialog } from "./about-dialog.js";
import { mountDiagnosticsDialog } from "./diagnostics-dialog.js";
import { mountGuide } from "./guide.js";
import { mountHelpMenu } from "./help-menu.js";
import { mountShortcutsDialog } from "./shortcuts-dialog.js";

/**
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Pick<Actions, "show">} needs.actions
 */
export function mountHelp({ backend, actions }) {
  const guide = onFirstUse(() => mountGuide(backend));
  const sheet = onFirstUse(mountShortcutsDialog);
  const diagnostics = onFirstUse(() => mountDiagnosticsDialog(backend));
  const about = onFirstUse(mountAboutDialog);
  let version = "";
  const verbs = {
    guide: () => actions.show("help"),
    shortcuts: () => sheet().show(),
    diagnostics: () => diagnostics().show(),
    about: () => about().show(version),
  };
  const menu = mountHelpMenu(verbs);

  return {
    verbs,
    update(/** @type {Model} */ model) {
      version = model.start.version;
      menu.update(model.view === "help");
      if (model.view === "help") guide().update(model);
    },
  };
}
