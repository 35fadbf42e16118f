// The account's numbers to choose the sender from.

import { byId, setFieldError, setLine, setOptions } from "../dom.js";
import { translate } from "../l10n.js";

/**
 * @import { AccountView, SenderView } from "../types.d.ts"
 * @import { Actions, Model } from "../model.js"
 */

/** @param {Pick<Actions, "changeSettings">} actions */
export function mountSenderField({ changeSettings }) {
  const select = byId("sender", HTMLSelectElement);
  const errorPlace = byId("sender-error", HTMLElement);
  const hint = byId("sender-hint", HTMLElement);

  /** @param {Model} model */
  function update({ account, settings }) {
    const chosen = chooseSender(account.senders, settings.sender_id);
    setOptions(select, senderOptions(account.senders, chosen), chosen === null ? "" : String(chosen));
    select.disabled = account.senders.length === 0;
    setLine(hint, senderHelp(account));
    if (chosen !== null) showError(null);
  }

  /** @param {string | null} message */
  function showError(message) {
    setFieldError(select, errorPlace, message);
  }

  select.addEventListener("change", () => {
    showError(null);
    void changeSettings({ sender_id: Number(select.value) });
  });
  return { update, showError, chosen: () => (select.value ? Number(select.value) : null), focus: () => select.focus() };
}

/**
 * The sender chosen last, if it can still send; else the first that can.
 * @param {SenderView[]} senders
 * @param {number | null} last
 */
export function chooseSender(senders, last) {
  const usable = senders.filter(({ unusable }) => unusable === null);
  return (usable.find(({ id }) => id === last) ?? usable[0])?.id ?? null;
}

/**
 * @param {SenderView[]} senders
 * @param {number | null} chosen
 */
function senderOptions(senders, chosen) {
  const options = senders.map(senderOption);
  if (chosen !== null) return options;
  const none = translate(senders.length > 0 ? "sender-choose" : "sender-none");
  return [{ value: "", words: none, disabled: true }, ...options];
}

/** @param {SenderView} sender */
function senderOption(sender) {
  const words = senderWords(sender.nickname, sender.number);
  const { unusable } = sender;
  if (!unusable) return { value: String(sender.id), words };
  return { value: String(sender.id), disabled: true, words: translate(`sender-option-${unusable}`, { sender: words }) };
}

/**
 * @param {string | null} name
 * @param {string} number
 */
export function senderWords(name, number) {
  return name ? translate("sender-option", { name, number }) : number;
}

/** @param {AccountView} account */
function senderHelp({ senders, key, profile }) {
  if (senders.some(({ unusable }) => unusable === null)) return null;
  if (senders.length > 0) return translate("sender-help-none-usable");
  if (key === "missing" || key === "unavailable") return translate("sender-help-no-key");
  return translate(key === "asking" || !profile ? "sender-help-loading" : "sender-help-none");
}
