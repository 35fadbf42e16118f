// A template that was inserted before its recipient was known is filled when the recipient is.

import { latestOnly } from "../page/latest.js";

/** @import { Backend } from "../backend.js" */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "fillPlaceholders">} needs.backend
 * @param {{ value: () => string, lookUp: () => Promise<{ e164: string | null, contactId: number | null }> }} needs.recipient
 * @param {{ unfilled: () => string[], fill: (values: Record<string, string>) => void }} needs.text
 */
export function makeLateFilling({ backend, recipient, text }) {
  const newest = latestOnly();
  let running = Promise.resolve();

  /** What was filled stays: by then it is the person's text. */
  async function fill() {
    const unfilled = text.unfilled();
    if (unfilled.length === 0) return;
    const meant = recipient.value();
    const latest = await newest(ask(unfilled));
    if (latest && "answer" in latest && recipient.value() === meant) text.fill(latest.answer);
  }

  /** @param {string[]} unfilled */
  async function ask(unfilled) {
    const { e164, contactId } = await recipient.lookUp();
    return e164 === null ? {} : backend.fillPlaceholders(unfilled, e164, contactId);
  }

  return {
    begin() {
      running = fill();
    },
    rest: () => running,
  };
}
