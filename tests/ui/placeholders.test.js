import assert from "node:assert/strict";
import { test } from "node:test";
import { stillUnfilled } from "../../ui/placeholders.js";

test("what still stands in the text is named once, in the text's order", () => {
  assert.deepEqual(stillUnfilled("{Datum}, {Vorname} und {Datum}", ["{Vorname}", "{Datum}"]), ["{Datum}", "{Vorname}"]);
  assert.deepEqual(stillUnfilled("Hallo Anna", ["{Vorname}"]), []);
});

test("braces typed by hand are text", () => {
  assert.deepEqual(stillUnfilled("{Hallo}", []), []);
});
