// What the window says about a message, in the outcome panel and in the history alike.

import { formatBalance, formatMoney } from "../format.js";
import { language, translate } from "../l10n.js";

/** @import { MessageState, MessageView } from "../types.d.ts" */

/** States in which parts may be or were paid for. */
const COUNTED = new Set(["queued", "held", "sending", "sent", "unclear"]);

/** @param {MessageState} state */
export const stateWords = (state) => translate(`state-${state}`);

/** @param {Pick<MessageView, "name" | "number">} message */
export function recipientWords({ name, number }) {
  return name ? translate("recipient-with-name", { name, number }) : number;
}

/**
 * Why it is in its state; while it waits, what it is waiting for.
 * @param {MessageView} message
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
 * The balance before and after an unclear send, where both are known.
 * @param {MessageView} message
 * @param {string | null | undefined} balance
 */
export function balanceWords({ balance_before: before }, balance) {
  if (!before || !balance) return null;
  return translate("row-balance", {
    before: formatBalance(before, language()),
    after: formatBalance(balance, language()),
  });
}
