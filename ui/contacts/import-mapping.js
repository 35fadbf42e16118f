// What the columns of a table mean, and how the person changes that. Pure.

/** @import { Mapping, Meaning } from "../types.d.ts" */

/** @typedef {Meaning["kind"]} MeaningKind */

/** @type {MeaningKind[]} in the order in which they are offered */
export const MEANINGS = [
  "ignored", "given", "family", "full-name", "organisation", "department", "number", "number-label", "note", "favourite",
  "do-not-write", "do-not-write-since",
];

/**
 * The mapping with another meaning of one column. A column of numbers gives them its own name, unless they have one.
 * @param {Mapping} mapping
 * @param {number} column
 * @param {MeaningKind} kind
 * @param {string[]} headers
 * @returns {Mapping}
 */
export function withMeaning(mapping, column, kind, headers) {
  const columns = mapping.columns.map((before, at) => (at === column ? meaning(kind, before, headers[at] ?? "") : before));
  return { ...mapping, columns };
}

/**
 * @param {MeaningKind} kind
 * @param {Meaning} before
 * @param {string} header
 * @returns {Meaning}
 */
function meaning(kind, before, header) {
  if (kind !== "number") return { kind };
  return before.kind === "number" ? before : { kind, label: header };
}
