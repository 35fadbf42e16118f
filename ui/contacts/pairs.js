// Contacts that share a number, as they are offered for merging. Pure.

/** @import { ContactRow, DuplicateView, Merged } from "../types.d.ts" */

/** @typedef {{ key: string, one: ContactRow, other: ContactRow, numbers: string[], merged: Merged | null }} Pair */

/** So many pairs are listed at most; with as many there may be more. */
const MOST = 500;

/**
 * Two contacts that share several numbers are one pair.
 * @param {DuplicateView[]} duplicates
 */
export function pairsOf(duplicates) {
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  for (const { one, other, display } of duplicates) {
    const key = `${one.id}-${other.id}`;
    const pair = pairs.get(key) ?? { key, one, other, numbers: [], merged: null };
    pair.numbers.push(display);
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

/**
 * How many contacts that are; null: more than are listed.
 * @param {DuplicateView[]} duplicates
 */
export function countSharing(duplicates) {
  if (duplicates.length >= MOST) return null;
  return new Set(duplicates.flatMap(({ one, other }) => [one.id, other.id])).size;
}

/**
 * The list after a merge or its undo: what was merged keeps its place, so that it can be undone there.
 * @param {Pair[]} before
 * @param {Pair[]} now
 */
export function renewed(before, now) {
  const left = new Map(now.map((pair) => [pair.key, pair]));
  const stay = before.flatMap((pair) => (pair.merged ? [pair] : left.get(pair.key) ?? []));
  const known = new Set(stay.map(({ key }) => key));
  return [...stay, ...now.filter(({ key }) => !known.has(key))];
}
