// A chosen day and time of day in the person's own time zone, and the instant that it is. Pure.

/** So many days ahead can be chosen. */
const DAYS = 60;

/** Someone who opens the choice has this long before the time that is proposed. */
const LEAD_MS = 15 * 60_000;

const HOUR_MS = 3_600_000;

/** Clocks are put back by half an hour somewhere, too. */
const REPEATS_AFTER = [HOUR_MS, HOUR_MS / 2];

/**
 * @typedef {Object} Chosen
 * @property {string} day as `2026-11-23`
 * @property {number} hour
 * @property {number} minute
 */

/**
 * What the chosen time comes to. Where the clocks are put forward it may not exist and is moved; where they are put
 * back it may come twice, and the first is taken.
 * @typedef {{ at: number, twist: null | "missing" | "twice" }} Resolved
 */

/**
 * @param {Chosen} chosen
 * @returns {Resolved}
 */
export function resolve(chosen) {
  const [year = 0, month = 1, day = 1] = chosen.day.split("-").map(Number);
  const at = new Date(year, month - 1, day, chosen.hour, chosen.minute).getTime();
  if (!isAt(at, chosen)) return { at, twist: "missing" };
  const first = REPEATS_AFTER.map((ms) => at - ms).find((earlier) => isAt(earlier, chosen));
  const again = REPEATS_AFTER.some((ms) => isAt(at + ms, chosen));
  return { at: first ?? at, twist: again || first !== undefined ? "twice" : null };
}

/**
 * @param {number} at
 * @param {Chosen} chosen
 */
function isAt(at, { day, hour, minute }) {
  const found = fieldsOf(at);
  return found.day === day && found.hour === hour && found.minute === minute;
}

/**
 * @param {number} at milliseconds since 1970
 * @returns {Chosen}
 */
export function fieldsOf(at) {
  const date = new Date(at);
  return { day: dayName(date), hour: date.getHours(), minute: date.getMinutes() };
}

/**
 * The next full hour that leaves some time.
 * @param {number} now
 */
export function proposal(now) {
  const date = new Date(now + LEAD_MS);
  const past = date.getMinutes() * 60_000 + date.getSeconds() * 1000 + date.getMilliseconds();
  return past === 0 ? date.getTime() : date.getTime() - past + HOUR_MS;
}

/**
 * The days that can be chosen, from today on; noon of each, since every day has one.
 * @param {number} now
 * @returns {{ day: string, noon: number }[]}
 */
export function daysFrom(now) {
  const today = new Date(now);
  return Array.from({ length: DAYS }, (_, later) => {
    const noon = new Date(today.getFullYear(), today.getMonth(), today.getDate() + later, 12);
    return { day: dayName(noon), noon: noon.getTime() };
  });
}

/** @param {Date} date */
function dayName(date) {
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
}

/** @param {number} value */
export const two = (value) => String(value).padStart(2, "0");

/** As the system names it: `Europe/Berlin`. */
export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
