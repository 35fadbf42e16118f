// The letters that contacts stand under, to jump to.

import { arrange, byId, setText } from "../dom.js";
import { translate } from "../l10n.js";

/** @import { LetterView } from "../types.d.ts" */

/** @param {(letter: string | null) => void} chosen null: all of them */
export function mountContactLetters(chosen) {
  const place = byId("contacts-letters", HTMLElement);
  /** @type {Map<string | null, HTMLButtonElement>} */
  const buttons = new Map();

  /**
   * @param {LetterView[]} letters
   * @param {string | null} current
   */
  function update(letters, current) {
    const all = { letter: null, words: translate("contacts-letter-all"), spoken: translate("contacts-letter-all") };
    arrange(place, [all, ...letters.map(letterWords)].map((words) => letterButton(words, current)));
    place.hidden = letters.length < 2;
  }

  /**
   * @param {{ letter: string | null, words: string, spoken: string }} words
   * @param {string | null} current
   */
  function letterButton({ letter, words, spoken }, current) {
    const button = buttons.get(letter) ?? makeButton(letter);
    setText(button, words);
    button.setAttribute("aria-label", spoken);
    button.setAttribute("aria-pressed", String(letter === current));
    return button;
  }

  /** @param {string | null} letter */
  function makeButton(letter) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "contacts-letter";
    button.dataset.letter = letter ?? "";
    button.addEventListener("click", () => chosen(letter));
    buttons.set(letter, button);
    return button;
  }

  return { update };
}

/** @param {LetterView} letter */
const letterWords = ({ letter, count }) =>
  ({ letter, words: letter, spoken: translate("contacts-letter", { letter, count }) });
