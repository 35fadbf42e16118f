// One message in a list: in the history with a way to its own view, in the outbox with what can be done about it.

import { fromTemplate, setLine, setText, within } from "../page/dom.js";
import { formatDateTime, formatTime } from "../page/format.js";
import { describe, language, translate } from "../page/l10n.js";
import { senderWords } from "../writing/sender-field.js";
import { mountMessageActions } from "./message-actions.js";
import { settlingVerbs } from "./message-verbs.js";
import {
  billWords, detailWords, evidenceWords, isForLater, laterWords, messageStateWords, reasonWords, recipientWords,
  undecidedWords,
} from "./message-words.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { MessageVerb } from "./message-verbs.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @typedef {Object} Row
 * @property {HTMLElement} element
 * @property {(message: MessageView) => void} update
 */

/**
 * @param {number} id
 * @param {Pick<Actions, "showDetail">} actions
 * @returns {Row}
 */
export function mountMessageRow(id, actions) {
  const element = fromTemplate("message-row-template", HTMLLIElement);
  /** @type {MessageView | null} */
  let shown = null;
  let shownIn = "";
  element.dataset.id = String(id);
  element.addEventListener("click", (event) => {
    if (meansTheRow(event)) actions.showDetail(id);
  });

  /** Rows are many and change seldom. @param {MessageView} message */
  function update(message) {
    if (message === shown && language() === shownIn) return;
    shown = message;
    shownIn = language();
    showMessage(element, message);
  }

  return { element, update };
}

/**
 * The same with its buttons and with everything there is to know before one of them is pressed.
 * @param {number} id
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 * @param {(verb: MessageVerb, message: MessageView) => unknown} needs.done
 * @returns {Row}
 */
export function mountOpenRow(id, { backend, actions, done }) {
  const row = mountMessageRow(id, actions);
  const { element } = row;
  const buttons = mountMessageActions({
    place: part(element, "actions"), errorPlace: part(element, "error"), backend, actions, done,
  });

  /** @param {MessageView} message */
  function update(message) {
    row.update(message);
    setLine(part(element, "due"), isForLater(message) ? laterWords(message) : null);
    showUnclear(element, message);
    part(element, "actions").setAttribute("aria-label", recipientWords(message));
    buttons.update(message, settlingVerbs(message));
  }

  return { element, update };
}

/**
 * A click beside the controls, and not the end of marking text.
 * @param {MouseEvent} event
 */
function meansTheRow({ target }) {
  if (!(target instanceof Element) || getSelection()?.toString()) return false;
  const control = target.closest("button");
  return control === null ? target.closest(".message-row-actions") === null : control.matches(".message-row-open");
}

/**
 * @param {HTMLElement} element
 * @param {MessageView} message
 */
function showMessage(element, message) {
  element.dataset.state = message.state;
  showHead(element, message);
  setText(part(element, "text"), message.body);
  showFacts(element, message);
  setLine(part(element, "reason"), reasonWords(message));
  setLine(part(element, "detail"), detailWords(message));
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
  const open = part(element, "open");
  describe(open, "row-open");
  const spoken = { recipient: name ?? number, when: formatDateTime(at, language()) };
  open.setAttribute("aria-label", translate("row-open-spoken", spoken));
}

/**
 * @param {HTMLElement} element
 * @param {MessageView} message
 */
function showFacts(element, message) {
  const { sender_name, sender_number } = message;
  setText(part(element, "state-words"), messageStateWords(message));
  const sender = translate("row-from", { sender: sender_name || senderWords(null, sender_number) });
  setText(part(element, "details"), [billWords(message), sender].filter(Boolean).join(" · "));
  part(element, "differs").hidden = !message.billed_differs;
}

/**
 * How to find out what happened, what speaks for it, and what was noted so far.
 * @param {HTMLElement} root
 * @param {MessageView} message
 */
export function showUnclear(root, message) {
  const unclear = message.state === "unclear";
  setLine(part(root, "help"), unclear ? translate("row-unclear-help") : null);
  setLine(part(root, "evidence"), unclear ? evidenceWords(message) : null);
  setLine(part(root, "undecided"), undecidedWords(message));
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 */
const part = (element, name) => within(element, `.message-row-${name}`, HTMLElement);
