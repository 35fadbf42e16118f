// The letters that contacts stand under, to jump to: one stop for Tab, the arrows go from letter to letter.

import { arrange, byId, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { nextStop } from "../page/roving.js";

/** @import { LetterView } from "../types.d.ts" */

/** @param {(letter: string | null) => void} chosen null: all of them */
export function mountContactLetters(chosen) {
  const place = byId("contacts-letters", HTMLElement);
  /** @type {Map<string | null, HTMLButtonElement>} */
  const buttons = new Map();
  /** @type {string | null} where Tab leads to */
  let stop = null;

  /**
   * @param {LetterView[]} letters
   * @param {string | null} current
   */
  function update(letters, current) {
    const all = { letter: null, words: translate("contacts-letter-all"), spoken: translate("contacts-letter-all") };
    const shown = [all, ...letters.map(letterWords)];
    if (!shown.some(({ letter }) => letter === stop)) stop = current;
    arrange(place, shown.map((words) => letterButton(words, current)));
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
    button.tabIndex = letter === stop ? 0 : -1;
    return button;
  }

  /** @param {string | null} letter */
  function makeButton(letter) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "contacts-letter";
    button.dataset.letter = letter ?? "";
    button.addEventListener("click", () => chosen(letter));
    button.addEventListener("focus", () => stopAt(letter));
    buttons.set(letter, button);
    return button;
  }

  /** @param {string | null} letter */
  function stopAt(letter) {
    stop = letter;
    for (const [known, button] of buttons) button.tabIndex = known === stop ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = [...place.querySelectorAll("button")];
    const at = all.findIndex((button) => button === document.activeElement);
    const next = nextStop({ count: all.length, at }, event.key);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  }

  place.addEventListener("keydown", press);

  return { update };
}

/** @param {LetterView} letter */
const letterWords = ({ letter, count }) =>
  ({ letter, words: letter, spoken: translate("contacts-letter", { letter, count }) });
