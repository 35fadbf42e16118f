import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { detailFacts, proofFacts } from "../../ui/messages/message-facts.js";
import { sumWords } from "../../ui/history/history-sum.js";
import { backupWords } from "../../ui/settings/backup-settings.js";
import { furtherVerbs, settlingVerbs } from "../../ui/messages/message-verbs.js";
import { namesOf, speak } from "./sources.js";

beforeEach(() => speak("de"));

const at = new Date(2026, 10, 23, 14, 32, 5).getTime();
const message = (changes) => ({
  id: 1, state: "sent", reason: null, detail: null, name: "Anna Beck", number: "+49 171 1234567", e164: "+491711234567",
  body: "Hallo", sender_name: "Vertrieb", sender_number: "+49 155 51234567", at, due_at: at, predicted_segments: 1,
  billed_segments: 2, cost: "0.15", currency: "EUR", balance_before: "10", balance_after: null, balance_after_at: null,
  due_chosen: false, undecided_at: null, repeats: null, revision: 0, ...changes,
});
const detail = (changes, more) => ({
  message: message(changes), provider_id: "SMS_1", predicted_cost: null, account_email: "praxis@example.de", repeats: null, repeated_by: [],
  system_user: "Sabine",
  steps: [{ at, state: "queued", reason: null }, { at: at + 6000, state: "sent", reason: null }],
  ...more,
});
const words = (facts, id) => facts.find((fact) => fact.id === id).words;

test("what is open can be settled in its own way", () => {
  assert.deepEqual(settlingVerbs(message({ state: "held" })), ["send-now", "change", "discard"]);
  assert.deepEqual(settlingVerbs(message({ state: "queued" })), ["take-back", "send-now"]);
  assert.deepEqual(settlingVerbs(message({ state: "queued", due_chosen: true })), ["change", "send-now", "call-off"]);
  assert.deepEqual(settlingVerbs(message({ state: "sending" })), []);
});

test("an unclear message is never sent again by one click, only settled", () => {
  const verbs = [...settlingVerbs(message({ state: "unclear" })), ...furtherVerbs(message({ state: "unclear" }))];
  for (const answer of ["settle-sent", "settle-not-sent", "settle-unknown"]) assert.ok(verbs.includes(answer), answer);
  for (const verb of ["again", "send-now", "proof", "delete"]) assert.ok(!verbs.includes(verb), verb);
});

test("sending again is offered only where it is certain that nothing was sent", () => {
  const offered = namesOf("MessageState").filter((state) => furtherVerbs(message({ state })).includes("again"));
  assert.deepEqual(offered.sort(), ["not-sent", "rejected"]);
});

test("the recipient of every message can be written to", () => {
  for (const state of namesOf("MessageState")) assert.ok(furtherVerbs(message({ state })).includes("write"), state);
});

test("a proof is only of what was sent, and what is open is not deleted", () => {
  const has = (verb) => (state) => furtherVerbs(message({ state })).includes(verb);
  const having = (verb) => namesOf("MessageState").filter(has(verb)).sort();
  assert.deepEqual(having("proof"), ["sent"]);
  assert.deepEqual(having("delete"), ["cancelled", "not-sent", "rejected", "sent"]);
});

test("what a person noted can be corrected, what Famulor said cannot", () => {
  assert.ok(furtherVerbs(message({ reason: "settled-by-person" })).includes("settle-not-sent"));
  assert.ok(furtherVerbs(message({ state: "not-sent", reason: "settled-by-person" })).includes("settle-sent"));
  assert.ok(!furtherVerbs(message()).some((verb) => verb.startsWith("settle")));
});

test("the facts of a message flag what was billed otherwise than predicted, and leave out what is not known", () => {
  const facts = detailFacts(detail({ cost: null }, { provider_id: null }));
  assert.equal(facts.find(({ id }) => id === "fact-parts").flagged, true);
  assert.equal(words(facts, "fact-provider-id"), null);
  assert.equal(words(facts, "fact-cost"), null);
  assert.equal(words(facts, "fact-due"), null);
});

test("the proof says who, what, when, what it cost and who printed it", () => {
  const facts = proofFacts(detail(), at + 60_000);
  assert.equal(words(facts, "fact-recipient"), "Anna Beck · +49 171 1234567");
  assert.match(words(facts, "fact-sent"), /^23\.11\.2026, 14:32:11 \S+$/);
  assert.equal(words(facts, "fact-state"), "Gesendet");
  assert.equal(words(facts, "fact-parts"), "2");
  assert.equal(words(facts, "fact-provider-id"), "SMS_1");
  assert.match(words(facts, "fact-printed"), /23\.11\.2026, 14:33:05.*Sabine/);
});

test("a proof of what only a person noted says so", () => {
  const steps = [{ at, state: "sending", reason: null }, { at: at + 1000, state: "unclear", reason: "no-answer" },
    { at: at + 90_000, state: "sent", reason: "settled-by-person" }];
  const noted = detail({ reason: "settled-by-person", cost: null }, { provider_id: null, steps });
  assert.match(words(proofFacts(noted, at), "fact-sent"), /14:32:05/);
  assert.match(words(proofFacts(noted, at), "fact-noted"), /14:33:35/);
  assert.equal(words(proofFacts(detail(), at), "fact-noted"), null);
  assert.match(words(proofFacts(noted, at), "fact-state"), /von Hand vermerkt/);
  assert.equal(words(proofFacts(noted, at), "fact-provider-id"), "nicht bekannt");
});

test("the sum names each currency once", () => {
  const costs = [{ amount: "92.1", currency: "EUR" }, { amount: "3.0075", currency: null }];
  const sum = sumWords({ count: 1234, segments: 1456, costs }).replace(/\u00a0/g, " ");
  assert.equal(sum, "1.234 Nachrichten · 1.456 SMS-Teile · 92,10 € · 3,0075");
});

test("the last backup is named with its time, or that there is none", () => {
  assert.match(backupWords({ latest: at, count: 7 }), /23\.11\.2026, 14:32\. Es gibt 7/);
  assert.match(backupWords({ latest: null, count: 0 }), /keine Sicherung/);
});
