// The text of the SMS, with the meter under it.

import { byId, setFieldError } from "../dom.js";
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

  /** @param {string | null} message */
  function showError(message) {
    setFieldError(input, errorPlace, message);
  }

  /** @param {string} text */
  function setValue(text) {
    input.value = text;
    showError(null);
    void meter.measure(text);
  }

  input.addEventListener("input", () => {
    showError(null);
    void meter.measure(input.value);
    changed();
  });
  return { input, setValue, showError, update: meter.update, value: () => input.value, focus: () => input.focus() };
}
