// Puts text into a field as if it were typed, so that Ctrl+Z takes it out again, in one step of its own.

/**
 * Instead of what stands between two places; the cursor is behind it.
 * @param {HTMLTextAreaElement} input
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function typeText(input, text, start, end) {
  input.focus();
  place(input, start, end);
  if (text === "" && start === end) return;
  if (text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text)) {
    return place(input, start + text.length, start + text.length);
  }
  input.setRangeText(text, start, end, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * What is typed at one place without leaving it is one step of undoing.
 * @param {HTMLTextAreaElement} input
 * @param {number} start
 * @param {number} end
 */
function place(input, start, end) {
  input.select();
  input.setSelectionRange(start, end);
}
