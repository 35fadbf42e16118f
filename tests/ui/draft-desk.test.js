import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDraftDesk } from "../../ui/writing/draft-desk.js";
import { emptyDraft } from "../../ui/writing/drafts.js";

const draft = (body, recipient = "") => ({ ...emptyDraft(), recipient, body });

/** A form and a disk; what stands on the shelf is read off what was shown last. */
function office({ disk = [], failing = false } = {}) {
  const state = { form: emptyDraft(), shelf: [], discarded: null, disk: new Map(disk.map((one) => [one.id, one])), failing };
  const backend = {
    async saveDraft(one) {
      if (state.failing) throw new Error("disk full");
      if (one.recipient === "" && one.body === "") state.disk.delete(one.id);
      else state.disk.set(one.id, one);
    },
    async discardDraft(id) {
      if (state.failing) throw new Error("disk full");
      state.disk.delete(id);
    },
  };
  const desk = makeDraftDesk({
    backend,
    tell: () => {},
    read: () => state.form,
    fill: (one) => (state.form = one),
    focus: () => {},
    reveal: () => {},
    show: (shelf, discarded) => Object.assign(state, { shelf, discarded }),
  });
  return {
    state, desk,
    type(text) {
      state.form = { ...state.form, body: text };
      desk.edited();
    },
    beside: () => state.shelf.map(({ body }) => body),
    kept: () => [...state.disk.values()].map(({ body }) => body).sort(),
  };
}

test("the text written last stands in the form again, the others beside it", () => {
  const { state, desk, beside } = office();
  desk.restore([draft("to Anna"), draft("to Bilal"), draft("to Clara")]);
  assert.equal(state.form.body, "to Anna");
  assert.deepEqual(beside(), ["to Bilal", "to Clara"]);
});

test("what was typed before the drafts were known stays", () => {
  const { state, desk } = office();
  state.form = draft("typed early", "Clara");
  desk.restore([draft("to Anna", "Anna")]);
  assert.deepEqual([state.form.recipient, state.form.body], ["Clara", "to Anna\ntyped early"]);
});

test("a text taken back comes into the empty form", async () => {
  const { state, desk, beside, kept } = office();
  desk.bringBack({ ...draft("taken back", "Anna"), sender_id: 2, repeats: 7 });
  await desk.saveNow();
  assert.deepEqual([state.form.body, desk.draft().repeats, state.form.sender_id], ["taken back", 7, 2]);
  assert.deepEqual([beside(), kept()], [[], ["taken back"]]);
});

test("a text taken back goes beside what was typed since", async () => {
  const taken = draft("taken back");
  const { state, desk, type, beside, kept } = office({ disk: [taken] });
  type("something else");
  desk.bringBack(taken);
  await desk.saveNow();
  assert.equal(state.form.body, "something else");
  assert.deepEqual([beside(), kept()], [["taken back"], ["something else", "taken back"]]);
});

test("going on with one puts the other aside, and both stay on the disk", async () => {
  const { state, desk, type, beside, kept } = office();
  desk.restore([draft("one"), draft("two")]);
  type("one, changed");
  desk.goOn(state.shelf[0].id);
  await desk.saveNow();
  assert.equal(state.form.body, "two");
  assert.deepEqual([beside(), kept()], [["one, changed"], ["one, changed", "two"]]);
});

test("a form of spaces is not put aside, and nothing of it stays on the disk", async () => {
  const { desk, type, beside, kept } = office();
  type("  ");
  await desk.saveNow();
  desk.open(draft("for someone else"));
  await desk.saveNow();
  assert.deepEqual([beside(), kept()], [[], ["for someone else"]]);
});

test("a message that was committed leaves an empty form with an id of its own, and the others beside it", async () => {
  const { state, desk, type, beside, kept } = office();
  desk.restore([draft("one"), draft("two")]);
  type("one, sent");
  const { id } = desk.draft();
  await desk.rest();
  desk.sent();
  desk.resume();
  await desk.saveNow();
  assert.deepEqual([state.form.body, desk.draft().repeats, beside()], ["", null, ["two"]]);
  assert.notEqual(desk.draft().id, id);
  assert.deepEqual(kept(), []);
});

test("what was discarded is off the disk, and comes back when that is undone", async () => {
  const unwanted = draft("unwanted");
  const { state, desk, beside, kept } = office({ disk: [unwanted] });
  desk.restore([draft("one"), unwanted]);
  await desk.discard(unwanted.id);
  assert.deepEqual([beside(), kept(), state.discarded.body], [[], [], "unwanted"]);
  desk.undoDiscard();
  await desk.saveNow();
  assert.deepEqual([beside(), kept(), state.discarded], [["unwanted"], ["unwanted"], null]);
});

test("what cannot be discarded stays in sight", async () => {
  const unwanted = draft("unwanted");
  const { desk, beside } = office({ disk: [unwanted], failing: true });
  desk.restore([draft("one"), unwanted]);
  await desk.discard(unwanted.id);
  await desk.rest();
  assert.deepEqual(beside(), ["unwanted"]);
});
