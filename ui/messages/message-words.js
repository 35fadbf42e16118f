// What the window says about a message, in the outcome panel and in the history alike.

import { formatBalance, formatDateTime, formatMoney } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/** @import { Cost, MessageDetail, MessageState, MessageView, Reason } from "../types.d.ts" */

/** States in which parts may be or were paid for. */
const COUNTED = new Set(["queued", "held", "sending", "sent", "unclear"]);

/** @param {MessageState} state */
export const stateWords = (state) => translate(`state-${state}`);

/** The state of a whole message: one that waits for its time is not sent soon. @param {MessageView} message */
export const messageStateWords = (message) => (isForLater(message) ? translate("state-later") : stateWords(message.state));

/** What happened in one step. @param {MessageState} state */
export const stepWords = (state) => (state === "queued" ? translate("step-queued") : stateWords(state));

/** @param {Pick<MessageView, "name" | "number">} message */
export function recipientWords({ name, number }) {
  return name ? translate("recipient-with-name", { name, number }) : number;
}

/** Waits for the time that the person chose. @param {MessageView} message */
export const isForLater = ({ state, due_chosen }) => state === "queued" && due_chosen;

/** @param {MessageView} message */
export const laterWords = ({ due_at }) => translate("later-due", { when: formatDateTime(due_at, language()) });

/**
 * Why it is in its state; while it waits, what it is waiting for.
 * @param {{ state: MessageState, reason: Reason | null }} step
 */
export function reasonWords({ state, reason }) {
  if (!reason) return null;
  if (state === "queued") return translate(`waiting-${reason}`);
  return translate(`reason-${reason}`);
}

/** @param {MessageView} message */
export const detailWords = ({ detail }) => (detail ? translate("service-says", { detail }) : null);

/**
 * Parts and cost: billed where it is known, predicted where it is not.
 * @param {MessageView} message
 */
export function billWords({ state, billed_segments, predicted_segments, cost, currency }) {
  const parts = billed_segments ?? (COUNTED.has(state) ? predicted_segments : 0);
  const words = parts > 0 ? [translate("text-meter-parts", { parts })] : [];
  if (cost !== null) words.push(formatMoney(cost, currency, language()));
  return words.join(" · ");
}

/**
 * The balance before an unclear send and about 15 seconds after it, where both are known: a hint with its limits.
 * @param {MessageView} message
 */
export function evidenceWords({ balance_before: before, balance_after: after, balance_after_at: at }) {
  if (before === null) return null;
  const first = formatBalance(before, language());
  if (after === null || at === null) return translate("evidence-pending", { before: first });
  const known = { before: first, after: formatBalance(after, language()), when: formatDateTime(at, language()) };
  return translate(before === after ? "evidence-same" : "evidence-changed", known);
}

/** @param {MessageView} message */
export function undecidedWords({ state, undecided_at: at }) {
  return state === "unclear" && at !== null ? translate("undecided", { when: formatDateTime(at, language()) }) : null;
}

/**
 * What was predicted and what was billed, and whether they differ.
 * @param {MessageView} message
 */
export function predictionWords({ state, predicted_segments: predicted, billed_segments: billed }) {
  if (billed === null) {
    const id = state === "sent" || state === "unclear" ? "detail-parts-unbilled" : "detail-parts-predicted";
    return { words: translate(id, { predicted }), differs: false };
  }
  const differs = billed !== predicted;
  return { words: translate(differs ? "detail-parts-differ" : "detail-parts-same", { predicted, billed }), differs };
}

/** Sent as far as Famulor says, or as the person noted. @param {MessageDetail["message"]} message */
export const isSettledByPerson = ({ reason }) => reason === "settled-by-person";

/** @param {Pick<MessageView, "cost" | "currency">} message */
export const costWords = ({ cost, currency }) => (cost === null ? null : formatMoney(cost, currency, language()));

/**
 * What it cost and what it was expected to cost, and whether they differ: a currency that is not named is no other one.
 * @param {Pick<MessageView, "cost" | "currency">} message
 * @param {Cost | null} predicted
 */
export function costPredictionWords({ cost, currency }, predicted) {
  const billed = costWords({ cost, currency: currency ?? predicted?.currency ?? null });
  if (predicted === null) return { words: billed, differs: false };
  const expected = formatMoney(predicted.amount, predicted.currency ?? currency, language());
  if (billed === null) return { words: translate("detail-cost-predicted", { expected }), differs: false };
  const differs = billed !== expected;
  return { words: translate(differs ? "detail-cost-differs" : "detail-cost-same", { billed, expected }), differs };
}
