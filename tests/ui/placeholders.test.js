import assert from "node:assert/strict";
import { test } from "node:test";
import { insertText, stillUnfilled } from "../../ui/placeholders.js";

test("what still stands in the text is named once, in the text's order", () => {
  assert.deepEqual(stillUnfilled("{Datum}, {Vorname} und {Datum}", ["{Vorname}", "{Datum}"]), ["{Datum}", "{Vorname}"]);
  assert.deepEqual(stillUnfilled("Hallo Anna", ["{Vorname}"]), []);
});

test("braces typed by hand are text", () => {
  assert.deepEqual(stillUnfilled("{Hallo}", []), []);
});

test("a text is put where the cursor was, in place of what was marked", () => {
  assert.equal(insertText("Hallo Welt", { start: 6, end: 10 }, "Anna"), "Hallo Anna");
  assert.equal(insertText("", { start: 0, end: 0 }, "Anna"), "Anna");
});
