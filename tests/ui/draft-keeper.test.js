import assert from "node:assert/strict";
import { test } from "node:test";
import { keepDraft, LONGEST_MS, QUIET_MS } from "../../ui/writing/draft-keeper.js";

const ID = "11111111-1111-4111-8111-111111111111";
const draft = (body, id = ID) => ({ id, recipient: "", body });

/** A clock that stands until it is told. */
function clock() {
  let now = 0;
  let due = [];
  return {
    start: (run, ms) => {
      const timer = { run, at: now + ms };
      due.push(timer);
      return timer;
    },
    stop: (timer) => (due = due.filter((one) => one !== timer)),
    now: () => now,
    async pass(ms) {
      now += ms;
      const ready = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      ready.forEach(({ run }) => run());
      await settled();
    },
  };
}

/** Lets everything that waits for a promise run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function desk({ failing = false } = {}) {
  const state = { saved: [], told: [], failing, answer: null };
  const timers = clock();
  const save = async ({ body }) => {
    if (state.failing) throw new Error("disk full");
    state.saved.push(body);
    await state.answer;
  };
  return { state, timers, keeper: keepDraft(save, (kept) => state.told.push(kept), timers) };
}

test("the text is on the disk at most 500 ms after the last key", async () => {
  const { state, timers, keeper } = desk();
  keeper.changed(draft("H"));
  await timers.pass(100);
  keeper.changed(draft("Ha"));
  await timers.pass(QUIET_MS - 1);
  assert.deepEqual(state.saved, []);
  await timers.pass(1);
  assert.deepEqual(state.saved, ["Ha"]);
  assert.ok(QUIET_MS < 500);
});

test("someone who never pauses is saved all the same", async () => {
  const { state, timers, keeper } = desk();
  for (let typed = 0; typed <= LONGEST_MS; typed += 100) {
    keeper.changed(draft(String(typed)));
    await timers.pass(100);
  }
  assert.ok(state.saved.length >= 1);
});

test("leaving the field or the window saves at once, and only what is new", async () => {
  const { state, keeper } = desk();
  keeper.changed(draft("Hallo"));
  await keeper.saveNow();
  await keeper.saveNow();
  assert.deepEqual(state.saved, ["Hallo"]);
});

test("one save at a time, and the newest text last", async () => {
  const { state, keeper } = desk();
  let answer;
  state.answer = new Promise((resolve) => (answer = resolve));
  keeper.changed(draft("one"));
  const saving = keeper.saveNow();
  keeper.changed(draft("two"));
  void keeper.saveNow();
  await settled();
  assert.deepEqual(state.saved, ["one"]);
  answer();
  await saving;
  assert.deepEqual(state.saved, ["one", "two"]);
});

test("while a message is being sent nothing is saved, and what is being saved is waited for", async () => {
  const { state, timers, keeper } = desk();
  let answer;
  state.answer = new Promise((resolve) => (answer = resolve));
  keeper.changed(draft("one"));
  void keeper.saveNow();
  keeper.changed(draft("two"));
  let rested = false;
  const rest = keeper.rest().then(() => (rested = true));
  await settled();
  assert.equal(rested, false);
  answer();
  await rest;
  await timers.pass(LONGEST_MS);
  assert.deepEqual(state.saved, ["one"]);
});

test("a refused send saves the text after all; an accepted one never does", async () => {
  const refused = desk();
  refused.keeper.changed(draft("text"));
  await refused.keeper.rest();
  refused.keeper.resume();
  await refused.timers.pass(QUIET_MS);
  assert.deepEqual(refused.state.saved, ["text"]);

  const accepted = desk();
  accepted.keeper.changed(draft("text"));
  await accepted.keeper.rest();
  accepted.keeper.forget(ID);
  accepted.keeper.resume();
  await accepted.timers.pass(LONGEST_MS);
  assert.deepEqual(accepted.state.saved, []);
});

test("what cannot be saved is told and tried again", async () => {
  const { state, timers, keeper } = desk({ failing: true });
  keeper.changed(draft("text"));
  await timers.pass(QUIET_MS);
  assert.deepEqual(state.told, [false]);
  state.failing = false;
  await timers.pass(LONGEST_MS);
  assert.deepEqual(state.told, [false, true]);
  assert.deepEqual(state.saved, ["text"]);
});

test("texts put aside are saved beside the one being written", async () => {
  const { state, keeper } = desk();
  keeper.changed(draft("put aside"));
  keeper.changed(draft("being written", "22222222-2222-4222-8222-222222222222"));
  await keeper.saveNow();
  assert.deepEqual(state.saved, ["put aside", "being written"]);
});

test("a text put aside is not lost when it could not be saved before the next one was begun", async () => {
  const { state, timers, keeper } = desk({ failing: true });
  keeper.changed(draft("put aside"));
  await keeper.saveNow();
  keeper.changed(draft("being written", "22222222-2222-4222-8222-222222222222"));
  keeper.forget("22222222-2222-4222-8222-222222222222");
  state.failing = false;
  await timers.pass(LONGEST_MS);
  assert.deepEqual(state.saved, ["put aside"]);
});
