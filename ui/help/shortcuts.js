// The one table of shortcuts, what a key press means by it, and how keys are written for people. Pure.
//
// The window's handler, the sheet of shortcuts, the native menus and the guide's list all come from `shortcuts.json`.

import table from "../shortcuts.json" with { type: "json" };
import { translate } from "../page/l10n.js";

/**
 * @typedef {"new" | "send" | "undo" | "search" | "new-message" | "outbox" | "history" | "contacts" | "templates"
 *   | "settings" | "guide" | "shortcuts"} ShortcutName what the window does itself; it closes dialogs by their own Escape
 */

/** @typedef {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} KeyPress */

/** What some keys are called. */
const KEY_WORDS = { Control: "key-control", Meta: "key-command", Enter: "key-enter", Escape: "key-escape" };

export const onMac = () => /^Mac/.test(globalThis.navigator?.platform ?? "");

/**
 * Every shortcut with its keys, as `aria-keyshortcuts` writes them.
 * @param {boolean} mac
 * @returns {{ name: string, keys: string[] }[]}
 */
export function shortcuts(mac) {
  const modifier = mac ? "Meta" : "Control";
  return table.map(({ name, keys }) => ({ name, keys: keys.map((key) => key.replace("Mod", modifier)) }));
}

/**
 * Which shortcut was pressed.
 * @param {KeyPress} press
 * @param {boolean} mac
 * @returns {ShortcutName | null}
 */
export function shortcutFor(press, mac) {
  const found = shortcuts(mac).find(({ name, keys }) => name !== "close" && keys.some((key) => isPressed(key, press)));
  return /** @type {ShortcutName | null} */ (found?.name ?? null);
}

/**
 * @param {string} keys
 * @param {KeyPress} press
 */
function isPressed(keys, { key, code, ctrlKey, metaKey, altKey, shiftKey }) {
  const [wanted, modifier = ""] = keys.split("+").reverse();
  if (altKey || ctrlKey !== (modifier === "Control") || metaKey !== (modifier === "Meta")) return false;
  // Where a sign needs Shift differs from keyboard to keyboard.
  if (shiftKey && wanted !== "?") return false;
  return key.toLowerCase() === wanted?.toLowerCase() || code === `Digit${wanted}`;
}

/**
 * How a shortcut is written for people, as in "Ctrl + N".
 * @param {string} name
 * @param {boolean} [mac]
 */
export function keyWords(name, mac = onMac()) {
  const keys = shortcuts(mac).find((shortcut) => shortcut.name === name)?.keys ?? [];
  return keys.map(inWords).join(translate("key-or"));
}

/**
 * Keys that are pressed together, as in "Ctrl + N".
 * @param {string} keys as `aria-keyshortcuts` writes them
 */
export const inWords = (keys) => keys.split("+").map(oneKey).join(" + ");

/** @param {string} key */
const oneKey = (key) => (key in KEY_WORDS ? translate(KEY_WORDS[/** @type {keyof typeof KEY_WORDS} */ (key)]) : key);
