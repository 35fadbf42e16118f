import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyForm, formOf } from "../../ui/contacts/contact-form.js";
import { ALL_CONTACTS, byLetter, isNarrowed, makeContactList } from "../../ui/contacts/contact-pages.js";

const anna = { id: 1, name: "Anna Beck", letter: "B" };
const bilal = { id: 2, name: "Bilal Kaya", letter: "K" };
const clara = { id: 3, name: "Clara Kern", letter: "K" };

test("pages follow one another, each contact once", () => {
  const list = makeContactList();
  assert.equal(list.loaded(), false);
  list.replace({ contacts: [anna, bilal], next: { sort_key: "kaya", id: 2 } });
  assert.deepEqual(list.next(), { sort_key: "kaya", id: 2 });
  list.add({ contacts: [bilal, clara], next: null });
  assert.deepEqual([list.all().map(({ id }) => id), list.next()], [[1, 2, 3], null]);
  list.replace({ contacts: [clara], next: null });
  assert.deepEqual(list.all(), [clara]);
});

test("contacts stand under their letters", () => {
  assert.deepEqual(byLetter([anna, bilal, clara]), [
    { letter: "B", contacts: [anna] }, { letter: "K", contacts: [bilal, clara] },
  ]);
});

test("a search of spaces is none", () => {
  assert.ok(!isNarrowed({ ...ALL_CONTACTS, search: "  " }));
  assert.ok(isNarrowed({ ...ALL_CONTACTS, search: "an" }) && isNarrowed({ ...ALL_CONTACTS, letter: "K" }));
});

test("a contact is filled in with its numbers as they are read", () => {
  const { id, numbers } = formOf({ ...emptyForm(), id: 7, numbers: [{ label: "mobil", e164: "+491711234567", display: "+49 171 1234567" }] });
  assert.deepEqual([id, numbers], [7, [{ label: "mobil", number: "+49 171 1234567" }]]);
});
