import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { doneWords, duplicateWords, unreadableWords } from "../../ui/contacts/import-dialog.js";
import { MEANINGS, withMeaning } from "../../ui/contacts/import-mapping.js";
import { namesOf, speak } from "./sources.js";

beforeEach(() => speak("de"));

const headers = ["Vorname", "Handy"];
const mapping = { columns: [{ kind: "given" }, { kind: "ignored" }], has_header: true };

test("every meaning is offered, once", () => {
  assert.deepEqual([...MEANINGS].sort(), namesOf("Meaning").sort());
});

test("one column gets another meaning, the others keep theirs", () => {
  assert.deepEqual(withMeaning(mapping, 0, "family", headers).columns, [{ kind: "family" }, { kind: "ignored" }]);
  assert.deepEqual(mapping.columns[0], { kind: "given" });
});

test("numbers are called what their column is called, unless they have a name already", () => {
  const named = withMeaning(mapping, 1, "number", headers);
  assert.deepEqual(named.columns[1], { kind: "number", label: "Handy" });
  assert.deepEqual(withMeaning(named, 1, "number", ["", "Mobil"]).columns[1], { kind: "number", label: "Handy" });
  assert.deepEqual(withMeaning(mapping, 1, "number", []).columns[1], { kind: "number", label: "" });
});

test("what cannot be read is named with its line, its reason and what stands there", () => {
  const words = unreadableWords({ line: 7, reason: "rounded", content: "4,92E+11" });
  assert.equal(words, "Zeile 7: eine Tabellenkalkulation hat die Nummer gerundet (4,92E+11)");
});

test("a duplicate says whom it meets: a contact, or another row", () => {
  const duplicate = { line: 3, name: "A. Beck", display: "+49 171 1234567", other: "Anna Beck", is_contact: true };
  assert.match(duplicateWords(duplicate), /Ist schon Kontakt: Anna Beck$/);
  assert.match(duplicateWords({ ...duplicate, is_contact: false }), /Steht auch in der Datei: Anna Beck$/);
});

test("the result says what came, and nothing of what did not happen", () => {
  assert.equal(doneWords({ id: 1, added: 1, merged: 0, skipped: 0, unreadable: 0 }), "Ein Kontakt kam hinzu.");
  const all = doneWords({ id: 1, added: 5, merged: 2, skipped: 1, unreadable: 3 });
  assert.match(all, /^5 Kontakte .* 2 wurden .* Einer wurde .* 3 Zeilen/);
});
