// The account's numbers to choose the sender from.

import { byId, setFieldError, setLine, setOptions } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/**
 * @import { AccountView, SenderView } from "../types.d.ts"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Actions, "changeSettings">} needs.actions
 * @param {() => void} needs.changed
 */
export function mountSenderField({ actions, changed }) {
  const select = byId("sender", HTMLSelectElement);
  const errorPlace = byId("sender-error", HTMLElement);
  const hint = byId("sender-hint", HTMLElement);
  /** @type {number | null} the one that this text was to be sent from */
  let own = null;
  /** @type {Model | null} */
  let model = null;

  function update() {
    if (!model) return;
    const { account, settings, start } = model;
    const isSet = start.policy.sender !== null;
    const chosen = chooseSender(account.senders, own, settings.sender_id);
    setOptions(select, senderOptions(account.senders, chosen), chosen === null ? "" : String(chosen));
    select.disabled = account.senders.length === 0 || isSet;
    setLine(hint, senderHelp(account, start.policy.sender) ?? (isSet ? translate("set-by-organisation") : null));
    if (chosen !== null) showError(null);
  }

  /** @param {string | null} message */
  function showError(message) {
    setFieldError(select, errorPlace, message);
  }

  /** @param {number | null} id */
  function prefer(id) {
    own = id;
    update();
  }

  select.addEventListener("change", () => {
    own = Number(select.value);
    showError(null);
    void actions.changeSettings({ sender_id: own });
    changed();
  });
  return {
    prefer, showError,
    update(/** @type {Model} */ now) {
      model = now;
      update();
    },
    value: () => own,
    chosen: () => (select.value ? Number(select.value) : null),
    focus: () => select.focus(),
  };
}

/**
 * The first of those wanted that can still send; else the first that can.
 * @param {SenderView[]} senders
 * @param {(number | null)[]} wanted
 */
export function chooseSender(senders, ...wanted) {
  const usable = senders.filter(({ unusable }) => unusable === null);
  const found = wanted.map((id) => usable.find((sender) => sender.id === id)).find(Boolean);
  return (found ?? usable[0])?.id ?? null;
}

/**
 * @param {SenderView[]} senders
 * @param {number | null} chosen
 */
export function senderOptions(senders, chosen) {
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

/**
 * @param {AccountView} account
 * @param {string | null} set the only number that the organisation wants
 */
export function senderHelp({ senders, key, profile }, set) {
  if (senders.some(({ unusable }) => unusable === null)) return null;
  if (senders.length > 0 && set) return translate("sender-help-set", { number: set });
  if (senders.length > 0) return translate("sender-help-none-usable");
  if (key === "missing" || key === "unavailable") return translate("sender-help-no-key");
  return translate(key === "asking" || !profile ? "sender-help-loading" : "sender-help-none");
}
