// What is wrong with a message is said at its field, which gets the focus.

import { byId, setLine } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/** @import { UiError } from "../types.d.ts" */

/** @typedef {{ showError: (message: string | null) => void, focus: () => void }} Field */

/**
 * @param {Object} fields
 * @param {{ reject: (error: UiError) => void, focus: () => void }} fields.recipient
 * @param {Field} fields.sender
 * @param {Field & { mark: (placeholder: string) => void }} fields.text
 * @param {Field} fields.due
 */
export function makeFormErrors({ recipient, sender, text, due }) {
  const place = byId("form-error", HTMLElement);
  /** @type {Record<string, Field | undefined>} */
  const fields = { sender, text, due };

  /** @param {UiError} error */
  function show(error) {
    const field = fields[error.code];
    if (error.code === "recipient") recipient.reject(error);
    else if (field) field.showError(error.message);
    else return setLine(place, error.message);
    (field ?? recipient).focus();
  }

  /** @param {boolean} keyIsMissing */
  function missSender(keyIsMissing) {
    if (keyIsMissing) return setLine(place, translate("error-key-missing"));
    sender.showError(translate("error-sender-missing"));
    sender.focus();
  }

  /** @param {string} placeholder */
  function missPlaceholder(placeholder) {
    text.showError(translate("error-text-unfilled", { placeholder }));
    text.mark(placeholder);
  }

  function clear() {
    for (const field of [sender, text, due]) field.showError(null);
    setLine(place, null);
  }

  return { show, missSender, missPlaceholder, clear };
}
