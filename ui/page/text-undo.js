// Ctrl+Z in a text that the program changes, too. The browser's own steps know nothing of that: they would bring back a
// piece of the last message into the next, or change another field. WebKitGTK has no such key at all.

import { makeTextHistory } from "./text-history.js";

/** @import { Kind } from "./text-history.js" */

/** @param {HTMLTextAreaElement} input */
export function mountTextUndo(input) {
  const history = makeTextHistory(input.value);

  /** Whether there was one. @param {-1 | 1} by */
  function step(by) {
    if (input.readOnly) return false;
    history.record(input.value, "other", performance.now());
    const state = history.step(by);
    if (!state) return false;
    input.value = state.text;
    input.setSelectionRange(state.caret, state.caret);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  /** In an empty text with nothing to take back, the key may mean something else. @param {KeyboardEvent} event */
  function press(event) {
    const by = stepOf(event);
    if (by === null || (!step(by) && input.value === "")) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** From the system's menu. @param {InputEvent} event */
  function beforeInput(event) {
    if (!event.inputType.startsWith("history")) return;
    event.preventDefault();
    step(event.inputType === "historyRedo" ? 1 : -1);
  }

  input.addEventListener("keydown", press);
  input.addEventListener("beforeinput", beforeInput);
  input.addEventListener("input", (event) => history.record(input.value, kindOf(event), performance.now()));
  return { reset: () => history.reset(input.value) };
}

/**
 * Instead of what stands between two places, as a step of its own; the cursor is behind it.
 * @param {HTMLTextAreaElement} input
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function putText(input, text, start, end) {
  input.focus();
  input.setRangeText(text, start, end, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * A word is one step.
 * @param {Event} event
 * @returns {Kind}
 */
export function kindOf(event) {
  const { inputType = "", data = null } = /** @type {Partial<InputEvent>} */ (event);
  if (inputType.startsWith("deleteContent")) return "deleting";
  return inputType === "insertText" && data?.length === 1 && data.trim() !== "" ? "typing" : "other";
}

/** @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">} event */
export function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? 1 : -1;
  return letter === "y" && !shiftKey ? 1 : null;
}
