import assert from "node:assert/strict";
import { test } from "node:test";
import { readRecipient, recipientText } from "../../ui/writing/recipient-text.js";

const number = (text) => readRecipient(text).number;

test("a name with its number in brackets is read as both", () => {
  assert.deepEqual(readRecipient("Anna Beck <0171 1234567>"), { name: "Anna Beck", number: "0171 1234567" });
  assert.deepEqual(readRecipient(' "Beck, Anna" <tel:+49-171-1234567> '), { name: "Beck, Anna", number: "+49-171-1234567" });
});

test("what a draft keeps of a choice is read as it was, also with brackets in the name", () => {
  assert.deepEqual(readRecipient(recipientText("Anna <Beck>", "+49 171 1234567")), { name: "Anna Beck", number: "+49 171 1234567" });
});

test("a link is read as its number", () => {
  assert.equal(number("tel:+49-171-1234567;ext=5"), "+49-171-1234567");
  assert.equal(number("sms:%2B491711234567?body=Hallo"), "+491711234567");
  assert.equal(number("tel:%zz"), "%zz");
});

test("a card is read as its name and its preferred, else its mobile number", () => {
  const card = (...lines) => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD"].join("\r\n");
  const both = ["FN:Anna Beck", "TEL;TYPE=WORK:+49 30 998877", "item1.TEL;TYPE=CELL:+49 171 1234567"];
  assert.deepEqual(readRecipient(card(...both)), { name: "Anna Beck", number: "+49 171 1234567" });
  assert.equal(number(card("FN:Bilal", "TEL;CELL:0160 1", "TEL;TYPE=pref:0170 2")), "0170 2");
  assert.deepEqual(readRecipient(card("N:Kern;Clara;;;", "TEL;VALUE=uri:tel:+49-30-12", " 3456")), { name: "Clara Kern", number: "+49-30-123456" });
  assert.deepEqual(readRecipient(card("ORG:Kern\\, Söhne;Lager", "TEL:030 1")), { name: "Kern, Söhne", number: "030 1" });
});

test("of several cards the first counts, and one without a number is no recipient", () => {
  const two = "BEGIN:VCARD\nFN:Anna\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Bilal\nTEL;PREF:2\nEND:VCARD";
  assert.deepEqual(readRecipient(two), { name: "Anna", number: "1" });
  assert.equal(readRecipient("BEGIN:VCARD\nFN:Anna\nEND:VCARD").name, "");
});

test("anything else is the number as it was typed", () => {
  for (const typed of ["+49 (0)171 1234567", "Anna", "<>", ""]) assert.deepEqual(readRecipient(typed), { name: "", number: typed });
});
