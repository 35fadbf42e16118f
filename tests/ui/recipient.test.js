import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { isWorthLooking, pressKey } from "../../ui/writing/combobox-keys.js";
import { hintLines } from "../../ui/writing/recipient-hint.js";
import { speak } from "./sources.js";

beforeEach(() => speak("de"));

const anna = {
  e164: "+491711234567", display: "+49 171 1234567", country: "DE", abroad: false, kind: "mobile", known: true,
  name: "Anna Beck",
};

test("the arrows go round the list, and nothing is marked by itself", () => {
  assert.deepEqual(pressKey({ count: 3, active: -1 }, "ArrowDown"), { kind: "mark", active: 0 });
  assert.deepEqual(pressKey({ count: 3, active: 2 }, "ArrowDown"), { kind: "mark", active: 0 });
  assert.deepEqual(pressKey({ count: 3, active: -1 }, "ArrowUp"), { kind: "mark", active: 2 });
  assert.deepEqual(pressKey({ count: 3, active: 1 }, "ArrowUp"), { kind: "mark", active: 0 });
});

test("Enter chooses what is marked, else closes the list, else moves on; it never sends", () => {
  assert.deepEqual(pressKey({ count: 3, active: 1 }, "Enter"), { kind: "choose", active: 1 });
  assert.deepEqual(pressKey({ count: 3, active: -1 }, "Enter"), { kind: "close" });
  assert.deepEqual(pressKey({ count: 0, active: -1 }, "Enter"), { kind: "move-on" });
});

test("Escape closes the list; without a list the keys keep their own meaning", () => {
  assert.deepEqual(pressKey({ count: 1, active: 0 }, "Escape"), { kind: "close" });
  for (const key of ["Escape", "ArrowDown", "ArrowUp", "a"]) {
    assert.deepEqual(pressKey({ count: 0, active: -1 }, key), { kind: "none" });
  }
  assert.deepEqual(pressKey({ count: 2, active: 0 }, "a"), { kind: "none" });
});

test("contacts are looked for from the first letter or the third digit on", () => {
  for (const typed of ["Ö", "171", "+49 (0)"]) assert.ok(isWorthLooking(typed), typed);
  for (const typed of ["", "+4", "(0 1", "…"]) assert.ok(!isWorthLooking(typed), typed);
});

test("the hint says who, which number and which country", () => {
  assert.deepEqual(hintLines(anna, false, "de"), ["Anna Beck · +49 171 1234567 · Deutschland"]);
  assert.deepEqual(hintLines({ ...anna, name: null }, false, "en"), ["+49 171 1234567 · Germany"]);
});

test("what the chip says is not said again under it", () => {
  assert.deepEqual(hintLines(anna, true, "de"), ["Deutschland"]);
  assert.deepEqual(hintLines({ ...anna, country: null }, true, "de"), []);
});

test("a landline, an unknown number and another country are said quietly", () => {
  assert.match(hintLines({ ...anna, kind: "landline" }, false, "de")[1], /Festnetz/);
  assert.match(hintLines({ ...anna, known: false }, false, "de")[1], /Nummernplan/);
  assert.match(hintLines({ ...anna, abroad: true }, false, "de")[1], /Ausland/);
});
