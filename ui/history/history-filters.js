// What the history shows: the search as one types, the filters behind their button, the jump to a month.

import { stateWords } from "../messages/message-words.js";
import { byId, setOptions } from "../page/dom.js";
import { formatMonth } from "../page/format.js";
import { describe, language, translate } from "../page/l10n.js";
import { afterPause } from "../page/latest.js";
import { senderWords } from "../writing/sender-field.js";
import { countFilters, EVERYTHING } from "./history-filter.js";
import { monthsBack } from "./periods.js";

/**
 * @import { HistoryRange, MessageState } from "../types.d.ts"
 * @import { Choices } from "./history-filter.js"
 * @import { Period } from "./periods.js"
 */

/** @type {MessageState[]} */
const STATES = ["sent", "unclear", "rejected", "not-sent", "held", "queued", "sending", "cancelled"];

/** @type {Period[]} */
const PERIODS = ["all", "today", "week", "month", "year", "one-month"];

const PAUSE_MS = 200;

/** @param {(choices: Choices) => void} chosen */
export function mountHistoryFilters(chosen) {
  const search = byId("history-search", HTMLInputElement);
  const toggle = byId("history-filter-toggle", HTMLButtonElement);
  const panel = byId("history-filter-panel", HTMLElement);
  const [state, sender, period, month, jump] = [
    select("state"), select("sender"), select("period"), select("month"), select("jump"),
  ];
  const pause = afterPause(changed, PAUSE_MS);
  /** @type {HistoryRange} */
  let range = { oldest: null, senders: [] };

  /** @returns {Choices} */
  function choices() {
    return {
      search: search.value,
      state: /** @type {MessageState | null} */ (state.value || null),
      sender: sender.value ? Number(sender.value) : null,
      period: /** @type {Period} */ (period.value || EVERYTHING.period),
      month: month.value,
      jump: jump.value,
    };
  }

  function changed() {
    pause.stop();
    update();
    chosen(choices());
  }

  function clear() {
    search.value = EVERYTHING.search;
    for (const field of [state, sender, jump]) field.value = "";
    period.value = EVERYTHING.period;
    changed();
  }

  function newestAgain() {
    jump.value = "";
    changed();
  }

  /** @param {HistoryRange} now */
  function rangeIs(now) {
    range = now;
    update();
  }

  function update() {
    const months = monthsBack(range.oldest, Date.now()).map(monthOption);
    setOptions(state, [everything("filter-state-all"), ...STATES.map(stateOption)], state.value);
    setOptions(sender, [everything("filter-sender-all"), ...range.senders.map(senderOption)], sender.value);
    setOptions(period, PERIODS.map(periodOption), period.value || EVERYTHING.period);
    setOptions(month, months, month.value || (months[0]?.value ?? ""));
    setOptions(jump, [everything("jump-newest"), ...months.slice(1)], jump.value);
    byId("history-month-field", HTMLElement).hidden = period.value !== "one-month";
    byId("history-jump-field", HTMLElement).hidden = period.value !== "all" || months.length < 2;
    byId("history-sender-field", HTMLElement).hidden = range.senders.length < 2 && sender.value === "";
    const count = countFilters(choices());
    describe(byId("history-filter-words", HTMLElement), count > 0 ? "filter-counted" : "filter", { count });
  }

  /** @param {boolean} open */
  function unfold(open) {
    panel.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
  }

  search.addEventListener("input", () => pause.start());
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) changed();
  });
  toggle.addEventListener("click", () => unfold(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    unfold(false);
    toggle.focus();
  });
  for (const field of [state, sender, period, month, jump]) field.addEventListener("change", changed);
  return { choices, clear, newestAgain, rangeIs, update };
}

/** @param {string} name */
const select = (name) => byId(`history-${name}`, HTMLSelectElement);

/** @param {string} id */
const everything = (id) => ({ value: "", words: translate(id) });

/** @param {MessageState} state */
const stateOption = (state) => ({ value: state, words: stateWords(state) });

/** @param {HistoryRange["senders"][number]} sender */
const senderOption = ({ id, name, number }) => ({ value: String(id), words: senderWords(name, number) });

/** @param {{ month: string, at: number }} month */
const monthOption = ({ month, at }) => ({ value: month, words: formatMonth(at, language()) });

/** @param {Period} period */
const periodOption = (period) => ({ value: period, words: translate(`period-${period}`) });
