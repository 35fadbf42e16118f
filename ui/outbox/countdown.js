// The messages that can still be taken back, each with the time that is left. Pure: the time is a monotonic clock's.

/** @import { MessageView } from "../types.d.ts" */

/**
 * @typedef {Object} Pending
 * @property {MessageView} message
 * @property {number} total how long it could be taken back, in milliseconds
 * @property {number} left how much of that is left
 */

export function makeCountdown() {
  /** @type {Map<number, { message: MessageView, total: number, until: number }>} */
  const pending = new Map();

  /**
   * @param {MessageView} message
   * @param {number} total
   * @param {number} now
   */
  function begin(message, total, now) {
    if (total > 0 && message.state === "queued") pending.set(message.id, { message, total, until: now + total });
  }

  /** @param {MessageView} message */
  function change(message) {
    const known = pending.get(message.id);
    if (!known) return;
    if (message.state === "queued" && message.reason === null) pending.set(message.id, { ...known, message });
    else pending.delete(message.id);
  }

  /**
   * Those with time left, in the order in which they were written; the others are forgotten.
   * @param {number} now
   * @returns {Pending[]}
   */
  function at(now) {
    for (const [id, { until }] of pending) if (until <= now) pending.delete(id);
    return [...pending.values()].map(({ message, total, until }) => ({ message, total, left: until - now }));
  }

  return { begin, change, at, drop: (/** @type {number} */ id) => pending.delete(id) };
}

/**
 * The seconds to show: never 0 while there is time left.
 * @param {number} left in milliseconds
 */
export const secondsLeft = (left) => Math.max(1, Math.ceil(left / 1000));
