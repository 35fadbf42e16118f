import assert from "node:assert/strict";
import { test } from "node:test";
import { onFirstUse } from "../../ui/page/first-use.js";

test("what is made on its first use is made once, and is there when it begins", () => {
  const begun = [];
  let made = 0;
  const use = onFirstUse(() => ++made, (thing) => begun.push([thing, use.ifMade(), use()]));
  assert.deepEqual([made, use.ifMade()], [0, null]);
  assert.deepEqual([use(), use(), made], [1, 1, 1]);
  assert.deepEqual(begun, [[1, 1, 1]]);
  assert.equal(use.ifMade(), 1);
});
