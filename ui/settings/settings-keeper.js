// The settings as chosen: seen at once, saved one after the other, and what could not be saved is said.

import { asUiError } from "../page/errors.js";

/**
 * @import { Bootstrap, Settings } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "saveSettings">} needs.backend
 * @param {Model} needs.model
 * @param {() => void} needs.update
 * @param {(start: Bootstrap) => void} needs.saved the language may be another one
 */
export function makeSettingsKeeper({ backend, model, update, saved }) {
  let saving = Promise.resolve();

  async function save() {
    try {
      const start = await backend.saveSettings(model.settings);
      model.start = start;
      model.account = start.account;
      model.settingsProblem = null;
      saved(start);
    } catch (thrown) {
      model.settingsProblem = asUiError(thrown);
    }
    update();
  }

  /** @param {Partial<Settings>} change */
  return (change) => {
    model.settings = { ...model.settings, ...change };
    update();
    saving = saving.then(save);
    return saving;
  };
}
