// What became of the message sent last from the form, and its number to be kept as a contact.

import { mountOutcome } from "./outcome.js";
import { mountSaveContact } from "./save-contact.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {() => void} needs.showOutbox
 * @param {() => void} needs.contactSaved
 */
export function mountLastSent({ backend, showOutbox, contactSaved }) {
  const outcome = mountOutcome({ showOutbox });
  const saveContact = mountSaveContact(backend, contactSaved);
  /** @type {MessageView | null} */
  let message = null;
  let writtenName = "";
  /** @type {Map<number, MessageView> | null} news that overtakes the answer to Send */
  let overtaking = null;

  function update() {
    outcome.update(message);
    saveContact.update(message, writtenName);
  }

  return {
    update,
    reveal: outcome.reveal,
    /** A message is on its way to the program. */
    expect() {
      overtaking = new Map();
    },
    /**
     * @param {MessageView} answered
     * @param {string} name the one that was written with its number
     * @returns {MessageView} as it is by now
     */
    is(answered, name) {
      const now = overtaking?.get(answered.id) ?? answered;
      [message, writtenName, overtaking] = [now, name, null];
      return now;
    },
    /** @param {MessageView} changed */
    messageChanged(changed) {
      overtaking?.set(changed.id, changed);
      if (changed.id !== message?.id) return;
      message = changed;
      update();
    },
  };
}
