// What stands under the text and depends on more than it: the price for this recipient, and the quiet lines.

import { mountTextCost } from "./text-cost.js";
import { mountTextHints } from "./text-hints.js";

/**
 * @import { TextMeasure } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "estimateCost" | "textHints" | "openPage">} needs.backend
 * @param {Actions} needs.actions
 * @param {{ value: () => string, focus: () => void }} needs.text
 * @param {() => number | null} needs.contactId
 * @param {() => number | null} needs.sender
 */
export function mountBesideText({ backend, actions, text, contactId, sender }) {
  /** @type {string | null} */
  let e164 = null;
  let [meant, account] = ["", ""];
  const recipient = () => e164;
  const cost = mountTextCost({ backend, recipient, sender });
  const hints = mountTextHints({ backend, actions, text: text.value, recipient, contactId, focus: text.focus });

  /** @param {string | null} number */
  function settled(number) {
    const now = `${number} ${contactId()}`;
    if (now === meant) return;
    [e164, meant] = [number, now];
    cost.refresh();
    hints.changed();
  }

  function edited() {
    cost.refresh();
    hints.changed();
  }

  /** @param {Model} model */
  function update({ account: { profile }, settings }) {
    const now = `${profile?.email} ${profile?.balance}`;
    if (now !== account) cost.outdated();
    account = now;
    cost.refresh();
    cost.update();
    hints.update(settings);
  }

  return {
    settled, edited, update,
    measured: (/** @type {TextMeasure} */ measure) => cost.measured(measure),
    messageChanged: () => cost.outdated(),
  };
}
