// How long a message can be taken back, and how long messages are kept.

import { ALL_MESSAGES } from "../history/history-filter.js";
import { monthsAgo } from "../history/periods.js";
import { byId, setOptions } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/**
 * @import { HistoryFilter } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 * @import { Question } from "../window/confirm-dialog.js"
 */

const SECONDS = [0, 5, 10, 20];
const MONTHS = [1, 3, 6, 12, 24];

/**
 * @param {Object} needs
 * @param {Pick<Backend, "sumMessages">} needs.backend
 * @param {Pick<Actions, "changeSettings" | "messagesAreGone">} needs.actions
 * @param {(question: Question) => Promise<boolean>} needs.confirm
 */
export function mountKeepingSettings({ backend, actions, confirm }) {
  const undo = byId("undo-seconds", HTMLSelectElement);
  const keep = byId("keep-months", HTMLSelectElement);
  /** @type {number | null} */
  let kept = null;

  /** @param {Model} model */
  function update({ settings }) {
    kept = settings.keep_months;
    setOptions(undo, SECONDS.map(secondsOption), String(settings.undo_seconds));
    const forEver = { value: "", words: translate("keep-for-ever") };
    setOptions(keep, [forEver, ...MONTHS.map(monthsOption)], String(kept ?? ""));
  }

  /** Messages would be deleted at once, so that is asked first. */
  async function changeKeeping() {
    const months = keep.value === "" ? null : Number(keep.value);
    if (months !== null && !(await agreed(months))) {
      keep.value = String(kept ?? "");
      return;
    }
    await actions.changeSettings({ keep_months: months });
    actions.messagesAreGone("");
  }

  /** @param {number} months */
  async function agreed(months) {
    const sum = await backend.sumMessages(olderThan(monthsAgo(months, Date.now()))).catch(() => null);
    if (sum?.count === 0) return true;
    return confirm({
      title: translate("keep-title", { months }),
      text: translate("keep-text", { count: sum?.count ?? 0 }),
      confirm: translate("keep-confirm"),
    });
  }

  undo.addEventListener("change", () => void actions.changeSettings({ undo_seconds: Number(undo.value) }));
  keep.addEventListener("change", () => void changeKeeping());
  return { update };
}

/**
 * @param {number} until
 * @returns {HistoryFilter}
 */
const olderThan = (until) => ({ ...ALL_MESSAGES, until });

/** @param {number} seconds */
function secondsOption(seconds) {
  const words = seconds === 0 ? translate("undo-off") : translate("undo-seconds", { seconds });
  return { value: String(seconds), words };
}

/** @param {number} months */
const monthsOption = (months) => ({ value: String(months), words: translate("keep-months", { months }) });
