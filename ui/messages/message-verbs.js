// What can be done with a message, by its state. Pure.

/** @import { MessageView } from "../types.d.ts" */

/**
 * @typedef {"send-now" | "change" | "take-back" | "discard" | "call-off" | "settle-sent" | "settle-not-sent"
 *   | "settle-unknown" | "dashboard" | "again" | "write" | "reuse" | "proof" | "delete" | "delete-recipient"} MessageVerb
 */

/** States in which a message is never deleted: it is under way, or waits for the person's word. */
const OPEN = new Set(["queued", "held", "sending", "unclear"]);

/**
 * What settles an open message, the most likely first.
 * @param {MessageView} message
 * @returns {MessageVerb[]}
 */
export function settlingVerbs({ state, due_chosen }) {
  if (state === "held") return ["send-now", "change", "discard"];
  if (state === "queued") return due_chosen ? ["change", "send-now", "call-off"] : ["take-back", "send-now"];
  if (state === "unclear") return ["settle-sent", "settle-not-sent", "settle-unknown", "dashboard"];
  return [];
}

/**
 * What else there is in the view of one message. An unclear one is never sent again by one click.
 * @param {MessageView} message
 * @returns {MessageVerb[]}
 */
export function furtherVerbs(message) {
  return [...usingVerbs(message), ...correctingVerbs(message), ...deletingVerbs(message)];
}

/**
 * What a person noted can be corrected by a person.
 * @param {MessageView} message
 * @returns {MessageVerb[]}
 */
function correctingVerbs({ state, reason }) {
  if (reason !== "settled-by-person") return [];
  return state === "sent" ? ["settle-not-sent"] : ["settle-sent"];
}

/**
 * @param {MessageView} message
 * @returns {MessageVerb[]}
 */
function usingVerbs({ state }) {
  if (state === "rejected" || state === "not-sent") return ["again", "write", "reuse"];
  return state === "sent" ? ["write", "reuse", "proof"] : ["write", "reuse"];
}

/**
 * @param {MessageView} message
 * @returns {MessageVerb[]}
 */
function deletingVerbs({ state }) {
  return OPEN.has(state) ? ["delete-recipient"] : ["delete", "delete-recipient"];
}
