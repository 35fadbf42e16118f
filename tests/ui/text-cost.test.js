import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { costPredictionWords } from "../../ui/messages/message-words.js";
import { makeCostAnnouncer } from "../../ui/writing/cost-announcer.js";
import { costWords, driftWords, shortWords } from "../../ui/writing/cost-words.js";
import { hintWords, withHint } from "../../ui/writing/text-hints.js";
import { speak } from "./sources.js";

beforeEach(() => speak("en"));

const now = new Date(2026, 10, 23, 12).getTime();
const may = new Date(2026, 4, 3, 12).getTime();

const learned = (changes) => ({
  kind: "learned", per_segment: { amount: "0.08", currency: "EUR" }, total: { amount: "0.16", currency: "EUR" },
  at: may, same_sender: true, ...changes,
});

const balance = (changes) => ({ now: "10.509", waiting: "0", after: "10.349", is_short: false, ...changes });

const estimate = (changes) => ({ country: "DE", segments: 2, price: learned(), balance: null, drift: null, ...changes });

const said = (changes) => costWords(estimate(changes), true, now);

test("the price says where it comes from", () => {
  assert.equal(said(), "About €0.16, from your last SMS to Germany, May 3.");
  assert.match(said({ price: learned({ same_sender: false }) }), /Germany, May 3, from another sender\.$/);
  assert.match(said({ price: learned({ at: new Date(2025, 4, 3).getTime() }) }), /May 3, 2025\.$/);
  speak("de");
  assert.equal(said(), "Etwa 0,16\u00a0€, nach Ihrer letzten SMS dorthin (Deutschland, 3. Mai).");
});

test("that no price is known yet is said as such", () => {
  assert.match(said({ price: { kind: "none-yet" } }), /^No price known yet for Germany/);
  assert.equal(said({ country: null, price: { kind: "none-yet" } }), "No price known yet.");
  assert.match(costWords(estimate({ country: null, price: { kind: "none-yet" } }), false, now), /^No price yet/);
});

test("the balance afterwards is rounded down and counts what is to be sent before", () => {
  assert.match(said({ balance: balance() }), / Balance after it:\u00a010\.34\.$/);
  assert.match(said({ balance: balance({ waiting: "0.08" }) }), / Balance after it and all that .* before: 10\.34\.$/);
  const unknown = { price: { kind: "none-yet" }, balance: balance({ after: null }) };
  assert.match(said(unknown), / Balance now:\u00a010\.50\.$/);
});

test("a balance that will not do is said with its numbers, and what to do", () => {
  const short = estimate({ balance: balance({ now: "0.10", after: "-0.06", is_short: true }) });
  assert.match(shortWords(short), /will not do: it is 0\.10\. After this SMS it would be -0\.06\. Please top it up/);
  const waiting = estimate({ balance: balance({ now: "0.10", waiting: "0.075", after: "-0.135", is_short: true }) });
  assert.match(shortWords(waiting), /About 0\.075 of it is for what is to be sent before\. .* -0\.14\./);
  const empty = estimate({ price: { kind: "none-yet" }, balance: balance({ now: "0", after: null, is_short: true }) });
  assert.match(shortWords(empty), /will not do: it is 0\.00\. Please/);
  assert.equal(shortWords(estimate({ balance: balance() })), null);
  assert.doesNotMatch(costWords(short, true, now), /Balance/);
});

test("a bill that was another than expected is told beside the price", () => {
  const drift = { predicted: 1, billed: 2, at: may };
  assert.match(driftWords(estimate({ drift }), now), /of May 3 \(Germany\) was billed with 2 instead of 1 SMS parts/);
  assert.equal(driftWords(estimate(), now), null);
});

test("the cost of a message stands beside what was expected, and is flagged where they differ", () => {
  const bill = (cost, currency, amount) => costPredictionWords({ cost, currency }, { amount, currency: "EUR" });
  assert.deepEqual(bill("0.1500", "EUR", "0.15"), { words: "€0.15, as expected", differs: false });
  assert.deepEqual(bill("0.15", null, "0.15"), { words: "€0.15, as expected", differs: false });
  assert.deepEqual(bill("0.15", "EUR", "0.075"), { words: "€0.15 billed, €0.075 expected", differs: true });
  assert.deepEqual(bill("0.15", "USD", "0.15").differs, true);
  assert.deepEqual(bill(null, null, "0.075"), { words: "about €0.075 expected", differs: false });
  assert.deepEqual(costPredictionWords({ cost: "0.15", currency: "EUR" }, null), { words: "€0.15", differs: false });
});

test("a screen reader hears of the text only when its parts change or a limit is passed", () => {
  const heard = [];
  const announce = makeCostAnnouncer((words) => heard.push(words));
  const tell = (parts, over = 0, isShort = false) => announce({ parts, over, isShort });
  tell(0);
  for (let letters = 1; letters <= 160; letters += 1) tell(1);
  assert.deepEqual(heard, ["1 SMS part"]);
  for (let letters = 161; letters <= 300; letters += 1) tell(2);
  assert.deepEqual(heard.slice(1), ["2 SMS parts"]);
  for (let over = 1; over <= 20; over += 1) tell(2, over);
  assert.deepEqual(heard.slice(2), ["2 SMS parts · 1 character too many"]);
  tell(2);
  tell(2, 0, true);
  tell(2, 0, true);
  assert.deepEqual(heard.slice(3), ["2 SMS parts", "2 SMS parts · The balance will not do."]);
  tell(0);
  tell(0, 0, true);
  assert.deepEqual(heard.slice(5), [""]);
});

test("a quiet line says what it means, and each kind is silenced and shown again by itself", () => {
  const reply = { kind: "asks-for-reply", words: "please reply", start: 0, end: 12 };
  assert.match(hintWords(reply), /“please reply”: replies do not arrive/);
  const other = { kind: "other-salutation", said: "Frau Meier", recipient: "Anna Müller", start: 0, end: 10 };
  assert.match(hintWords(other), /“Frau Meier”.*Anna Müller/);
  assert.deepEqual(withHint(["other-salutation"], "asks-for-reply", false), ["other-salutation", "asks-for-reply"]);
  assert.deepEqual(withHint(["other-salutation", "asks-for-reply"], "other-salutation", true), ["asks-for-reply"]);
});
