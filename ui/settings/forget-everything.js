// Forgets everything on this computer: asked with everything that is meant, and not by one careless click.

import { byId, setLine, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/**
 * @import { Backend } from "../backend.js"
 * @import { Question } from "../window/confirm-dialog.js"
 */

const POINTS = [
  "forget-all-key", "forget-all-messages", "forget-all-drafts", "forget-all-contacts", "forget-all-backups",
];

/**
 * @param {Object} needs
 * @param {Pick<Backend, "forgetEverything">} needs.backend
 * @param {(question: Question) => Promise<boolean>} needs.confirm
 */
export function mountForgetEverything({ backend, confirm }) {
  const errorPlace = byId("forget-all-error", HTMLElement);
  const result = byId("forget-all-result", HTMLElement);

  async function forget() {
    if (!(await confirm(question()))) return;
    setText(result, translate("forget-all-busy"));
    await backend.forgetEverything();
    setText(result, translate("starting-anew"));
  }

  /** @param {string | null} problem */
  function tell(problem) {
    setText(result, "");
    setLine(errorPlace, problem);
  }

  onPress(byId("forget-all", HTMLButtonElement), forget, tell);
}

/** @returns {Question} */
function question() {
  return {
    title: translate("forget-all-title"),
    text: translate("forget-all-text"),
    points: POINTS.map((id) => translate(id)),
    check: translate("forget-all-check"),
    confirm: translate("forget-all-confirm"),
  };
}
