// Spans of the calendar in the person's own time zone, for the history. Pure: the time comes in.

/** @typedef {"all" | "today" | "week" | "month" | "year" | "one-month"} Period */

/** @typedef {{ from: number | null, until: number | null }} Span until is the first instant that is no longer in it */

/** @type {Span} */
const ALWAYS = { from: null, until: null };

/**
 * @param {Period} period
 * @param {string} month as `2026-11`, for `one-month`
 * @param {number} now
 * @returns {Span}
 */
export function spanOf(period, month, now) {
  const today = new Date(now);
  if (period === "one-month") return monthSpan(month);
  if (period === "today") return { ...ALWAYS, from: startOfDay(today, 0) };
  if (period === "week") return { ...ALWAYS, from: startOfDay(today, -6) };
  if (period === "month") return { ...ALWAYS, from: startOfDay(today, -29) };
  if (period === "year") return { ...ALWAYS, from: new Date(today.getFullYear(), 0, 1).getTime() };
  return ALWAYS;
}

/**
 * @param {Date} today
 * @param {number} days
 */
function startOfDay(today, days) {
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime();
}

/**
 * @param {string} month as `2026-11`; anything else is always
 * @returns {Span}
 */
export function monthSpan(month) {
  const found = /^(\d{4})-(\d{2})$/.exec(month);
  if (!found) return ALWAYS;
  const [year, index] = [Number(found[1]), Number(found[2]) - 1];
  return { from: new Date(year, index, 1).getTime(), until: new Date(year, index + 1, 1).getTime() };
}

/**
 * Every month from now back to the oldest message, newest first.
 * @param {number | null} oldest
 * @param {number} now
 * @returns {{ month: string, at: number }[]}
 */
export function monthsBack(oldest, now) {
  const last = new Date(Math.min(oldest ?? now, now));
  const today = new Date(now);
  const count = (today.getFullYear() - last.getFullYear()) * 12 + today.getMonth() - last.getMonth() + 1;
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(today.getFullYear(), today.getMonth() - back, 1);
    return { month: `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, "0")}`, at: first.getTime() };
  });
}

/**
 * So many months ago; the last day of a shorter month where there is no such day.
 * @param {number} months
 * @param {number} now
 */
export function monthsAgo(months, now) {
  const then = new Date(now);
  then.setMonth(then.getMonth() - months);
  if (then.getDate() !== new Date(now).getDate()) then.setDate(0);
  return then.getTime();
}
