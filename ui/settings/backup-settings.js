// The backups: when the last one was made, a copy to take away, and one to take over.

import { byId, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { formatDateTime } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/**
 * @import { BackupView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Model } from "../model.js"
 * @import { Question } from "../window/confirm-dialog.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "backups" | "backUpNow" | "saveCopy" | "takeOverCopy">} needs.backend
 * @param {(question: Question) => Promise<boolean>} needs.confirm
 */
export function mountBackupSettings({ backend, confirm }) {
  const errorPlace = byId("backup-error", HTMLElement);
  const result = byId("backup-result", HTMLElement);
  /** @type {BackupView | null} */
  let backups = null;
  let shown = false;

  async function load() {
    try {
      backups = await backend.backups();
    } catch (thrown) {
      setLine(errorPlace, asUiError(thrown).message);
    }
    show();
  }

  function show() {
    setText(byId("backup-latest", HTMLElement), backups ? backupWords(backups) : "");
  }

  async function backUp() {
    say(translate("backup-busy"));
    backups = await backend.backUpNow();
    show();
    say(translate("backup-done"));
  }

  async function saveCopy() {
    const name = await backend.saveCopy();
    if (name !== null) say(translate("copy-saved", { name }));
  }

  async function takeOver() {
    const agreed = await confirm({
      title: translate("take-over-title"),
      text: translate("take-over-text"),
      points: ["take-over-aside", "take-over-unclear", "take-over-restart"].map((id) => translate(id)),
      confirm: translate("take-over-confirm"),
    });
    if (agreed && (await backend.takeOverCopy()) !== null) say(translate("starting-anew"));
  }

  /** @param {string} words */
  const say = (words) => setText(result, words);

  /** @param {string | null} problem */
  function tell(problem) {
    say("");
    setLine(errorPlace, problem);
  }

  /** @param {Model} model */
  function update({ view }) {
    if (view === "settings" && !shown) void load();
    shown = view === "settings";
    show();
  }

  onPress(byId("back-up-now", HTMLButtonElement), backUp, tell);
  onPress(byId("save-copy", HTMLButtonElement), saveCopy, tell);
  onPress(byId("take-over-copy", HTMLButtonElement), takeOver, tell);
  return { update };
}

/** @param {BackupView} backups */
export function backupWords({ latest, count }) {
  if (latest === null) return translate("backup-none");
  return translate("backup-latest", { when: formatDateTime(latest, language()), count });
}
