import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { isFixed, policyFacts } from "../../ui/settings/organisation.js";
import { senderHelp } from "../../ui/writing/sender-field.js";
import { speak } from "./sources.js";

beforeEach(() => speak("en"));

const none = {
  fixed: [], sender: null, allowed_countries: null, messages_per_day: null, updates: null, practice: null, problem: null,
};
const words = (policy) => policyFacts({ ...none, ...policy }).flatMap(({ words }) => words ?? []);

test("without a policy there is nothing to show", () => {
  assert.deepEqual(words({}), []);
  assert.equal(isFixed({ policy: none }, "language"), false);
});

test("what is set is shown in words, also where it is switched off", () => {
  assert.deepEqual(words({ allowed_countries: ["DE", "AT"], messages_per_day: 50 }), ["Germany and Austria", "50"]);
  assert.match(words({ updates: false })[0], /does not look/);
  assert.match(words({ updates: true })[0], /may look for them$/);
  assert.match(words({ practice: true })[0], /nothing is really sent/);
  speak("de");
  assert.deepEqual(words({ allowed_countries: ["DE", "AT"] }), ["Deutschland und Österreich"]);
});

test("a sender that is set and cannot send from this account is named", () => {
  const account = { key: "stored", profile: null, problem: null, senders: [{ id: 1, number: "1", nickname: null, unusable: "not-allowed" }] };
  assert.match(senderHelp(account, "+49 171 3920009"), /set \+49 171 3920009 as sender/);
  assert.match(senderHelp(account, null), /None of your numbers/);
  assert.equal(senderHelp({ ...account, senders: [{ ...account.senders[0], unusable: null }] }, "1"), null);
});
