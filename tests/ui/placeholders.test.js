import assert from "node:assert/strict";
import { test } from "node:test";
import { fillings, stillUnfilled } from "../../ui/templates/placeholders.js";

test("what still stands in the text is named once, in the text's order", () => {
  assert.deepEqual(stillUnfilled("{Datum}, {Vorname} und {Datum}", ["{Vorname}", "{Datum}"]), ["{Datum}", "{Vorname}"]);
  assert.deepEqual(stillUnfilled("Hallo Anna", ["{Vorname}"]), []);
});

test("braces typed by hand are text", () => {
  assert.deepEqual(stillUnfilled("{Hallo}", []), []);
});

test("every place of a placeholder that is known now is filled, the others stay", () => {
  const text = "{Vorname}, {Betrag} an {{Vorname}}";
  assert.deepEqual(fillings(text, { "{Vorname}": "Anna" }), [
    { start: 0, end: 9, value: "Anna" }, { start: 24, end: 33, value: "Anna" },
  ]);
  assert.deepEqual(fillings(text, {}), []);
});
