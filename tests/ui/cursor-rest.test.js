import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { mountCursorRest } from "../../ui/window/cursor-rest.js";

/** A window with one field in use, whose clock the test moves. */
function makeDesk(t) {
  let now = 0;
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(performance, "now", () => now);
  const field = {
    selectionStart: 2, selectionEnd: 5, selectionDirection: "backward", setSelectionRange: mock.fn(),
  };
  const desk = { field, asked: [], answer: Promise.resolve(), set: () => field.setSelectionRange.mock.calls.map((call) => call.arguments) };
  const page = new EventTarget();
  const restCursor = (rests) => {
    desk.asked.push(rests);
    return desk.answer;
  };
  mountCursorRest({ restCursor }, page, () => desk.field);
  desk.does = (kind, what = {}) => page.dispatchEvent(Object.assign(new Event(kind), what));
  desk.pass = async (seconds) => {
    for (let second = 0; second < seconds; second++) {
      now += 1000;
      t.mock.timers.tick(1000);
      await Promise.resolve();
    }
  };
  return desk;
}

test("ten seconds after the last key the cursor is set where it is, to stand still", async (t) => {
  const desk = makeDesk(t);
  await desk.pass(6);
  desk.does("keydown");
  await desk.pass(9);
  assert.deepEqual(desk.asked, []);
  await desk.pass(2);
  assert.deepEqual([desk.asked, desk.set()], [[true], [[2, 5, "backward"]]]);
  await desk.pass(100);
  assert.deepEqual([desk.asked, desk.set().length], [[true], 1]);
});

test("it blinks again when something is done, and nothing is set then", async (t) => {
  const desk = makeDesk(t);
  await desk.pass(11);
  desk.does("pointerdown");
  desk.does("keydown");
  await desk.pass(1);
  assert.deepEqual([desk.asked, desk.set().length], [[true, false], 1]);
  await desk.pass(11);
  assert.deepEqual([desk.asked, desk.set().length], [[true, false, true], 2]);
});

test("what is done before the answer is not undone by it", async (t) => {
  const desk = makeDesk(t);
  let resolve;
  desk.answer = new Promise((answer) => (resolve = answer));
  await desk.pass(11);
  desk.does("keydown");
  resolve();
  await desk.pass(1);
  assert.deepEqual([desk.asked, desk.set()], [[true, false], []]);
});

test("without a field nothing is looked at again until something is done", async (t) => {
  const desk = makeDesk(t);
  const { field } = desk;
  desk.field = null;
  await desk.pass(30);
  desk.field = field;
  await desk.pass(30);
  assert.deepEqual(desk.asked, []);
  desk.does("focus");
  await desk.pass(11);
  assert.deepEqual(desk.asked, [true]);
});

test("a letter that is being put together is left alone", async (t) => {
  const desk = makeDesk(t);
  desk.does("input", { isComposing: true });
  await desk.pass(30);
  assert.deepEqual(desk.asked, []);
  desk.does("input", { isComposing: false });
  await desk.pass(11);
  assert.deepEqual(desk.asked, [true]);
});
