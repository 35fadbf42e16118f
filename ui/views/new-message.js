// The compose form: who, from which number, what; then Send, and what became of it.

import { byId, isBusy, setBusy, setLine } from "../dom.js";
import { keepDraft } from "../draft-keeper.js";
import { asUiError } from "../errors.js";
import { describe, translate } from "../l10n.js";
import { mountAskDialog } from "../components/ask-dialog.js";
import { recipientWords } from "../components/message-words.js";
import { mountOutcome } from "../components/outcome.js";
import { mountRecipientField } from "../components/recipient-field.js";
import { mountSaveContact } from "../components/save-contact.js";
import { mountSenderField } from "../components/sender-field.js";
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
  const keeper = keepDraft(backend.saveDraft, actions.draftIsKept);
  const recipient = mountRecipientField({ backend, changed: edited, moveOn: () => text.focus() });
  const sender = mountSenderField(actions);
  const text = mountTextField({ backend, changed: edited });
  const dialog = mountAskDialog();
  const outcome = mountOutcome({ showHistory: () => actions.show("history") });
  const saveContact = mountSaveContact(backend, contactSaved);
  /** @type {Model | null} */
  let model = null;
  /** @type {string} */
  let draftId = crypto.randomUUID();
  /** @type {MessageView | null} the message sent last from here */
  let lastSent = null;
  /** @type {Map<number, MessageView>} news that overtook the answer to Send */
  const overtaking = new Map();

  /** @returns {Draft} */
  function draft() {
    return { id: draftId, recipient: recipient.value(), body: text.value(), sender_id: null, due_at: null, repeats: null };
  }

  function edited() {
    keeper.changed(draft());
  }

  /**
   * What was typed before the window knew of the draft stays.
   * @param {Draft | null} kept
   */
  function restore(kept) {
    const typedSoFar = { recipient: recipient.value(), body: text.value() };
    if (kept) draftId = kept.id;
    recipient.setValue(typedSoFar.recipient || kept?.recipient || "");
    text.setValue([kept?.body, typedSoFar.body].filter(Boolean).join("\n"));
    if (typedSoFar.recipient || typedSoFar.body) edited();
  }

  async function send() {
    if (isBusy(button)) return;
    setWorking(true);
    clearErrors();
    try {
      await keeper.rest();
      const filled = await fill();
      if (filled) await submit(filled);
    } catch (thrown) {
      placeError(asUiError(thrown));
    } finally {
      setWorking(false);
      keeper.resume();
    }
  }

  /** The form as it will be sent, or null with an error at a field. */
  async function fill() {
    const to = await recipient.settle();
    if (!to) return void recipient.focus();
    const from = sender.chosen();
    if (from === null) return void missSender();
    /** @type {SendForm} */
    const filled = {
      draft_id: draftId, recipient: to.e164, sender_id: from, body: text.value(), due_at: null, repeats: null,
      confirmed: false,
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
    if (answer.kind === "queued") accepted(answer.message);
  }

  /**
   * The question may stay open for long, so the text is kept meanwhile.
   * @param {RecipientView} to
   * @param {AskReason[]} reasons
   */
  async function askPerson({ name, display }, reasons) {
    keeper.resume();
    void keeper.saveNow();
    setWorking(false);
    const sendAnyway = await dialog.ask(recipientWords({ name, number: display }), reasons);
    setWorking(true);
    await keeper.rest();
    return sendAnyway;
  }

  /** @param {MessageView} message */
  function accepted(message) {
    lastSent = overtaking.get(message.id) ?? message;
    keeper.forget();
    draftId = crypto.randomUUID();
    recipient.setValue("");
    text.setValue("");
    actions.messageIs(lastSent);
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
    } else setLine(formError, error.message);
  }

  function clearErrors() {
    sender.showError(null);
    text.showError(null);
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
    describe(buttonWords, isBusy(button) ? "send-busy" : model?.start.practice ? "send-practice" : "send");
  }

  function update() {
    updateButton();
    outcome.update(lastSent);
    saveContact.update(lastSent);
  }

  /** @param {Model} now */
  function updateFrom(now) {
    model = now;
    recipient.update(now);
    sender.update(now);
    text.update();
    update();
  }

  /** @param {MessageView} message */
  function messageChanged(message) {
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
      if (!event.repeat) void send();
    } else if (event.target instanceof HTMLSelectElement) event.preventDefault();
  }

  form.addEventListener("keydown", press);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  form.addEventListener("focusout", () => void keeper.saveNow());
  void backend.onClosing(() => void keeper.saveNow());
  return {
    update: updateFrom,
    restore,
    messageChanged,
    isEmpty: () => recipient.value() === "" && text.value() === "",
    focus: () => (recipient.value() === "" ? recipient.focus() : text.focus()),
  };
}
