import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSettingsKeeper } from "../../ui/settings/settings-keeper.js";

const start = (settings) => ({ settings, account: { key: "kept" } });

test("settings are seen at once and saved one after the other, each with those before it", async () => {
  const model = { settings: { theme: "system", language: "de" } };
  const saved = [];
  const backend = { saveSettings: async (settings) => (saved.push(settings), start(settings)) };
  const change = makeSettingsKeeper({ backend, model, update() {}, saved() {} });
  const done = [change({ theme: "dark" }), change({ language: "en" })];
  assert.deepEqual(model.settings, { theme: "dark", language: "en" });
  await Promise.all(done);
  assert.deepEqual([saved.length, saved.at(-1), model.settingsProblem], [2, { theme: "dark", language: "en" }, null]);
});

test("what could not be saved stays chosen, and is said", async () => {
  const model = { settings: { theme: "system" } };
  const backend = { saveSettings: async () => { throw { code: "other", message: "not saved" }; } };
  let said = 0;
  await makeSettingsKeeper({ backend, model, update: () => (said += 1), saved() {} })({ theme: "dark" });
  assert.deepEqual([model.settings.theme, model.settingsProblem.message, said], ["dark", "not saved", 2]);
});
