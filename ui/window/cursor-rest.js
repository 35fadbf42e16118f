// The cursor stands still ten seconds after the last key or click, as in GTK's own fields. WebKitGTK draws some twenty frames
// for each blink.

/**
 * @import { Backend } from "../backend.js"
 */

const REST_MS = 10_000;

/** What a person does with a field; `focus` is also the window's. */
const DONE = ["keydown", "input", "pointerdown", "focus"];

/** @typedef {Pick<HTMLInputElement, "selectionStart" | "selectionEnd" | "selectionDirection" | "setSelectionRange">} Field */

/**
 * @param {Pick<Backend, "restCursor">} backend
 * @param {EventTarget} [page]
 * @param {() => Field | null} [find]
 */
export function mountCursorRest(backend, page = window, find = fieldInUse) {
  let rests = false;
  let lastDone = 0;
  /** A letter is being put together from several keys. */
  let composing = false;
  let looksLater = false;

  /** @param {Event | null} event */
  function done(event) {
    lastDone = performance.now();
    composing = event !== null && "isComposing" in event && event.isComposing === true;
    if (!looksLater) lookIn(REST_MS);
    if (!rests) return;
    rests = false;
    // It blinks again from where it is set next: by the person, whose hand may be on the mouse.
    void backend.restCursor(false);
  }

  /** @param {number} ms */
  function lookIn(ms) {
    looksLater = true;
    setTimeout(look, ms);
  }

  function look() {
    looksLater = false;
    const left = lastDone + REST_MS - performance.now();
    if (left > 0) lookIn(left);
    else if (!composing && find()) void rest();
  }

  async function rest() {
    rests = true;
    await backend.restCursor(true);
    const field = rests ? find() : null;
    // Set anew where it is, it begins with the half of its blink in which it is seen.
    field?.setSelectionRange(field.selectionStart, field.selectionEnd, field.selectionDirection ?? "none");
  }

  for (const kind of DONE) page.addEventListener(kind, done, true);
  done(null);
}

/** The field in which a cursor blinks. @returns {Field | null} */
function fieldInUse() {
  const active = document.hasFocus() ? document.activeElement : null;
  const isField = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
  return isField && active.selectionStart !== null ? active : null;
}
