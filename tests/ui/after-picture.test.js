import assert from "node:assert/strict";
import { test } from "node:test";
import { behindPicture } from "../../ui/window/after-picture.js";

test("a view is updated at once while it is shown, else once after the next picture", async () => {
  const [seen, waiting] = [[], []];
  const picture = () => new Promise((drawn) => waiting.push(drawn));
  const part = behindPicture("settings", { update: ({ view }) => seen.push(view) }, picture);
  const model = { view: "new-message" };
  part.update(model);
  part.update(model);
  assert.deepEqual([seen, waiting.length], [[], 1]);
  await waiting.shift()();
  assert.deepEqual(seen, ["new-message"]);
  model.view = "settings";
  part.update(model);
  part.update(model);
  assert.deepEqual([seen, waiting.length], [["new-message", "settings", "settings"], 0]);
});
