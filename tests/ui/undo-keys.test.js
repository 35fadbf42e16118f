import assert from "node:assert/strict";
import { test } from "node:test";
import { undoCommand } from "../../ui/page/undo-keys.js";

const press = (key, held = {}) =>
  undoCommand({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test("the keys that everybody knows take typing back and bring it again", () => {
  assert.equal(press("z", { ctrlKey: true }), "undo");
  assert.equal(press("z", { metaKey: true }), "undo");
  assert.equal(press("Z", { ctrlKey: true, shiftKey: true }), "redo");
  assert.equal(press("y", { ctrlKey: true }), "redo");
});

test("no other key does", () => {
  assert.equal(press("z"), null);
  assert.equal(press("z", { ctrlKey: true, altKey: true }), null);
  assert.equal(press("Y", { ctrlKey: true, shiftKey: true }), null);
});
