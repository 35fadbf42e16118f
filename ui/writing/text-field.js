// The text of the SMS, with the meter under it, and what a template left to be filled.

import { arrange, byId, setFieldError, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { mountTextUndo, putText } from "../page/text-undo.js";
import { fillings, stillUnfilled } from "../templates/placeholders.js";
import { onItsLine } from "../templates/template-text.js";
import { mountCostlyLine } from "./costly-line.js";
import { marksOf, mountTextMarks } from "./text-marks.js";
import { mountTextMeter } from "./text-meter.js";

/**
 * @import { TextMeasure } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {() => void} needs.changed
 * @param {(measure: TextMeasure) => void} needs.measured
 */
export function mountTextField({ backend, changed, measured }) {
  const input = byId("text", HTMLTextAreaElement);
  const errorPlace = byId("text-error", HTMLElement);
  const history = mountTextUndo(input);
  const marks = mountTextMarks(input);
  const costly = mountCostlyLine(input);
  const meter = mountTextMeter(backend, (measure, text) => {
    marks.show(text, marksOf(measure, text));
    costly.show(measure, text);
    measured(measure);
  });
  /** @type {string[]} */
  let unfilled = [];

  /** @param {string | null} message */
  function showError(message) {
    setFieldError(input, errorPlace, message);
  }

  /**
   * @param {string} text
   * @param {string[]} placeholders those of a template that nobody has filled yet, with their braces
   */
  function setValue(text, placeholders) {
    input.value = text;
    unfilled = placeholders;
    setText(byId("text-filled", HTMLElement), "");
    showError(null);
    update();
    history.reset();
    costly.reset();
    void meter.measure(text);
  }

  /**
   * Where the cursor is, in place of what is marked, or of nothing but spaces.
   * @param {string} text
   * @param {string[]} placeholders
   */
  function insert(text, placeholders) {
    if (input.value.trim() === "") input.select();
    const start = input.selectionStart;
    put(onItsLine(input.value, start, text), placeholders);
    const first = stillUnfilled(text, placeholders)[0];
    if (first) mark(first, start);
  }

  /** @param {string} text */
  function append(text) {
    input.setSelectionRange(input.value.length, input.value.length);
    put(text, []);
  }

  /**
   * What is known now; braces that were typed by hand stay, and so does the cursor.
   * @param {Record<string, string>} values by their placeholders
   */
  function fill(values) {
    const left = stillUnfilled(input.value, unfilled);
    const known = Object.fromEntries(Object.entries(values).filter(([placeholder]) => left.includes(placeholder)));
    const found = fillings(input.value, known);
    if (found.length === 0) return;
    for (const { start, end, value } of found.reverse()) input.setRangeText(value, start, end, "preserve");
    const told = [...new Set(Object.values(known))].join(", ");
    setText(byId("text-filled", HTMLElement), translate("text-filled", { values: told }));
    typed();
  }

  /**
   * Ctrl+Z takes it out again.
   * @param {string} text
   * @param {string[]} placeholders
   */
  function put(text, placeholders) {
    unfilled = [...unfilled, ...placeholders];
    putText(input, text, input.selectionStart, input.selectionEnd);
  }

  /**
   * @param {string} placeholder
   * @param {number} [from]
   */
  function mark(placeholder, from = 0) {
    const at = input.value.indexOf(placeholder, from);
    input.focus();
    if (at >= 0) input.setSelectionRange(at, at + placeholder.length);
  }

  function update() {
    const left = stillUnfilled(input.value, unfilled);
    byId("text-unfilled", HTMLElement).hidden = left.length === 0;
    arrange(byId("text-unfilled-list", HTMLElement), left.map(placeholderButton));
  }

  /**
   * @param {string} placeholder
   * @param {number} place
   */
  function placeholderButton(placeholder, place) {
    const existing = byId("text-unfilled-list", HTMLElement).children[place];
    const button = existing instanceof HTMLButtonElement ? existing : document.createElement("button");
    button.type = "button";
    button.className = "text-placeholder";
    button.onclick = () => mark(placeholder);
    setText(button, placeholder);
    return button;
  }

  function typed() {
    showError(null);
    update();
    void meter.measure(input.value);
    changed();
  }

  input.addEventListener("input", typed);
  return {
    input, setValue, showError, insert, append, fill, mark,
    update() {
      update();
      costly.update();
      meter.update();
    },
    value: () => input.value,
    unfilled: () => stillUnfilled(input.value, unfilled),
    focus: () => input.focus(),
  };
}
