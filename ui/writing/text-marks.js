// Marks behind the text: a layer that wraps and scrolls exactly as the field before it.

import { byId } from "../page/dom.js";

/** @import { TextMeasure } from "../types.d.ts" */

/** @typedef {{ start: number, end: number, costly: boolean }} Mark */

/** More are not marked where they cost nothing: the text is just written so. */
const FEW = 5;

/** @param {HTMLTextAreaElement} input */
export function mountTextMarks(input) {
  const layer = byId("text-marks", HTMLElement);

  /**
   * @param {string} text
   * @param {Mark[]} marks in order
   */
  function show(text, marks) {
    // The line break at the end would not count without something behind it.
    layer.replaceChildren(...(marks.length > 0 ? [...pieces(text, marks), "\n"] : []));
    follow();
  }

  /** The scroll bar takes its room from the text. Without marks nothing is asked: an answer is a layout with each key. */
  function follow() {
    if (!layer.hasChildNodes()) return;
    layer.style.inlineSize = `${input.clientWidth}px`;
    layer.style.blockSize = `${input.clientHeight}px`;
    layer.scrollTop = input.scrollTop;
  }

  input.addEventListener("scroll", follow);
  input.addEventListener("input", follow);
  new ResizeObserver(follow).observe(input);
  return { show };
}

/**
 * @param {string} text
 * @param {Mark[]} marks
 */
function pieces(text, marks) {
  let done = 0;
  const made = marks.flatMap(({ start, end, costly }) => {
    const piece = [text.slice(done, start), markElement(text.slice(start, end), costly)];
    done = end;
    return piece;
  });
  return [...made, text.slice(done)];
}

/**
 * @param {string} text
 * @param {boolean} costly
 */
function markElement(text, costly) {
  const element = document.createElement("mark");
  element.toggleAttribute("data-costly", costly);
  element.textContent = text;
  return element;
}

/**
 * The costly characters; else the few that make it a text of special characters.
 * @param {TextMeasure} measure
 * @param {string} typed
 * @returns {Mark[]}
 */
export function marksOf({ costly, forcing, text }, typed) {
  if (costly) return costly.characters.map(({ start, end }) => ({ start, end, costly: true }));
  const from = typed.indexOf(text);
  if (from < 0 || forcing.length > FEW) return [];
  const characters = [...text];
  return forcing.map(({ character, position }) => {
    const start = from + characters.slice(0, position).join("").length;
    return { start, end: start + character.length, costly: false };
  });
}
