// The text of the SMS, with the meter under it.

import { byId, setFieldError } from "../dom.js";
import { stillUnfilled } from "../placeholders.js";
import { mountTextMeter } from "./text-meter.js";

/** @import { Backend } from "../backend.js" */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {() => void} needs.changed
 */
export function mountTextField({ backend, changed }) {
  const input = byId("text", HTMLTextAreaElement);
  const errorPlace = byId("text-error", HTMLElement);
  const meter = mountTextMeter(backend);
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
    showError(null);
    void meter.measure(text);
  }

  input.addEventListener("input", () => {
    showError(null);
    void meter.measure(input.value);
    changed();
  });
  return {
    input, setValue, showError,
    update: meter.update,
    value: () => input.value,
    unfilled: () => stillUnfilled(input.value, unfilled),
    focus: () => input.focus(),
  };
}
