// Costly characters exchanged for plain ones, so that it can be taken back later without touching what was written
// since. Pure; places are UTF-16 positions, as a text field counts.

import { changed } from "../page/text-history.js";

/** @import { CostlyCharacter } from "../types.d.ts" */

/** @typedef {{ start: number, now: string, was: string }} Spot a place, what stands there, and what else belongs there */

/**
 * Where plain characters are to stand; those without a replacement stay.
 * @param {Pick<CostlyCharacter, "start" | "character" | "replacement">[]} characters
 * @returns {Spot[]}
 */
export function spotsOf(characters) {
  return characters.flatMap(({ start, character, replacement }) =>
    replacement === null ? [] : [{ start, now: character, was: replacement }]);
}

/**
 * What else belongs there takes each spot; the spots of the text that this makes take that back.
 * @param {string} text
 * @param {Spot[]} spots in order
 * @returns {{ text: string, spots: Spot[] }}
 */
export function exchange(text, spots) {
  let [made, done] = ["", 0];
  const others = spots.map(({ start, now, was }) => {
    made += text.slice(done, start);
    const other = { start: made.length, now: was, was: now };
    made += was;
    done = start + now.length;
    return other;
  });
  return { text: made + text.slice(done), spots: others };
}

/**
 * Where a place is after the exchange of these spots; one inside of a spot is behind it.
 * @param {number} place
 * @param {Spot[]} spots
 */
export function placeAfter(place, spots) {
  let moved = place;
  for (const { start, now, was } of spots) {
    if (place >= start + now.length) moved += was.length - now.length;
    else if (place > start) moved += start + was.length - place;
  }
  return moved;
}

/**
 * The spots that are still as they were after one change of the text, at their places now.
 * @param {Spot[]} spots
 * @param {string} before
 * @param {string} after
 */
export function keepUp(spots, before, after) {
  const { start, end } = changed(before, after);
  return spots.flatMap((spot) => {
    if (spot.start + spot.now.length <= start) return [spot];
    return spot.start >= end ? [{ ...spot, start: spot.start + after.length - before.length }] : [];
  });
}
