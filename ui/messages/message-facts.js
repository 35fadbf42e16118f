// What is known of one message, as pairs of a name and a value: for its own view and for the proof of sending.

import { formatDateTime, formatForRecord } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { senderWords } from "../writing/sender-field.js";
import {
  costPredictionWords, costWords, isForLater, isSettledByPerson, predictionWords, recipientWords, stateWords,
} from "./message-words.js";

/** @import { MessageDetail, MessageView, StepView } from "../types.d.ts" */

/**
 * @typedef {Object} Fact
 * @property {string} id of the words for its name
 * @property {string | null} words its value; null: there is no such fact
 * @property {boolean} [flagged] something to look at
 */

/**
 * @param {MessageDetail} detail
 * @returns {Fact[]}
 */
export function detailFacts({ message, predicted_cost, provider_id, account_email }) {
  const parts = predictionWords(message);
  const cost = costPredictionWords(message, predicted_cost);
  return [
    { id: "fact-written", words: formatDateTime(message.at, language()) },
    { id: "fact-due", words: isForLater(message) ? formatDateTime(message.due_at, language()) : null },
    { id: "fact-sender", words: senderWords(message.sender_name, message.sender_number) },
    { id: "fact-account", words: account_email },
    { id: "fact-parts", words: parts.words, flagged: parts.differs },
    { id: "fact-cost", words: cost.words, flagged: cost.differs },
    { id: "fact-provider-id", words: provider_id },
  ];
}

/**
 * @param {MessageDetail} detail
 * @param {number} now
 * @returns {Fact[]}
 */
export function proofFacts(detail, now) {
  const { message, provider_id, account_email, system_user } = detail;
  return [
    { id: "fact-recipient", words: recipientWords(message) },
    { id: "fact-text", words: message.body },
    { id: "fact-state", words: proofState(message) },
    { id: "fact-sent", words: exactly(sentAt(detail)) },
    { id: "fact-noted", words: isSettledByPerson(message) ? exactly(lastStep(detail, "sent")) : null },
    { id: "fact-sender", words: senderWords(message.sender_name, message.sender_number) },
    { id: "fact-account", words: account_email },
    { id: "fact-provider-id", words: provider_id ?? translate("fact-unknown") },
    { id: "fact-parts", words: String(message.billed_segments ?? message.predicted_segments) },
    { id: "fact-cost", words: costWords(message) ?? translate("fact-unknown") },
    { id: "fact-printed", words: translate("proof-printed", { when: exactly(now), user: system_user }) },
  ];
}

/** @param {MessageView} message */
function proofState(message) {
  return isSettledByPerson(message) ? translate("proof-settled") : stateWords(message.state);
}

/** What a person noted later left, if it did, when the program last tried. @param {MessageDetail} detail */
const sentAt = (detail) => lastStep(detail, isSettledByPerson(detail.message) ? "sending" : "sent");

/**
 * @param {MessageDetail} detail
 * @param {StepView["state"]} wanted
 */
const lastStep = ({ message, steps }, wanted) => steps.findLast(({ state }) => state === wanted)?.at ?? message.at;

/** @param {number} at */
const exactly = (at) => formatForRecord(at, language());
