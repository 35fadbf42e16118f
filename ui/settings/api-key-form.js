// The key form, in the first run and in the settings. The key stays in its field only until the program took it.

import { byId, fromTemplate, isBusy, setBusy, setFieldError, setLine, setText, within } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";

/**
 * @import { AccountView, UiError } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {"first-run" | "settings"} needs.prefix
 * @param {HTMLElement} needs.place
 * @param {Backend} needs.backend
 * @param {(account: AccountView) => void} needs.stored
 */
export function mountApiKeyForm({ prefix, place, backend, stored }) {
  const form = fromTemplate("api-key-form-template", HTMLFormElement);
  prefixParts(form, prefix);
  place.append(form);
  const input = part("api-key", HTMLInputElement);
  const errorPlace = part("api-key-error", HTMLElement);
  const formError = part("form-error", HTMLElement);
  const button = part("store-key", HTMLButtonElement);
  const thisRunOnly = part("this-run-only", HTMLButtonElement);
  const saved = part("key-saved", HTMLElement);
  let keychainFailed = false;

  /**
   * @template {Element} T
   * @param {string} name
   * @param {{ new (): T }} kind
   */
  function part(name, kind) {
    return byId(`${prefix}-${name}`, kind);
  }

  /** @param {boolean} forThisRun */
  async function store(forThisRun) {
    if (isBusy(button)) return;
    showErrors(null);
    setWorking(true);
    try {
      taken(await backend.storeApiKey(input.value.trim(), forThisRun));
    } catch (thrown) {
      refused(asUiError(thrown));
    } finally {
      setWorking(false);
    }
  }

  /** @param {AccountView} account */
  function taken(account) {
    input.value = "";
    keychainFailed = false;
    setText(saved, translate("api-key-saved"));
    stored(account);
  }

  /** @param {UiError} error */
  function refused(error) {
    keychainFailed ||= error.code === "keychain";
    thisRunOnly.hidden = !keychainFailed;
    showErrors(error);
    if (error.code === "key") input.focus();
  }

  /** @param {UiError | null} error */
  function showErrors(error) {
    const atField = error?.code === "key";
    setText(saved, "");
    setFieldError(input, errorPlace, atField ? error.message : null);
    setLine(formError, error && !atField ? error.message : null);
  }

  /** @param {boolean} working */
  function setWorking(working) {
    setBusy(button, working);
    setBusy(thisRunOnly, working);
    input.readOnly = working;
    describe(within(button, "span", HTMLElement), working ? "api-key-store-busy" : "api-key-store");
  }

  async function help() {
    try {
      await backend.openPage("api-keys");
    } catch (thrown) {
      showErrors(asUiError(thrown));
    }
  }

  /** @param {Model} model */
  function update({ account }) {
    button.classList.toggle("button-primary", account.key !== "stored" && account.key !== "this-run-only");
    thisRunOnly.hidden = !keychainFailed && account.key !== "unavailable";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void store(false);
  });
  input.addEventListener("input", () => showErrors(null));
  thisRunOnly.addEventListener("click", () => void store(true));
  part("key-help", HTMLButtonElement).addEventListener("click", () => void help());
  return { update, focus: () => input.focus() };
}

/**
 * The ids that two forms on one page need.
 * @param {HTMLFormElement} form
 * @param {string} prefix
 */
function prefixParts(form, prefix) {
  form.querySelectorAll("[data-part]").forEach((element) => {
    element.id = `${prefix}-${element.getAttribute("data-part")}`;
  });
  within(form, "label", HTMLLabelElement).htmlFor = `${prefix}-api-key`;
  within(form, "input", HTMLInputElement).setAttribute("aria-describedby", `${prefix}-api-key-error`);
}
