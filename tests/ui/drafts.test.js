import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyDraft, firstWords, isBlank, makeShelf } from "../../ui/writing/drafts.js";

const draft = (id, body = "Hallo") => ({ ...emptyDraft(), id, body });
const ids = (shelf) => shelf.all().map(({ id }) => id);

test("texts of an earlier run stand beside the form, blank ones do not", () => {
  assert.deepEqual(ids(makeShelf([draft("a"), draft("b", "  \n"), draft("c")])), ["a", "c"]);
});

test("the one put aside last stands first, and each stands there once", () => {
  const shelf = makeShelf([draft("a")]);
  shelf.add(draft("b"));
  shelf.add(draft("a", "Hallo Anna"));
  assert.deepEqual(ids(shelf), ["a", "b"]);
  assert.equal(shelf.all()[0].body, "Hallo Anna");
});

test("what is taken from the shelf stands in the form alone", () => {
  const shelf = makeShelf([draft("a"), draft("b")]);
  assert.equal(shelf.take("a").id, "a");
  assert.deepEqual(ids(shelf), ["b"]);
  assert.equal(shelf.take("a"), null);
});

test("what was discarded comes back until something else happens", () => {
  const shelf = makeShelf([draft("a"), draft("b")]);
  shelf.discard("a");
  assert.deepEqual([ids(shelf), shelf.discarded().id], [["b"], "a"]);
  assert.equal(shelf.bringBack().id, "a");
  assert.deepEqual([ids(shelf), shelf.discarded()], [["a", "b"], null]);
  shelf.discard("a");
  shelf.add(draft("c"));
  assert.equal(shelf.bringBack(), null);
});

test("a new draft is blank and has an id of its own; spaces are nothing", () => {
  assert.notEqual(emptyDraft().id, emptyDraft().id);
  assert.ok(isBlank(emptyDraft()) && isBlank({ recipient: " ", body: "\n" }));
  assert.ok(!isBlank({ recipient: "Anna", body: "" }));
});

test("the first words are one line, cut between words, and never within a character", () => {
  assert.equal(firstWords(" Hallo\nAnna "), "Hallo Anna");
  assert.equal(firstWords("wort ".repeat(20)), `${"wort ".repeat(12).trim()} …`);
  assert.equal(firstWords("🙂".repeat(61)), `${"🙂".repeat(60)} …`);
});
