// After a send to a number without a name: keep it as a contact.

import { byId, isBusy, setBusy, setFieldError, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/** States after which the number is worth keeping. */
const WORTH_KEEPING = new Set(["sent", "unclear"]);

/**
 * @param {Backend} backend
 * @param {() => void} saved
 */
export function mountSaveContact(backend, saved) {
  const panel = byId("save-contact-panel", HTMLFormElement);
  const input = byId("contact-name", HTMLInputElement);
  const button = byId("save-contact", HTMLButtonElement);
  const errorPlace = byId("contact-name-error", HTMLElement);
  const done = byId("save-contact-done", HTMLElement);
  /** @type {MessageView | null} */
  let shown = null;
  /** @type {string | null} */
  let savedName = null;

  /**
   * @param {MessageView | null} message
   * @param {string} [name] the one that was written with its number
   */
  function update(message, name = "") {
    if (message?.id !== shown?.id) begin(name);
    shown = message;
    panel.hidden = !message || savedName !== null || message.name !== null || !WORTH_KEEPING.has(message.state);
    if (message) describe(byId("save-contact-title", HTMLElement), "save-contact-title", { number: message.number });
    setText(done, savedName === null ? "" : translate("save-contact-done", { name: savedName }));
  }

  /** @param {string} name */
  function begin(name) {
    savedName = null;
    input.value = name;
    setFieldError(input, errorPlace, null);
  }

  async function save() {
    if (!shown || isBusy(button)) return;
    const message = shown;
    setBusy(button, true);
    try {
      const { name } = await backend.saveContact(input.value.trim(), message.e164);
      if (message.id === shown?.id) savedName = name;
      saved();
    } catch (thrown) {
      setFieldError(input, errorPlace, asUiError(thrown).message);
      input.focus();
    } finally {
      setBusy(button, false);
      update(shown);
    }
  }

  input.addEventListener("input", () => setFieldError(input, errorPlace, null));
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  return { update };
}
