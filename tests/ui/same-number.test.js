import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { undoneWords } from "../../ui/contacts/earlier-imports.js";
import { countSharing, pairsOf, renewed } from "../../ui/contacts/pairs.js";
import { speak } from "./sources.js";

beforeEach(() => speak("de"));

const [anna, beck, clara] = [{ id: 1, name: "Anna" }, { id: 2, name: "Anna Beck" }, { id: 3, name: "Clara" }];
const shared = (one, other, display = "+49 171 1") => ({ one, other, display, e164: display });
const keys = (pairs) => pairs.map(({ key }) => key);

test("two contacts that share several numbers are one pair", () => {
  const pairs = pairsOf([shared(anna, beck, "1"), shared(anna, clara, "1"), shared(anna, beck, "2")]);
  assert.deepEqual(pairs.map(({ key, numbers }) => [key, numbers]), [["1-2", ["1", "2"]], ["1-3", ["1"]]]);
});

test("everybody who shares a number counts once, and beyond what is listed nothing is counted", () => {
  assert.equal(countSharing([shared(anna, beck), shared(anna, clara), shared(beck, clara)]), 3);
  assert.equal(countSharing(Array(500).fill(shared(anna, beck))), null);
});

test("what was merged keeps its place, and pairs with the contact that is gone go", () => {
  const [one, two, three] = pairsOf([shared(anna, beck), shared(anna, clara), shared(beck, clara)]);
  const merged = { ...one, merged: { contact: anna } };
  assert.deepEqual(keys(renewed([merged, two, three], pairsOf([shared(anna, clara)]))), ["1-2", "1-3"]);
  assert.deepEqual(keys(renewed([two], [one, two, three])), ["1-3", "1-2", "2-3"]);
});

test("an undone import says who is gone, who is as before and who stays", () => {
  assert.equal(undoneWords({ removed: 1, restored: 0, kept: 0 }), "Der Import ist zurückgenommen. Ein Kontakt ist gelöscht.");
  assert.match(undoneWords({ removed: 0, restored: 1, kept: 3 }), /kein Kontakt zu löschen\. Einer ist wieder .* 3 wurden seitdem/);
});
