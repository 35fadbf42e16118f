import assert from "node:assert/strict";
import { test } from "node:test";
import { useWords } from "../../ui/page/l10n.js";
import { shortcutProblem } from "../../ui/settings/desktop-settings.js";
import { ftl } from "./sources.js";

/** @param {string} shortcut */
const problem = (shortcut) => shortcutProblem({ shortcut, autostart: false, tray: true });

test("keys that another program has are said by their names in the person's language", () => {
  useWords("en", ftl("en"));
  assert.equal(problem("taken"), "Ctrl + Alt + S does not work now: another program uses these keys.");
  useWords("de", ftl("de"));
  assert.match(problem("taken") ?? "", /^Strg \+ Alt \+ S geht zurzeit nicht/);
});

test("where the desktop gives no keys, that is said, and nothing where all is well", () => {
  useWords("en", ftl("en"));
  assert.match(problem("unavailable") ?? "", /Wayland/);
  assert.deepEqual([problem("on"), problem("off")], [null, null]);
});
