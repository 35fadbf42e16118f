import assert from "node:assert/strict";
import { test } from "node:test";
import { useWords } from "../../ui/page/l10n.js";
import { standingWords } from "../../ui/settings/update-settings.js";
import { updateWords } from "../../ui/window/update-bar.js";
import { ftl } from "./sources.js";

test("the bar names the version, and the news only where there are some", () => {
  useWords("en", ftl("en"));
  assert.equal(updateWords({ version: "0.2.0", notes: "" }, false), "Version 0.2.0 is there.");
  assert.equal(updateWords({ version: "0.2.0", notes: "Faster." }, false), "Version 0.2.0 is there. What is new:");
  assert.match(updateWords({ version: "0.2.0", notes: "Faster." }, true), /^Version 0.2.0 is being downloaded/);
});

test("when it was looked for last is said only where the program looks itself", () => {
  useWords("de", ftl("de"));
  const words = (standing, looked_at = null) => standingWords({ standing, looked_at, found: null });
  assert.match(words("itself", 1_800_000_000_000), /^Das Programm fragt Sie, .* Zuletzt gesucht: /);
  assert.doesNotMatch(words("itself"), /Zuletzt/);
  for (const standing of ["organisation", "system", "nobody", "practice"]) {
    assert.doesNotMatch(words(standing, 1_800_000_000_000), /Zuletzt/);
  }
});
