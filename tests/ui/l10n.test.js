import assert from "node:assert/strict";
import { test } from "node:test";
import { translate, useWords } from "../../ui/page/l10n.js";

const WORDS = `counted = { $count } / { $limit }
parts =
    { $parts ->
        [one] one part
       *[other] { $parts } parts
    }
`;

test("a whole number in words is the language's own, and the plural still follows it", () => {
  useWords("de", WORDS);
  assert.equal(translate("counted", { count: 1234, limit: 300 }), "1.234 / 300");
  assert.deepEqual([1, 0, 2000].map((parts) => translate("parts", { parts })), ["one part", "0 parts", "2.000 parts"]);
  useWords("en", WORDS);
  assert.equal(translate("counted", { count: 1234, limit: 300 }), "1,234 / 300");
  assert.equal(translate("counted", { count: 1.5, limit: "many" }), "1.5 / many");
});

test("a whole number asks nothing of Intl, which takes long for its first", (t) => {
  const asked = t.mock.method(Intl, "NumberFormat", () => assert.fail("Intl was asked"));
  useWords("en", WORDS);
  assert.equal(translate("counted", { count: 0, limit: 300 }), "0 / 300");
  assert.equal(asked.mock.callCount(), 0);
});
