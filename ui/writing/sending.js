// From the form to the outbox: what is written is made ready, asked about at most once, and handed over.

import { recipientWords } from "../messages/message-words.js";
import { asUiError } from "../page/errors.js";
import { mountAskDialog } from "./ask-dialog.js";

/**
 * @import { AskReason, MessageView, RecipientView, SendForm } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { makeDraftDesk } from "./draft-desk.js"
 * @import { makeFormErrors } from "./form-errors.js"
 */

/**
 * @typedef {Object} Fields
 * @property {{ settle: () => Promise<RecipientView | null>, contactId: () => number | null, focus: () => void }} recipient
 * @property {{ chosen: () => number | null }} sender
 * @property {{ unfilled: () => string[] }} text
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "sendMessage">} needs.backend
 * @param {ReturnType<typeof makeDraftDesk>} needs.desk
 * @param {Fields} needs.fields
 * @param {ReturnType<typeof makeFormErrors>} needs.errors
 * @param {() => Promise<void>} needs.filled what is known by now stands in the text
 * @param {() => boolean} needs.keyIsMissing
 * @param {(working: boolean) => void} needs.setWorking
 * @param {() => void} needs.expect a message is on its way to the program
 * @param {(message: MessageView, undoMs: number) => void} needs.accepted
 */
export function makeSending({ backend, desk, fields, errors, filled, keyIsMissing, setWorking, expect, accepted }) {
  const dialog = mountAskDialog();
  const { recipient, sender, text } = fields;

  async function send() {
    setWorking(true);
    errors.clear();
    try {
      await desk.rest();
      const ready = await makeReady();
      if (ready) await submit(ready);
    } catch (thrown) {
      errors.show(asUiError(thrown));
    } finally {
      setWorking(false);
      desk.resume();
    }
  }

  /** The form as it will be sent, or null with an error at a field. */
  async function makeReady() {
    const to = await recipient.settle();
    if (!to) return void recipient.focus();
    await filled();
    const from = sender.chosen();
    if (from === null) return void errors.missSender(keyIsMissing());
    const unfilled = text.unfilled()[0];
    if (unfilled) return void errors.missPlaceholder(unfilled);
    const { id, ...draft } = desk.draft();
    /** @type {SendForm} */
    const form = {
      ...draft, draft_id: id, recipient: to.e164, contact_id: recipient.contactId(), sender_id: from, confirmed: false,
    };
    return { form, to };
  }

  /** @param {{ form: SendForm, to: RecipientView }} ready */
  async function submit({ form, to }) {
    expect();
    let answer = await backend.sendMessage(form);
    if (answer.kind === "ask") {
      if (!(await askPerson(to, answer.reasons))) return;
      answer = await backend.sendMessage({ ...form, confirmed: true });
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

  return { send };
}
