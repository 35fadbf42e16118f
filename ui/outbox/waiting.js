// What the outbox wants from the person. Pure.

/** @import { Waiting } from "../types.d.ts" */

/** How many messages want an answer; those that go by themselves later do not. @param {Waiting | null} waiting */
export const countAsking = (waiting) => (waiting ? waiting.held.length + waiting.unclear.length : 0);
