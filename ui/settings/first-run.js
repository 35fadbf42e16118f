// The first run: try it out in practice, or set up the account.

import { byId, isBusy, setBusy, setLine } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { mountApiKeyForm } from "./api-key-form.js";
import { showProfile } from "./settings.js";

/**
 * @import { AccountView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountFirstRun({ backend, actions }) {
  const place = byId("first-run-key-place", HTMLElement);
  const keyForm = mountApiKeyForm({ prefix: "first-run", place, backend, stored });
  const practice = byId("first-run-practice", HTMLButtonElement);
  const errorPlace = byId("first-run-practice-error", HTMLElement);

  /** @param {Model} model */
  function update(model) {
    const { key, profile, problem } = model.account;
    const done = key === "stored" || key === "this-run-only";
    byId("first-run-cards", HTMLElement).hidden = done;
    byId("first-run-lead", HTMLElement).hidden = done;
    byId("first-run-done", HTMLElement).hidden = !done;
    showProfile("first-run-account", profile);
    setLine(byId("first-run-problem", HTMLElement), problem?.message);
    keyForm.update(model);
  }

  /** @param {AccountView} account */
  function stored(account) {
    actions.accountIs(account);
    byId("first-run-done-title", HTMLElement).focus();
  }

  async function startPractice() {
    if (isBusy(practice)) return;
    setBusy(practice, true);
    setLine(errorPlace, null);
    try {
      await backend.changeMode(true);
    } catch (thrown) {
      setLine(errorPlace, asUiError(thrown).message);
      setBusy(practice, false);
    }
  }

  practice.addEventListener("click", () => void startPractice());
  byId("first-run-begin", HTMLButtonElement).addEventListener("click", () => actions.show("new-message"));
  return { update };
}
