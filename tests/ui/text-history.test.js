import assert from "node:assert/strict";
import { test } from "node:test";
import { makeTextHistory } from "../../ui/page/text-history.js";
import { kindOf, stepOf } from "../../ui/page/text-undo.js";

function type(history, from, letters, when = 0) {
  let text = from;
  for (const letter of letters) {
    text += letter;
    history.record(text, kindOf({ inputType: "insertText", data: letter }), when);
  }
  return text;
}

const undone = (history) => history.step(-1)?.text ?? null;

test("words are taken back one by one, and brought again", () => {
  const history = makeTextHistory("");
  type(history, "", "one two");
  assert.equal(undone(history), "one ");
  assert.equal(undone(history), "one");
  assert.deepEqual(history.step(-1), { text: "", caret: 0 });
  assert.equal(history.step(-1), null);
  assert.deepEqual(history.step(1), { text: "one", caret: 3 });
  assert.equal(history.step(1).text, "one ");
  assert.deepEqual(history.step(1), { text: "one two", caret: 7 });
  assert.equal(history.step(1), null);
});

test("a pause, deleting, and what the program puts in are steps of their own", () => {
  const history = makeTextHistory("");
  type(history, "", "ab");
  type(history, "ab", "cd", 5000);
  history.record("abc", kindOf({ inputType: "deleteContentBackward" }), 5001);
  history.record("ab", kindOf({ inputType: "deleteContentBackward" }), 5002);
  history.record("ab and a template", kindOf({}), 5003);
  type(history, "ab and a template", "s", 5004);
  const texts = ["ab and a template", "ab", "abcd", "ab", ""];
  assert.deepEqual(texts.map(() => undone(history)), texts);
});

test("what is written after something was taken back cannot be brought again over it", () => {
  const history = makeTextHistory("one");
  history.record("one two", "other", 0);
  history.step(-1);
  history.record("one three", "other", 0);
  assert.equal(history.step(1), null);
  assert.equal(undone(history), "one");
});

test("the steps of one text are forgotten with it", () => {
  const history = makeTextHistory("");
  type(history, "", "for Anna only");
  history.reset("");
  assert.equal(history.step(-1), null);
  assert.equal(history.step(1), null);
});

test("the cursor comes behind what has changed", () => {
  const history = makeTextHistory("Dear Anna, hello");
  history.record("Dear Bilal, hello", "other", 0);
  assert.deepEqual(history.step(-1), { text: "Dear Anna, hello", caret: 9 });
  assert.deepEqual(history.step(1), { text: "Dear Bilal, hello", caret: 10 });
});

test("only so many steps are kept", () => {
  const history = makeTextHistory("0");
  for (let step = 1; step <= 500; step += 1) history.record(String(step), "other", 0);
  let steps = 0;
  while (history.step(-1)) steps += 1;
  assert.equal(steps, 99);
});

test("the keys are those that everybody knows, and no others", () => {
  const press = (key, held) => stepOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  assert.equal(press("z", { ctrlKey: true }), -1);
  assert.equal(press("z", { metaKey: true }), -1);
  assert.equal(press("Z", { ctrlKey: true, shiftKey: true }), 1);
  assert.equal(press("y", { ctrlKey: true }), 1);
  assert.equal(press("z"), null);
  assert.equal(press("z", { ctrlKey: true, altKey: true }), null);
});
