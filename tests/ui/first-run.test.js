import assert from "node:assert/strict";
import { test } from "node:test";
import { opensWithFirstRun, stepToShow } from "../../ui/settings/first-run-steps.js";

const account = (key, profile = null) => ({ key, profile, senders: [], problem: null });

test("who left it at a step is shown that step again", () => {
  assert.equal(stepToShow("practice", false), "practice");
  assert.equal(stepToShow("key", false), "key");
  assert.equal(stepToShow("sender", true), "sender");
});

test("with a key only the sender is left, and a key that is gone is entered again", () => {
  assert.equal(stepToShow("practice", true), "sender");
  assert.equal(stepToShow("sender", false), "key");
  assert.equal(stepToShow("done", false), "key");
});

test("the window opens with it as long as there is no key, or its last step is open", () => {
  assert.ok(opensWithFirstRun(account("missing"), "practice"));
  assert.ok(opensWithFirstRun(account("missing"), "done"));
  assert.ok(opensWithFirstRun(account("stored"), "sender"));
  assert.ok(!opensWithFirstRun(account("stored"), "done"));
  assert.ok(!opensWithFirstRun(account("stored"), "practice"), "set up before there were steps");
});

test("a keychain that does not answer is no first run where the account is known", () => {
  assert.ok(opensWithFirstRun(account("unavailable"), "practice"));
  assert.ok(!opensWithFirstRun(account("unavailable", { name: "Beispiel GmbH" }), "done"));
});
