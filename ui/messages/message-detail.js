// One message with everything that is known of it, over the view from which it was opened.

import { arrange, byId, focusIsLost, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { formatDateTime, formatExactly } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { latestOnly } from "../page/latest.js";
import { factElements } from "./fact-list.js";
import { mountMessageActions } from "./message-actions.js";
import { detailFacts } from "./message-facts.js";
import { showUnclear } from "./message-row.js";
import { furtherVerbs, settlingVerbs } from "./message-verbs.js";
import {
  detailWords, messageStateWords, reasonWords, recipientWords, stateWords, stepWords,
} from "./message-words.js";
import { printProof } from "./proof.js";

/**
 * @import { Deleted, LinkView, MessageDetail, MessageView, StepView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 * @import { Question } from "../window/confirm-dialog.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 * @param {(question: Question) => Promise<boolean>} needs.confirm
 */
export function mountMessageDetail({ backend, actions, confirm }) {
  const dialog = byId("detail-dialog", HTMLDialogElement);
  const content = byId("detail-content", HTMLElement);
  const errorPlace = byId("detail-error", HTMLElement);
  const newest = latestOnly();
  /** @type {MessageDetail | null} */
  let detail = null;

  const done = () => void (detail && load(detail.message.id));
  const own = { proof: () => detail && printProof(backend, detail), delete: deleteThis, "delete-recipient": deleteAll };
  const settling = mountMessageActions({
    place: byId("detail-settle", HTMLElement), errorPlace, backend, actions, done,
  });
  const further = mountMessageActions({
    place: byId("detail-actions", HTMLElement), errorPlace, backend, actions, done, own,
  });

  /** @param {number} id */
  async function show(id) {
    await load(id);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }

  /** @param {number} id */
  async function load(id) {
    const latest = await newest(backend.messageDetail(id));
    if (!latest) return;
    detail = "answer" in latest ? latest.answer : null;
    setLine(errorPlace, "thrown" in latest ? asUiError(latest.thrown).message : null);
    update();
  }

  function update() {
    content.hidden = detail === null;
    if (!detail) return setText(byId("detail-title", HTMLElement), translate("detail-title"));
    const { message, steps } = detail;
    dialog.dataset.id = String(message.id);
    showMessage(message);
    arrange(byId("detail-facts", HTMLElement), factElements(detailFacts(detail)));
    arrange(byId("detail-steps", HTMLElement), steps.map(stepElement));
    showLinks(detail);
    settling.update(message, settlingVerbs(message));
    further.update(message, furtherVerbs(message));
    if (dialog.open && focusIsLost()) byId("detail-title", HTMLElement).focus();
  }

  /** @param {MessageView} message */
  function showMessage(message) {
    setText(byId("detail-title", HTMLElement), recipientWords(message));
    setText(byId("detail-text", HTMLElement), message.body);
    content.dataset.state = message.state;
    setText(byId("detail-state-words", HTMLElement), messageStateWords(message));
    setLine(byId("detail-reason", HTMLElement), reasonWords(message));
    setLine(byId("detail-service", HTMLElement), detailWords(message));
    showUnclear(content, message);
  }

  /** @param {MessageDetail} now */
  function showLinks({ repeats, repeated_by }) {
    const links = [
      ...(repeats ? [linkElement(repeats, "detail-repeats")] : []),
      ...repeated_by.map((link) => linkElement(link, "detail-repeated-by")),
    ];
    arrange(byId("detail-links", HTMLElement), links);
    byId("detail-links", HTMLElement).hidden = links.length === 0;
  }

  /**
   * @param {LinkView} link
   * @param {string} words
   */
  function linkElement({ id, at, state }, words) {
    const element = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button-link";
    setText(button, translate(words, { when: formatDateTime(at, language()), state: stateWords(state) }));
    button.addEventListener("click", () => void show(id).then(() => byId("detail-title", HTMLElement).focus()));
    element.append(button);
    return element;
  }

  /** @param {MessageView} message */
  async function deleteThis(message) {
    const question = {
      title: translate("delete-title"),
      text: translate("delete-text", { recipient: recipientWords(message) }),
      confirm: translate("delete-confirm"),
    };
    if (await confirm(question)) deleted(await backend.deleteMessage(message.id));
  }

  /** @param {MessageView} message */
  async function deleteAll(message) {
    const question = {
      title: translate("delete-recipient-title"),
      text: translate("delete-recipient-text", { recipient: recipientWords(message) }),
      confirm: translate("delete-recipient-confirm"),
    };
    if (await confirm(question)) deleted(await backend.deleteRecipientMessages(message.e164));
  }

  /** @param {Deleted} result */
  function deleted({ deleted: count, kept }) {
    dialog.close();
    const words = [translate("deleted", { count })];
    if (kept > 0) words.push(translate("deleted-kept", { count: kept }));
    actions.messagesAreGone(words.join(" "));
  }

  byId("detail-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => (detail = null));
  return {
    show,
    close: () => dialog.close(),
    messageChanged(/** @type {MessageView} */ { id }) {
      if (dialog.open && id === detail?.message.id) void load(id);
    },
    update,
  };
}

/** @param {StepView} step */
function stepElement(step) {
  const element = document.createElement("li");
  element.dataset.state = step.state;
  const time = document.createElement("time");
  time.dateTime = new Date(step.at).toISOString();
  setText(time, formatExactly(step.at, language()));
  const words = document.createElement("span");
  setText(words, [stepWords(step.state), shortReason(step)].filter(Boolean).join(" – "));
  element.append(time, words);
  return element;
}

/** The state stands before it already; of a long reason its first sentence is enough. @param {StepView} step */
function shortReason(step) {
  const words = reasonWords(step);
  return words && (/^.*?\.(?=\s|$)/.exec(words)?.[0].slice(0, -1) ?? words);
}
