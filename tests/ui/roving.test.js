import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStop } from "../../ui/page/roving.js";

test("the arrows go round, Home and End to the ends, and Tab leaves", () => {
  const from = (at) => (key) => nextStop({ count: 3, at }, key);
  assert.deepEqual(["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"].map(from(0)), [1, 1, 2, 2]);
  assert.deepEqual(["ArrowRight", "ArrowLeft", "Home", "End"].map(from(2)), [0, 1, 0, 2]);
  assert.deepEqual(["Tab", "Enter", " ", "a"].map(from(1)), [null, null, null, null]);
});
