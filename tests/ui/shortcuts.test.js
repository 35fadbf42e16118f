import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { keyWords, shortcutFor, shortcuts } from "../../ui/help/shortcuts.js";
import { messages, read, speak } from "./sources.js";

beforeEach(() => speak("de"));

const press = (key, held = {}) => ({
  key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held,
});
const ctrl = { ctrlKey: true };
const cmd = { metaKey: true };

test("no key means two things, and each shortcut has its words", () => {
  const keys = shortcuts(false).flatMap((shortcut) => shortcut.keys);
  assert.equal(new Set(keys).size, keys.length);
  for (const { name } of shortcuts(false)) assert.ok(messages("de").has(`shortcut-${name}`), name);
});

test("the usual keys of each system do what they usually do", () => {
  for (const [key, name] of [["n", "new"], ["f", "search"], ["Enter", "send"], ["z", "undo"], ["3", "history"], [",", "settings"]]) {
    assert.equal(shortcutFor(press(key, ctrl), false), name);
    assert.equal(shortcutFor(press(key, cmd), true), name);
    assert.equal(shortcutFor(press(key, cmd), false), null);
    assert.equal(shortcutFor(press(key, ctrl), true), null);
    assert.equal(shortcutFor(press(key), false), null);
  }
  assert.equal(shortcutFor(press("F1"), false), "guide");
});

test("redo, AltGr and a second modifier mean something else", () => {
  assert.equal(shortcutFor(press("Z", { ...ctrl, shiftKey: true }), false), null);
  assert.equal(shortcutFor(press("n", { ...ctrl, altKey: true }), false), null);
  assert.equal(shortcutFor(press("n", { ...ctrl, ...cmd }), false), null);
});

test("with capitals locked the letters mean the same", () => {
  assert.equal(shortcutFor(press("N", ctrl), false), "new");
});

test("the question mark is found wherever the keyboard has it, and digits under other signs", () => {
  assert.equal(shortcutFor(press("?", { shiftKey: true, code: "Minus" }), false), "shortcuts");
  assert.equal(shortcutFor(press("&", { ...ctrl, code: "Digit1" }), false), "new-message");
});

test("Escape is left to what is open", () => {
  assert.equal(shortcutFor(press("Escape"), false), null);
});

test("keys are written as they stand on the keyboard", () => {
  assert.equal(keyWords("new", false), "Strg + N");
  assert.equal(keyWords("settings", false), "Strg + 6 oder Strg + ,");
  assert.equal(keyWords("new", true), "⌘ + N");
  speak("en");
  assert.equal(keyWords("send", false), "Ctrl + Enter");
});

test("what the page itself says of its keys is what the table says", () => {
  const both = (name) => [false, true].flatMap((mac) => shortcuts(mac).find((shortcut) => shortcut.name === name).keys).join(" ");
  const page = read("index.html");
  assert.ok(page.includes(`id="send" class="button button-primary" aria-keyshortcuts="${both("send")}"`));
  assert.ok(page.includes(`data-verb="undo" aria-keyshortcuts="${both("undo")}"`));
});
