// Single characters in a sentence: those with no shape of their own are named.

import { translate } from "../page/l10n.js";

const SPACE = /^[\p{Zs}\t]+$/u;
const SHAPELESS = /^[\p{Z}\p{C}\p{M}]*$/u;

/** As many as a sentence can bear. */
const MOST = 6;

/** @param {string} character */
export function characterName(character) {
  if (character === "") return translate("character-nothing");
  if (character === " ") return translate("character-space");
  if (character === "\n") return translate("character-line-end");
  if (SPACE.test(character)) return translate("character-special-space");
  return SHAPELESS.test(character) ? translate("character-invisible") : character;
}

/**
 * Each once, in order.
 * @param {{ character: string }[]} characters
 */
export function characterNames(characters) {
  const names = [...new Set(characters.map(({ character }) => characterName(character)))];
  const shown = names.length > MOST ? [...names.slice(0, MOST), "…"] : names;
  return shown.join(" · ");
}
