import assert from "node:assert/strict";
import { test } from "node:test";
import { watchTyping } from "../../ui/page/watch-typing.js";

function makeDesk() {
  const dialog = new EventTarget();
  const desk = { text: "", left: [] };
  const typing = watchTyping({ dialog, read: () => ({ text: desk.text }), left: (typed) => desk.left.push(typed.text) });
  return { desk, typing, close: () => dialog.dispatchEvent(new Event("close")) };
}

test("a form that was not touched is closed without a word", () => {
  const { desk, typing, close } = makeDesk();
  desk.text = "Anna";
  typing.begin(false);
  close();
  assert.deepEqual(desk.left, []);
});

test("what was typed and not saved is handed over", () => {
  const { desk, typing, close } = makeDesk();
  typing.begin(false);
  desk.text = "Anna";
  close();
  assert.deepEqual(desk.left, ["Anna"]);
});

test("what was saved is not", () => {
  const { desk, typing, close } = makeDesk();
  typing.begin(false);
  desk.text = "Anna";
  typing.settled();
  close();
  assert.deepEqual(desk.left, []);
});

test("what is taken up again is handed over again, also if nothing was added", () => {
  const { desk, typing, close } = makeDesk();
  desk.text = "Anna";
  typing.begin(true);
  close();
  assert.deepEqual(desk.left, ["Anna"]);
});
