// What the history is asked for: the person's choices as the program's filter. Pure.

import { monthSpan, spanOf } from "./periods.js";

/**
 * @import { HistoryFilter, MessageState, MessageView } from "../types.d.ts"
 * @import { Period } from "./periods.js"
 */

/**
 * @typedef {Object} Choices
 * @property {string} search
 * @property {MessageState | null} state
 * @property {number | null} sender
 * @property {Period} period
 * @property {string} month the one month of the period, as `2026-11`
 * @property {string} jump the month that the list begins with, as `2026-11`, or empty for the newest
 */

/** @type {Readonly<Choices>} */
export const EVERYTHING = { search: "", state: null, sender: null, period: "all", month: "", jump: "" };

/** @type {Readonly<HistoryFilter>} */
export const ALL_MESSAGES = {
  search: "", state: null, sender_id: null, number: null, contact_id: null, from: null, until: null,
};

/**
 * @param {Choices} choices
 * @param {number} now
 * @returns {HistoryFilter}
 */
export function filterFrom({ search, state, sender, period, month, jump }, now) {
  const span = spanOf(period, month, now);
  const until = period === "all" ? monthSpan(jump).until : span.until;
  return { ...ALL_MESSAGES, search: search.trim(), state, sender_id: sender, from: span.from, until };
}

/**
 * The same without the jump: what the sum and the export are about.
 * @param {Choices} choices
 * @param {number} now
 */
export const wholeFilterFrom = (choices, now) => filterFrom({ ...choices, jump: "" }, now);

/** @param {Choices} choices */
export function isFiltered({ search, state, sender, period }) {
  return search.trim() !== "" || state !== null || sender !== null || period !== "all";
}

/** How many of the choices behind the button are made. @param {Choices} choices */
export const countFilters = ({ state, sender, period }) =>
  [state !== null, sender !== null, period !== "all"].filter(Boolean).length;

/**
 * Whether it is certain that a message fits, that it does not, or that the program must be asked.
 * @param {MessageView} message
 * @param {HistoryFilter} filter
 * @returns {"yes" | "no" | "ask"}
 */
export function fit(message, { search, state, sender_id, number, contact_id, from, until }) {
  if (state !== null && message.state !== state) return "no";
  if (number !== null && message.e164 !== number) return "no";
  if ((from !== null && message.at < from) || (until !== null && message.at >= until)) return "no";
  return search === "" && sender_id === null && contact_id === null ? "yes" : "ask";
}
