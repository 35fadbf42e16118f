import assert from "node:assert/strict";
import { test } from "node:test";

import { whileShown } from "../../ui/window/while-shown.js";

test("a view is updated while it is shown and once when it is left", () => {
  /** @type {string[]} */
  const seen = [];
  const part = whileShown("settings", { update: ({ view }) => seen.push(view) });
  for (const view of ["new-message", "settings", "settings", "history", "outbox"]) {
    part.update(/** @type {any} */ ({ view }));
  }
  assert.deepEqual(seen, ["settings", "settings", "history"]);
});
