import assert from "node:assert/strict";
import { test } from "node:test";
import { makeListWindow, MOST, STEP } from "../../ui/page/list-window.js";

const rows = (count) => Array.from({ length: count }, (_, place) => place);
const ends = (part, count) => [part.visible(rows(count)).at(0), part.visible(rows(count)).at(-1)];

test("a short list stands in the page as a whole", () => {
  const part = makeListWindow();
  part.goOlder(MOST);
  assert.deepEqual(ends(part, MOST), [0, MOST - 1]);
  assert.deepEqual([part.hasNewer(), part.hasOlder(MOST)], [false, false]);
});

test("however long the list is, the page holds only so many rows of it, and all can be reached", () => {
  const part = makeListWindow();
  const count = MOST + 2 * STEP;
  assert.ok(part.hasOlder(count));
  part.goOlder(count);
  part.goOlder(count);
  part.goOlder(count);
  assert.equal(part.visible(rows(count)).length, MOST);
  assert.deepEqual(ends(part, count), [2 * STEP, count - 1]);
  part.goNewer();
  part.goNewer();
  part.goNewer();
  assert.deepEqual(ends(part, count), [0, MOST - 1]);
});

test("another question begins at the top", () => {
  const part = makeListWindow();
  part.goOlder(MOST + STEP);
  part.reset();
  assert.ok(!part.hasNewer());
});
