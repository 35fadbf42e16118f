import assert from "node:assert/strict";
import { test } from "node:test";
import { makeLateFilling } from "../../ui/writing/late-filling.js";

const ANNA = { value: "Anna Beck <+49 171 1>", e164: "+491711", contactId: 1 };
const BILAL = { value: "Bilal Kaya <+49 171 2>", e164: "+491712", contactId: 2 };

/** A form whose recipient can change, and a program that answers when it is told to. */
function form(unfilled) {
  const answers = [];
  const state = { to: ANNA, unfilled, filled: [], answer: () => answers.shift()?.() };
  const backend = {
    fillPlaceholders: (asked, e164, contactId) =>
      new Promise((resolve) => answers.push(() => resolve({ asked, e164, contactId }))),
  };
  const recipient = { value: () => state.to.value, lookUp: async () => state.to };
  const text = { unfilled: () => state.unfilled, fill: (values) => state.filled.push(values) };
  return { state, filling: makeLateFilling({ backend, recipient, text }) };
}

test("what is not filled is asked for when the recipient is known, of the contact that was chosen", async () => {
  const { state, filling } = form(["{Vorname}"]);
  filling.begin();
  await Promise.resolve();
  state.answer();
  await filling.rest();
  assert.deepEqual(state.filled, [{ asked: ["{Vorname}"], e164: "+491711", contactId: 1 }]);
});

test("a text with nothing to fill asks nothing, and one without a number neither", async () => {
  for (const [unfilled, to] of [[[], ANNA], [["{Vorname}"], { ...ANNA, e164: null }]]) {
    const { state, filling } = form(unfilled);
    state.to = to;
    filling.begin();
    await filling.rest();
    assert.equal(state.answer(), undefined);
  }
});

test("an answer about somebody who is not the recipient any more fills nothing", async () => {
  const { state, filling } = form(["{Vorname}"]);
  filling.begin();
  await Promise.resolve();
  state.to = BILAL;
  state.answer();
  await filling.rest();
  assert.deepEqual(state.filled, []);
});
