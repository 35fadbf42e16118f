// Shortcuts by the keyboard and the system's menu bar: never while they would disturb typing, never behind an open dialog.

import { byId } from "../page/dom.js";
import { onMac, shortcutFor, shortcuts } from "./shortcuts.js";

/**
 * @import { Backend } from "../backend.js"
 * @import { ShortcutName } from "./shortcuts.js"
 */

/** Fields in which a letter is text, and Ctrl+Z the field's own undo. */
const FIELDS = "input:not([type=checkbox]), textarea, select, [contenteditable]";

const behindDialog = () => document.querySelector("dialog[open]") !== null;

/**
 * @param {Pick<Backend, "onMenu">} backend
 * @param {Record<ShortcutName, () => unknown>} verbs false: it was nothing, and the key keeps its own meaning
 */
export function mountKeyHandler(backend, verbs) {
  const mac = onMac();
  const ownUndo = !/Linux/.test(navigator.platform);

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.defaultPrevented || event.isComposing || behindDialog()) return;
    const name = shortcutFor(event, mac);
    if (name === "undo" && !ownUndo && disturbs(name, event.target)) return undoTyping(event);
    if (!name || disturbs(name, event.target)) return;
    if (event.repeat) event.preventDefault();
    else if (verbs[name]() !== false) event.preventDefault();
  }

  /** @param {string} name */
  function choose(name) {
    if (!behindDialog() && name in verbs) verbs[/** @type {ShortcutName} */ (name)]();
  }

  for (const { name, keys } of shortcuts(mac)) {
    document.getElementById(`nav-${name}`)?.setAttribute("aria-keyshortcuts", keys.join(" "));
  }
  document.addEventListener("keydown", press);
  void backend.onMenu(choose);
}

/** WebKitGTK knows how a field undoes what was typed, but leaves the key to the program. @param {KeyboardEvent} event */
function undoTyping(event) {
  document.execCommand("undo");
  event.preventDefault();
}

/**
 * @param {ShortcutName} name
 * @param {EventTarget | null} target
 */
function disturbs(name, target) {
  const field = target instanceof Element ? target.closest(FIELDS) : null;
  if (name === "shortcuts") return field !== null;
  // An empty field has nothing to undo.
  if (name === "undo") return field !== null && "value" in field && field.value !== "";
  // Elsewhere than in the form somebody means something else.
  if (name === "send") return field !== null && !byId("message-form", HTMLFormElement).contains(field);
  return false;
}
