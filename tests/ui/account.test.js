import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { noticesFor } from "../../ui/window/notices.js";
import { chooseSender, senderWords } from "../../ui/writing/sender-field.js";
import { makeModel } from "../../ui/model.js";
import { speak } from "./sources.js";

beforeEach(() => speak("en"));

const sender = (id, unusable = null) => ({ id, number: `+49 ${id}`, nickname: null, unusable });

const start = (changes) => ({
  language: "en", words: "", version: "1.2.3", practice: false, other_host: null, drafts: [],
  notices: [],
  policy: { fixed: [], sender: null, allowed_countries: null, messages_per_day: null, updates: null, practice: null, problem: null },
  settings: {
    language: "system", theme: "system", default_country: null, sender_id: null, undo_seconds: 5, keep_months: null, first_run: "done",
  },
  account: { key: "stored", profile: null, senders: [], problem: null },
  ...changes,
});

const account = (key, problem = null) => ({ key, profile: null, senders: [], problem });
const told = (changes, view = "new-message") => noticesFor({ ...makeModel(start(changes)), view });
const kinds = (changes, view) => told(changes, view).map(({ kind }) => kind);

test("the sender chosen last is chosen again while it can send", () => {
  assert.equal(chooseSender([sender(1), sender(2)], 2), 2);
  assert.equal(chooseSender([sender(1), sender(2, "no-subscription")], 2), 1);
  assert.equal(chooseSender([sender(1, "not-sms-capable"), sender(2)], null), 2);
  assert.equal(chooseSender([sender(1, "not-sms-capable")], 1), null);
  assert.equal(chooseSender([], 1), null);
});

test("the sender of a text that was begun goes before the one chosen last, if it can still send", () => {
  const [one, two, three] = [sender(1), sender(2), sender(3, "no-subscription")];
  assert.equal(chooseSender([one, two, three], 2, 1), 2);
  assert.equal(chooseSender([one, two, three], 3, 2), 2);
  assert.equal(chooseSender([one, two, three], null, 2), 2);
});

test("a sender is its nickname and its number", () => {
  assert.equal(senderWords("Vertrieb", "+49 155"), "Vertrieb · +49 155");
  assert.equal(senderWords(null, "+49 155"), "+49 155");
});

test("a working account needs no notice", () => {
  assert.deepEqual(kinds({}), []);
});

test("a policy that cannot be read is told above everything, in every view, and stays", () => {
  const problem = "What your organisation has set cannot be used.";
  for (const view of ["new-message", "settings", "first-run", "outbox"]) {
    const [notice] = told({ policy: { ...start({}).policy, problem } }, view);
    assert.deepEqual([notice.kind, notice.words, notice.stays], ["policy", problem, true]);
  }
});

test("what is wrong with the key is said where one writes, with what to do", () => {
  assert.deepEqual(told({ account: account("missing") })[0].verbs, ["set-up"]);
  assert.deepEqual(kinds({ account: account("asking") }), ["key-asking"]);
  const locked = { code: "keychain", message: "The keychain is locked." };
  const [notice] = told({ account: account("unavailable", locked) });
  assert.equal(notice.words, locked.message);
  assert.deepEqual(notice.verbs, ["retry-keychain", "enter-key"]);
});

test("no connection offers another try, a refused key the settings", () => {
  const offline = { code: "offline", message: "No connection." };
  const refused = { code: "key", message: "Refused." };
  assert.deepEqual(told({ account: account("stored", offline) })[0].verbs, ["refresh"]);
  assert.deepEqual(told({ account: account("stored", refused) })[0].verbs, ["open-settings"]);
});

test("practice never speaks of the key, and settings and first run speak for themselves", () => {
  assert.deepEqual(kinds({ practice: true, account: account("this-run-only") }), []);
  assert.deepEqual(kinds({ account: account("missing") }, "first-run"), []);
  assert.deepEqual(kinds({ account: account("missing") }, "settings"), []);
});

test("messages that wait are told with their number, until put away", () => {
  const notices = [{ kind: "held", count: 2 }, { kind: "unclear", count: 1 }, { kind: "settings-set-aside" }];
  assert.deepEqual(kinds({ notices }), ["held", "unclear", "settings-set-aside"]);
  assert.match(told({ notices })[0].words, /^2 messages/);
  const model = makeModel(start({ notices }));
  model.dismissed.add("held");
  assert.deepEqual(noticesFor(model).map(({ kind }) => kind), ["unclear", "settings-set-aside"]);
});

test("what waits leads to the outbox, and there no further", () => {
  const notices = [{ kind: "held", count: 1 }];
  assert.deepEqual(told({ notices })[0].verbs, ["show-outbox"]);
  assert.deepEqual(told({ notices }, "history")[0].verbs, ["show-outbox"]);
  assert.deepEqual(told({ notices }, "outbox")[0].verbs, []);
});

test("a restore says which backup is in use, or that there was none", () => {
  const at = new Date(2026, 10, 23, 14, 32).getTime();
  assert.match(told({ notices: [{ kind: "restored", at }] })[0].words, /backup of Nov 23, 2026, 2:32/);
  assert.match(told({ notices: [{ kind: "restored", at: null }] })[0].words, /There was no backup/);
  assert.match(told({ notices: [{ kind: "damaged" }] })[0].words, /start it again/);
});

test("a text that is not on the disk is said everywhere", () => {
  const model = { ...makeModel(start({})), draftKept: false };
  for (const view of ["new-message", "outbox", "history", "settings", "first-run"]) {
    assert.deepEqual(noticesFor({ ...model, view }).map(({ kind }) => kind), ["draft-not-kept"]);
  }
});
