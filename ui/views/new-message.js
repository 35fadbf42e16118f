// The compose form: who, from which number, what; then Send, and what became of it.

import { byId, isBusy, setBusy, setLine } from "../dom.js";
import { makeDraftDesk } from "../draft-desk.js";
import { isBlank } from "../drafts.js";
import { asUiError } from "../errors.js";
import { formatMoment } from "../format.js";
import { describe, language, translate } from "../l10n.js";
import { isRepeated } from "../press.js";
import { missingSignature } from "../templates.js";
import { mountAskDialog } from "../components/ask-dialog.js";
import { mountDueField } from "../components/due-field.js";
import { mountKeptDrafts } from "../components/kept-drafts.js";
import { makeLateFilling } from "../components/late-filling.js";
import { recipientWords } from "../components/message-words.js";
import { mountOutcome } from "../components/outcome.js";
import { mountRecentMessages } from "../components/recent-messages.js";
import { mountRecipientField } from "../components/recipient-field.js";
import { mountRepeatsLine } from "../components/repeats-line.js";
import { mountSaveContact } from "../components/save-contact.js";
import { mountSenderField } from "../components/sender-field.js";
import { mountTemplatePicker } from "../components/template-picker.js";
import { mountTextField } from "../components/text-field.js";

/**
 * @import { AskReason, Draft, MessageView, RecipientView, SendForm, UiError } from "../types.d.ts"
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
  const button = byId("send", HTMLButtonElement);
  const buttonWords = byId("send-words", HTMLElement);
  const formError = byId("form-error", HTMLElement);
  const recent = mountRecentMessages(backend, actions);
  const recipient = mountRecipientField({
    backend, changed: edited, moveOn: () => text.focus(), settled: (e164) => recent.show(e164),
    decided: () => filling.begin(),
  });
  const sender = mountSenderField({ actions, changed: edited });
  const text = mountTextField({ backend, changed: edited });
  const filling = makeLateFilling({ backend, recipient, text });
  const templates = mountTemplatePicker({
    backend,
    recipient: recipient.lookUp,
    insert: (filled) => text.insert(filled.text, filled.unfilled.map(({ written }) => written)),
    sign: () => text.append(missingSignature(text.value(), model?.settings.signature ?? "")),
    manage: () => actions.show("templates"),
  });
  const due = mountDueField({ changed: edited });
  const repeats = mountRepeatsLine(backend);
  const desk = makeDraftDesk({ backend, tell: actions.draftIsKept, read, fill, focus, show, reveal });
  const kept = mountKeptDrafts({ goOn: desk.goOn, discard: desk.discard, bringBack: desk.undoDiscard });
  const dialog = mountAskDialog();
  const outcome = mountOutcome({ showOutbox: () => actions.show("outbox") });
  const saveContact = mountSaveContact(backend, contactSaved);
  /** @type {Model | null} */
  let model = null;
  /** @type {MessageView | null} the message sent last from here */
  let lastSent = null;
  let writtenName = "";
  /** @type {Map<number, MessageView>} news that overtook the answer to Send */
  const overtaking = new Map();
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
    clearErrors();
    recipient.setValue(draft.recipient);
    text.setValue(draft.body, draft.unfilled);
    sender.prefer(draft.sender_id);
    due.setValue(draft.due_at);
    void repeats.show(draft.repeats);
    updateButton();
  }

  /** @type {Parameters<typeof makeDraftDesk>[0]["show"]} */
  function show(drafts, discarded) {
    kept.update(drafts, discarded);
  }

  function reveal() {
    kept.reveal();
  }

  function edited() {
    desk.edited();
    updateButton();
  }

  function focus() {
    if (recipient.value() === "") recipient.focus();
    else text.focus();
  }

  async function send() {
    setWorking(true);
    clearErrors();
    try {
      await desk.rest();
      const ready = await makeReady();
      if (ready) await submit(ready);
    } catch (thrown) {
      placeError(asUiError(thrown));
    } finally {
      setWorking(false);
      desk.resume();
    }
  }

  /** The form as it will be sent, or null with an error at a field. */
  async function makeReady() {
    const to = await recipient.settle();
    if (!to) return void recipient.focus();
    await filling.rest();
    const from = sender.chosen();
    if (from === null) return void missSender();
    const unfilled = text.unfilled()[0];
    if (unfilled) return void missPlaceholder(unfilled);
    const { id, ...draft } = desk.draft();
    /** @type {SendForm} */
    const filled = {
      ...draft, draft_id: id, recipient: to.e164, contact_id: recipient.contactId(), sender_id: from, confirmed: false,
    };
    return { filled, to };
  }

  /** @param {{ filled: SendForm, to: RecipientView }} ready */
  async function submit({ filled, to }) {
    overtaking.clear();
    let answer = await backend.sendMessage(filled);
    if (answer.kind === "ask") {
      if (!(await askPerson(to, answer.reasons))) return;
      answer = await backend.sendMessage({ ...filled, confirmed: true });
    }
    if (answer.kind === "queued") accepted(answer.message, answer.undo_ms);
  }

  /**
   * The question may stay open for long, so the text is kept meanwhile.
   * @param {RecipientView} to
   * @param {AskReason[]} reasons
   */
  async function askPerson({ name, display }, reasons) {
    desk.resume();
    void desk.saveNow();
    setWorking(false);
    const sendAnyway = await dialog.ask(recipientWords({ name, number: display }), reasons);
    setWorking(true);
    await desk.rest();
    return sendAnyway;
  }

  /**
   * @param {MessageView} message
   * @param {number} undoMs
   */
  function accepted(message, undoMs) {
    lastSent = overtaking.get(message.id) ?? message;
    writtenName = recipient.writtenName();
    desk.sent();
    actions.messageIs(lastSent);
    actions.countDown(lastSent, undoMs);
    update();
    recipient.focus();
    outcome.reveal();
  }

  /** The panel goes now, and the focus with it, unless the person is somewhere else already. */
  function contactSaved() {
    recipient.recheck();
    if (byId("save-contact-panel", HTMLFormElement).contains(document.activeElement)) recipient.focus();
  }

  function missSender() {
    if (model?.account.key === "missing") setLine(formError, translate("error-key-missing"));
    else {
      sender.showError(translate("error-sender-missing"));
      sender.focus();
    }
  }

  /** @param {string} placeholder */
  function missPlaceholder(placeholder) {
    text.showError(translate("error-text-unfilled", { placeholder }));
    text.mark(placeholder);
  }

  /** @param {UiError} error */
  function placeError(error) {
    if (error.code === "recipient") {
      recipient.reject(error);
      recipient.focus();
    } else if (error.code === "text") {
      text.showError(error.message);
      text.focus();
    } else if (error.code === "sender") {
      sender.showError(error.message);
      sender.focus();
    } else if (error.code === "due") {
      due.showError(error.message);
      due.focus();
    } else setLine(formError, error.message);
  }

  function clearErrors() {
    sender.showError(null);
    text.showError(null);
    due.showError(null);
    setLine(formError, null);
  }

  /** @param {boolean} working */
  function setWorking(working) {
    setBusy(button, working);
    recipient.input.readOnly = working;
    text.input.readOnly = working;
    updateButton();
  }

  function updateButton() {
    const at = due.value();
    if (isBusy(button)) describe(buttonWords, "send-busy");
    else if (at === null) describe(buttonWords, model?.start.practice ? "send-practice" : "send");
    else sendLaterWords(formatMoment(at, language()));
  }

  /** @param {string} when */
  function sendLaterWords(when) {
    describe(buttonWords, model?.start.practice ? "send-later-practice" : "send-later", { when });
  }

  function update() {
    updateButton();
    outcome.update(lastSent);
    saveContact.update(lastSent, writtenName);
  }

  /** @param {Model} now */
  function updateFrom(now) {
    model = now;
    recipient.update(now);
    sender.update(now);
    text.update();
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
    if (isBusy(button)) overtaking.set(message.id, message);
    if (message.id !== lastSent?.id) return;
    lastSent = message;
    update();
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      if (!event.repeat) startSending();
    } else if (event.target instanceof HTMLSelectElement) event.preventDefault();
  }

  function startSending() {
    if (!isBusy(button)) sending = send();
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
  button.addEventListener("click", (event) => isRepeated(event) && event.preventDefault());
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
    focus,
  };
}
