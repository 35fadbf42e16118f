// What a key does in a field with a list of suggestions (the ARIA combobox pattern). Pure; nothing is chosen by itself.

/**
 * @typedef {Object} List
 * @property {number} count how many suggestions are shown; 0 means that the list is closed
 * @property {number} active the marked one, or -1
 */

/**
 * @typedef {{ kind: "mark", active: number } | { kind: "choose", active: number } | { kind: "close" }
 *   | { kind: "move-on" } | { kind: "none" }} Move
 */

/**
 * @param {List} list
 * @param {string} key
 * @returns {Move}
 */
export function pressKey({ count, active }, key) {
  if (key === "Enter") return pressEnter(count, active);
  if (count === 0) return { kind: "none" };
  if (key === "ArrowDown") return { kind: "mark", active: active + 1 < count ? active + 1 : 0 };
  if (key === "ArrowUp") return { kind: "mark", active: active > 0 ? active - 1 : count - 1 };
  if (key === "Escape") return { kind: "close" };
  return { kind: "none" };
}

/**
 * @param {number} count
 * @param {number} active
 * @returns {Move}
 */
function pressEnter(count, active) {
  if (count === 0) return { kind: "move-on" };
  return active >= 0 ? { kind: "choose", active } : { kind: "close" };
}

/** Whether what was typed can be the beginning of a name, or enough of a number. @param {string} typed */
export const isWorthLooking = (typed) => /\p{L}|\p{Nd}(?:\P{Nd}*\p{Nd}){2}/u.test(typed);
