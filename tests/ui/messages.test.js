import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { askWords } from "../../ui/writing/ask-dialog.js";
import {
  billWords, detailWords, evidenceWords, isForLater, laterWords, messageStateWords, predictionWords, reasonWords,
  recipientWords, stateWords, stepWords, undecidedWords,
} from "../../ui/messages/message-words.js";
import { makeMessageList } from "../../ui/history/message-list.js";
import { namesOf, speak } from "./sources.js";

beforeEach(() => speak("de"));

const message = (changes) => ({
  id: 1, state: "sent", reason: null, detail: null, name: "Anna Beck", number: "+49 171 1234567",
  e164: "+491711234567", body: "Hallo", sender_name: "Vertrieb", sender_number: "+49 155 51234567", at: 0, due_at: 0,
  predicted_segments: 2, billed_segments: null, cost: null, currency: null, balance_before: "10",
  balance_after: null, balance_after_at: null, due_chosen: false, undecided_at: null, repeats: null, revision: 0, ...changes,
});

const at = new Date(2026, 10, 23, 14, 32).getTime();

const page = (ids, more = false) => ({ messages: ids.map((id) => message({ id })), more });
const ids = (list) => list.all().map(({ id }) => id);

test("every state and every reason has its words", () => {
  for (const state of namesOf("MessageState")) assert.notEqual(stateWords(state), `state-${state}`);
  for (const reason of namesOf("Reason")) assert.notEqual(reasonWords(message({ reason })), `reason-${reason}`);
  assert.equal(reasonWords(message()), null);
});

test("billed parts win over predicted ones, and what was not sent has none", () => {
  assert.equal(billWords(message()), "2 SMS-Teile");
  assert.equal(billWords(message({ billed_segments: 1, cost: "0.05", currency: "EUR" })), "1 SMS-Teil · 0,05\u00a0€");
  assert.equal(billWords(message({ state: "not-sent" })), "");
  assert.equal(billWords(message({ state: "rejected" })), "");
});

test("the recipient is named with the number, and the service's words are marked as its own", () => {
  assert.equal(recipientWords(message()), "Anna Beck · +49 171 1234567");
  assert.equal(recipientWords(message({ name: null })), "+49 171 1234567");
  assert.equal(detailWords(message({ detail: "Nope" })), "Famulor meldet: „Nope“");
});

test("the balance before and after is evidence with its limits named", () => {
  const after = (balance) => evidenceWords(message({ balance_after: balance, balance_after_at: at }));
  assert.match(after("9.95"), /10,00.*9,95.*23\.11\.2026, 14:32.*für ein Senden.*beweist aber nichts/);
  assert.match(after("10"), /unverändert.*gegen ein Senden.*beweist aber nichts/);
  assert.match(evidenceWords(message()), /10,00.*15 Sekunden/);
  assert.equal(evidenceWords(message({ balance_before: null, balance_after: "9", balance_after_at: at })), null);
});

test("that the person did not know yet is said while it is unclear", () => {
  assert.match(undecidedWords(message({ state: "unclear", undecided_at: at })), /23\.11\.2026, 14:32/);
  assert.equal(undecidedWords(message({ state: "sent", undecided_at: at })), null);
  assert.equal(undecidedWords(message({ state: "unclear" })), null);
});

test("what was billed is flagged where it differs from what was predicted", () => {
  assert.deepEqual(predictionWords(message({ billed_segments: 2 })), { words: "2, wie vorhergesagt", differs: false });
  const other = predictionWords(message({ billed_segments: 3 }));
  assert.deepEqual(other, { words: "3 abgerechnet, 2 vorhergesagt", differs: true });
  assert.match(predictionWords(message()).words, /Abrechnung nicht bekannt/);
  assert.equal(predictionWords(message({ state: "rejected" })).words, "2 vorhergesagt");
});

test("a chosen time is said until the message goes", () => {
  const later = message({ state: "queued", due_chosen: true, due_at: at });
  assert.equal(laterWords(later), "Wird gesendet: 23.11.2026, 14:32");
  assert.ok(isForLater(later) && !isForLater(message({ due_chosen: true })));
  assert.equal(messageStateWords(later), "Wird später gesendet");
  assert.equal(messageStateWords(message({ state: "queued" })), "Wird gleich gesendet");
  assert.equal(stepWords("queued"), "In den Postausgang gelegt");
});

test("the question says when the first one was written and what became of it", () => {
  const words = askWords({ kind: "same-again", at: new Date(2026, 10, 23, 14, 32).getTime(), state: "unclear" });
  assert.match(words, /23\.11\.2026, 14:32/);
  assert.match(words, /Unklar, vielleicht gesendet/);
});

test("do-not-write is asked with the day and the reason, where one was noted", () => {
  const since = new Date(2026, 10, 2).getTime();
  assert.match(askWords({ kind: "do-not-write", reason: "zieht weg", since }), /02\.11\.2026.*: zieht weg$/);
  assert.match(askWords({ kind: "do-not-write", reason: "", since }), /werden soll\.$/);
});

test("pages follow one another, newest first", () => {
  const list = makeMessageList();
  assert.equal(list.loaded(), false);
  assert.equal(list.oldest(), null);
  list.beginLoading();
  list.add(page([9, 8], true));
  assert.equal(list.oldest(), 8);
  list.beginLoading();
  list.add(page([7, 6]));
  assert.deepEqual(ids(list), [9, 8, 7, 6]);
  assert.equal(list.more(), false);
});

test("a new message comes first, and a changed one changes in its place", () => {
  const list = makeMessageList();
  list.beginLoading();
  list.add(page([2, 1]));
  list.change(message({ id: 3, state: "queued" }));
  list.change(message({ id: 1, state: "unclear" }));
  assert.deepEqual(list.all().map(({ id, state }) => `${id} ${state}`), ["3 queued", "2 sent", "1 unclear"]);
});

test("news that overtook a page is not undone by it", () => {
  const list = makeMessageList();
  list.beginLoading();
  list.change(message({ id: 2, state: "rejected" }));
  list.add(page([2, 1]));
  assert.equal(list.all()[0].state, "rejected");
});

test("a message older than the last page waits for its own page", () => {
  const list = makeMessageList();
  list.beginLoading();
  list.add(page([9, 8], true));
  list.change(message({ id: 3 }));
  assert.deepEqual(ids(list), [9, 8]);
});

test("the first page of another question takes the place of everything but newer news", () => {
  const list = makeMessageList();
  list.beginLoading();
  list.add(page([9, 8, 7], true));
  list.beginLoading();
  list.change(message({ id: 8, state: "unclear" }));
  list.replace(page([8, 2]));
  assert.deepEqual(list.all().map(({ id, state }) => `${id} ${state}`), ["8 unclear", "2 sent"]);
  assert.equal(list.more(), false);
});

test("a message that no longer fits goes, and a page asked for before does not bring it back", () => {
  const list = makeMessageList();
  list.beginLoading();
  list.remove(9);
  list.add(page([9, 8]));
  assert.deepEqual(ids(list), [8]);
  list.remove(8);
  assert.deepEqual(ids(list), []);
});
