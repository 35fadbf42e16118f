import assert from "node:assert/strict";
import { test } from "node:test";
import { makeBundle, namesOf, read } from "./sources.js";

const groups = groupsOf(read("../packaging/famulor-sms.desktop"));

/** The desktop entry's groups, each with its keys. */
function groupsOf(text) {
  const parts = text.split(/^\[(.+)\]$/m).slice(1);
  const keys = (part) => Object.fromEntries(part.trim().split("\n").map((line) => line.split(/=(.*)/s)));
  return Object.fromEntries(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, keys(parts[at + 1])]] : [])));
}

test("the icon's actions are the views that the command line knows, in the window's own words", () => {
  const actions = groups["Desktop Entry"].Actions.split(";").filter(Boolean);
  assert.deepEqual(actions, ["new-message", "history"]);
  for (const action of actions) {
    assert.ok(namesOf("Errand").includes(action), action);
    const entry = groups[`Desktop Action ${action}`];
    assert.equal(entry.Exec, `famulor-sms --view ${action}`);
    for (const [key, language] of [["Name", "en"], ["Name[de]", "de"]]) {
      const bundle = makeBundle(language);
      assert.equal(entry[key], bundle.formatPattern(bundle.getMessage(`nav-${action}`).value, null));
    }
  }
});

test("the program is offered for links, and its entry is in both languages", () => {
  const entry = groups["Desktop Entry"];
  assert.equal(entry.Exec, "famulor-sms %u");
  assert.deepEqual(entry.MimeType.split(";").filter(Boolean), ["sms", "smsto", "tel"].map((kind) => `x-scheme-handler/${kind}`));
  for (const key of ["Comment", "GenericName", "Keywords"]) assert.notEqual(entry[key], entry[`${key}[de]`]);
});
