// The compose form: who, from which number, what; then Send, and what became of it.

import { keyWords } from "../help/shortcuts.js";
import { byId, setText } from "../page/dom.js";
import { isRepeated } from "../page/press.js";
import { mountTemplatePicker } from "../templates/template-picker.js";
import { missingSignature } from "../templates/template-text.js";
import { mountBesideText } from "./beside-text.js";
import { makeDraftDesk } from "./draft-desk.js";
import { isBlank } from "./drafts.js";
import { mountDueField } from "./due-field.js";
import { makeFormErrors } from "./form-errors.js";
import { mountKeptDrafts } from "./kept-drafts.js";
import { mountLastSent } from "./last-sent.js";
import { makeLateFilling } from "./late-filling.js";
import { mountRecentMessages } from "./recent-messages.js";
import { mountRecipientField } from "./recipient-field.js";
import { mountRepeatsLine } from "./repeats-line.js";
import { mountSendButton } from "./send-button.js";
import { mountSenderField } from "./sender-field.js";
import { makeSending } from "./sending.js";
import { mountTextField } from "./text-field.js";
import { makeTextLanguage } from "./text-language.js";

/**
 * @import { Draft, MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountNewMessage({ backend, actions }) {
  const form = byId("message-form", HTMLFormElement);
  const button = mountSendButton();
  const recent = mountRecentMessages(backend, actions);
  const recipient = mountRecipientField({
    backend, changed: edited, moveOn: () => text.focus(), settled,
    decided: () => filling.begin(),
  });
  const sender = mountSenderField({ actions, changed: edited });
  const text = mountTextField({ backend, changed: edited, measured: (measure) => beside.measured(measure) });
  const beside = mountBesideText({
    backend, actions, text, contactId: () => recipient.contactId(), sender: () => sender.chosen(),
  });
  const filling = makeLateFilling({ backend, recipient, text });
  const spelling = makeTextLanguage(backend, text.input);
  const templates = mountTemplatePicker({
    backend,
    recipient: recipient.lookUp,
    insert: (filled, template) => {
      spelling.use(template.language);
      text.insert(filled.text, filled.unfilled.map(({ written }) => written));
    },
    sign: () => text.append(missingSignature(text.value(), model?.settings.signature ?? "")),
    manage: () => actions.show("templates"),
  });
  const due = mountDueField({ changed: edited });
  const repeats = mountRepeatsLine(backend);
  const desk = makeDraftDesk({ backend, tell: actions.draftIsKept, read, fill, focus, show, reveal });
  const kept = mountKeptDrafts({ goOn: desk.goOn, discard: desk.discard, bringBack: desk.undoDiscard });
  const lastSent = mountLastSent({ backend, showOutbox: () => actions.show("outbox"), contactSaved });
  const errors = makeFormErrors({ recipient, sender, text, due });
  const { send } = makeSending({
    backend, desk, errors, fields: { recipient, sender, text }, filled: filling.rest, setWorking, accepted,
    expect: lastSent.expect, keyIsMissing: () => model?.account.key === "missing",
  });
  /** @type {Model | null} */
  let model = null;
  /** What stands in the form is not changed before a send has decided about it. */
  let sending = Promise.resolve();

  function read() {
    return {
      recipient: recipient.value(), body: text.value(), unfilled: text.unfilled(),
      sender_id: sender.value(), due_at: due.value(),
    };
  }

  /** @param {Draft} draft */
  function fill(draft) {
    errors.clear();
    recipient.setValue(draft.recipient);
    text.setValue(draft.body, draft.unfilled);
    spelling.use(null);
    sender.prefer(draft.sender_id);
    due.setValue(draft.due_at);
    void repeats.show(draft.repeats);
    beside.edited();
    updateButton();
  }

  /** @type {Parameters<typeof makeDraftDesk>[0]["show"]} */
  function show(drafts, discarded) {
    kept.update(drafts, discarded);
  }

  function reveal() {
    kept.reveal();
  }

  /** @param {string | null} e164 */
  function settled(e164) {
    recent.show(e164);
    beside.settled(e164);
  }

  function edited() {
    desk.edited();
    beside.edited();
    updateButton();
  }

  function focus() {
    if (recipient.value() === "") recipient.focus();
    else text.focus();
  }

  /**
   * @param {MessageView} message
   * @param {number} undoMs
   */
  function accepted(message, undoMs) {
    const sent = lastSent.is(message, recipient.writtenName());
    desk.sent();
    actions.messageIs(sent);
    actions.countDown(sent, undoMs);
    update();
    recipient.focus();
    lastSent.reveal();
  }

  /** The panel goes now, and the focus with it, unless the person is somewhere else already. */
  function contactSaved() {
    recipient.recheck();
    if (byId("save-contact-panel", HTMLFormElement).contains(document.activeElement)) recipient.focus();
  }

  /** @param {boolean} working */
  function setWorking(working) {
    button.setBusy(working);
    recipient.input.readOnly = working;
    text.input.readOnly = working;
    updateButton();
  }

  function updateButton() {
    if (model) button.update(model.start.practice, due.value());
  }

  function update() {
    updateButton();
    setText(byId("send-keys", HTMLElement), keyWords("send"));
    lastSent.update();
  }

  /** @param {Model} now */
  function updateFrom(now) {
    model = now;
    recipient.update(now);
    sender.update(now);
    text.update();
    spelling.update();
    beside.update(now);
    templates.update(now.settings.signature);
    due.update();
    repeats.update();
    recent.update();
    desk.update();
    update();
  }

  /** @param {MessageView} message */
  function messageChanged(message) {
    recent.messageChanged(message);
    beside.messageChanged();
    lastSent.messageChanged(message);
  }

  /** Enter in a list of choices does not send. @param {KeyboardEvent} event */
  function press(event) {
    const plain = !event.ctrlKey && !event.metaKey;
    if (event.key === "Enter" && plain && event.target instanceof HTMLSelectElement) event.preventDefault();
  }

  function startSending() {
    if (!button.isBusy()) sending = send();
  }

  /**
   * @param {(draft: Draft) => void} place
   * @returns {(draft: Draft) => Promise<void>}
   */
  const onceDecided = (place) => async (draft) => {
    await sending;
    place(draft);
  };

  form.addEventListener("keydown", press);
  // By the second click the form is empty again, and would say that nothing was sent.
  byId("send", HTMLButtonElement).addEventListener("click", (event) => isRepeated(event) && event.preventDefault());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    startSending();
  });
  form.addEventListener("focusout", () => void desk.saveNow());
  void backend.onClosing(() => void desk.saveNow());
  return {
    update: updateFrom,
    restore: desk.restore,
    openDraft: onceDecided(desk.open),
    bringBack: onceDecided(desk.bringBack),
    messageChanged,
    contactsChanged: recipient.recheck,
    isEmpty: () => isBlank(desk.draft()),
    send: startSending,
    focus,
  };
}
