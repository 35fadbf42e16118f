// Facts as the rows of a description list.

import { setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/** @import { Fact } from "./message-facts.js" */

/**
 * @param {Fact[]} facts
 * @returns {HTMLElement[]}
 */
export function factElements(facts) {
  return facts.flatMap(({ id, words, flagged }) =>
    words === null ? [] : [nameElement(id), valueElement(words, flagged)]);
}

/** @param {string} id */
function nameElement(id) {
  const element = document.createElement("dt");
  setText(element, translate(id));
  return element;
}

/**
 * @param {string} words
 * @param {boolean} flagged
 */
function valueElement(words, flagged = false) {
  const element = document.createElement("dd");
  element.toggleAttribute("data-flagged", flagged);
  setText(element, words);
  return element;
}
