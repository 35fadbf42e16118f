import assert from "node:assert/strict";
import { test } from "node:test";
import { makeNumberCheck } from "../../ui/writing/number-check.js";

function field() {
  const asked = [];
  const state = { number: "0171", asked, told: 0 };
  const backend = {
    checkRecipient: async (text) => {
      asked.push(text);
      if (text === "Anna") throw { code: "recipient", message: "no number" };
      return { e164: `+49${text}` };
    },
  };
  return { state, check: makeNumberCheck({ backend, number: () => state.number, answered: () => (state.told += 1) }) };
}

test("a number is asked for once, and anew when the settings change what it means", async () => {
  const { state, check } = field();
  await Promise.all([check.ask(), check.ask()]);
  assert.deepEqual([check.known().view.e164, state.asked.length, state.told], ["+490171", 1, 1]);
  assert.deepEqual([check.dependsOn("AT"), check.dependsOn("AT")], [true, false]);
  await check.ask();
  assert.equal(state.asked.length, 2);
});

test("an answer about another number than the one in the field is not known of it", async () => {
  const { state, check } = field();
  await check.ask();
  state.number = "Anna";
  assert.equal(check.known(), null);
  const { view, error } = await check.ask();
  assert.deepEqual([view, error.message, check.known().error.message], [null, "no number", "no number"]);
});

test("what Send came back with stands until the number changes", async () => {
  const { state, check } = field();
  check.reject({ code: "recipient", message: "refused" });
  assert.equal((await check.ask()).error.message, "refused");
  state.number = "0172";
  assert.equal((await check.ask()).view.e164, "+490172");
});
