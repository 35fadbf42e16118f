import assert from "node:assert/strict";
import { test } from "node:test";
import { matching, missingSignature, moved, onItsLine, templateForm } from "../../ui/templates/template-text.js";

const call = { id: 1, name: "Rückruf", body: "Bitte rufen Sie uns an." };
const date = { id: 2, name: "Termin", body: "Hallo {Vorname}, bis {Datum}." };
const found = (search) => matching([call, date], search).map(({ id }) => id);

test("templates are found by any words of name and text, whatever their case and accents", () => {
  assert.deepEqual([found("RUCK bitte"), found("vorname"), found(" "), found("xyz")], [[1], [2], [1, 2], []]);
});

test("at the end of a text a template begins a line of its own", () => {
  assert.equal(onItsLine("Hallo", 5, "Text"), "\nText");
  assert.equal(onItsLine("Hallo\n", 6, "Text"), "Text");
  assert.equal(onItsLine("Hallo", 2, "Text"), "Text");
  assert.equal(onItsLine("", 0, "Text"), "Text");
});

test("the signature stands under a text once", () => {
  assert.equal(missingSignature("Hallo", "Praxis Lang "), "\nPraxis Lang");
  assert.equal(missingSignature("Hallo\nPraxis Lang\n", "Praxis Lang"), "");
  assert.equal(missingSignature("Hallo\n", "Praxis Lang"), "Praxis Lang");
  assert.equal(missingSignature("", "Praxis Lang"), "Praxis Lang");
  assert.equal(missingSignature("Hallo", "  "), "");
});

test("a template moves one place up or down, and stays at the end of the list", () => {
  const order = (id, step) => moved([call, date], id, step).map((template) => template.id);
  assert.deepEqual([order(2, -1), order(1, 1), order(1, -1), order(2, 1), order(9, 1)], [[2, 1], [2, 1], [1, 2], [1, 2], [1, 2]]);
});

test("a template is filled in without its place and its times", () => {
  assert.deepEqual(templateForm({ ...call, language: "de", position: 3, created_at: 1, changed_at: 2 }), { ...call, language: "de" });
});
