// What a screen reader hears of a text while it is written: only that its number of parts changed, or that a limit is
// passed or kept again. Pure.

import { translate } from "../page/l10n.js";

/**
 * @typedef {Object} Limits
 * @property {number} parts
 * @property {number} over how many characters there are too many
 * @property {boolean} isShort whether the balance will not do
 */

/** @param {(words: string) => void} say */
export function makeCostAnnouncer(say) {
  let last = keyOf({ parts: 0, over: 0, isShort: false });
  return (/** @type {Limits} */ limits) => {
    if (keyOf(limits) === last) return;
    last = keyOf(limits);
    say(limitWords(limits));
  };
}

/** Nothing of an empty text. @param {Limits} limits */
const keyOf = ({ parts, over, isShort }) => (parts === 0 ? "" : `${parts} ${over > 0} ${isShort}`);

/** @param {Limits} limits */
function limitWords({ parts, over, isShort }) {
  if (parts === 0) return "";
  const words = [translate("text-meter-parts", { parts })];
  if (over > 0) words.push(translate("text-meter-over", { count: over }));
  if (isShort) words.push(translate("short-spoken"));
  return words.join(" · ");
}
