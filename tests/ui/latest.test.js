import assert from "node:assert/strict";
import { test } from "node:test";
import { latestOnly, newsOnly } from "../../ui/page/latest.js";

test("only the answer to the newest question counts, whichever comes last", async () => {
  const newest = latestOnly();
  let answerFirst;
  const first = newest(new Promise((resolve) => (answerFirst = resolve)));
  const second = newest(Promise.resolve("new"));
  assert.deepEqual(await second, { answer: "new" });
  answerFirst("old");
  assert.equal(await first, null);
});

test("a refusal is an answer too", async () => {
  assert.deepEqual(await latestOnly()(Promise.reject("no")), { thrown: "no" });
});

test("an answer that news has overtaken is no news", () => {
  const isNews = newsOnly();
  assert.equal(isNews({ id: 1, revision: 1 }), true);
  assert.equal(isNews({ id: 1, revision: 3 }), true);
  assert.equal(isNews({ id: 1, revision: 2 }), false);
  assert.equal(isNews({ id: 1, revision: 3 }), true, "the same once more, with a balance");
  assert.equal(isNews({ id: 2, revision: 0 }), true);
});
