// One message of the history, with what can be done about it.

import { fromTemplate, setIcon, setLine, setText, within } from "../dom.js";
import { asUiError } from "../errors.js";
import { formatDateTime, formatTime } from "../format.js";
import { describe, language, translate } from "../l10n.js";
import { balanceWords, billWords, detailWords, reasonWords, stateWords } from "./message-words.js";
import { senderWords } from "./sender-field.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @typedef {Object} Row
 * @property {HTMLElement} element
 * @property {(message: MessageView, balance: string | null) => void} update
 */

/**
 * @param {number} id
 * @param {Backend} backend
 * @param {(message: MessageView) => void} changed
 * @returns {Row}
 */
export function mountMessageRow(id, backend, changed) {
  const element = fromTemplate("message-row-template", HTMLLIElement);
  element.dataset.id = String(id);
  const act = actor(element, changed);
  onClick("release", () => act(backend.releaseMessage(id)));
  onClick("cancel", () => act(backend.cancelMessage(id)));
  onClick("sent", () => act(backend.settleMessage(id, true)));
  onClick("not-sent", () => act(backend.settleMessage(id, false)));
  onClick("dashboard", () => act(backend.openPage("dashboard")));

  /**
   * @param {string} name
   * @param {() => unknown} run
   */
  function onClick(name, run) {
    part(element, name).addEventListener("click", () => {
      if (element.getAttribute("aria-busy") !== "true") run();
    });
  }

  return { element, update: (message, balance) => update(element, message, balance) };
}

/**
 * Runs one action of a row at a time; what goes wrong is said in the row.
 * @param {HTMLElement} element
 * @param {(message: MessageView) => void} changed
 */
function actor(element, changed) {
  const errorPlace = within(element, ".message-row-error", HTMLElement);
  return async (/** @type {Promise<MessageView | null>} */ action) => {
    element.setAttribute("aria-busy", "true");
    setLine(errorPlace, null);
    try {
      const message = await action;
      if (message) changed(message);
    } catch (thrown) {
      setLine(errorPlace, asUiError(thrown).message);
    } finally {
      element.removeAttribute("aria-busy");
    }
  };
}

/**
 * @param {HTMLElement} element
 * @param {MessageView} message
 * @param {string | null} balance
 */
function update(element, message, balance) {
  const unclear = message.state === "unclear";
  element.dataset.state = message.state;
  showHead(element, message);
  setText(part(element, "text"), message.body);
  showFacts(element, message);
  setLine(part(element, "reason"), reasonWords(message));
  setLine(part(element, "detail"), detailWords(message));
  setLine(part(element, "help"), unclear ? translate("row-unclear-help") : null);
  setLine(part(element, "balance"), unclear ? balanceWords(message, balance) : null);
  showActions(element, message);
}

/**
 * @param {HTMLElement} element
 * @param {MessageView} message
 */
function showHead(element, { name, number, at }) {
  setText(part(element, "name"), name ?? number);
  setText(part(element, "number"), name ? number : "");
  const time = within(element, "time", HTMLTimeElement);
  time.dateTime = new Date(at).toISOString();
  time.title = formatDateTime(at, language());
  setText(time, formatTime(at, language()));
}

/**
 * @param {HTMLElement} element
 * @param {MessageView} message
 */
function showFacts(element, message) {
  const { state, sender_name, sender_number } = message;
  setIcon(within(element, ".message-row-state .icon", SVGElement), state);
  setText(part(element, "state-words"), stateWords(state));
  const sender = translate("row-from", { sender: sender_name || senderWords(null, sender_number) });
  setText(part(element, "details"), [billWords(message), sender].filter(Boolean).join(" · "));
}

/**
 * @param {HTMLElement} element
 * @param {MessageView} message
 */
function showActions(element, { state }) {
  const waits = state === "held" || state === "queued";
  const unclear = state === "unclear";
  const hadFocus = part(element, "actions").contains(document.activeElement);
  part(element, "release").hidden = state !== "held";
  part(element, "cancel").hidden = !waits;
  describe(part(element, "cancel"), state === "held" ? "row-discard" : "row-take-back");
  for (const name of ["sent", "not-sent", "dashboard"]) part(element, name).hidden = !unclear;
  part(element, "actions").hidden = !waits && !unclear;
  if (hadFocus && part(element, "actions").hidden) element.focus();
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 */
const part = (element, name) => within(element, `.message-row-${name}`, HTMLElement);
