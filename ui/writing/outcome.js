// What became of the message sent last from this window. It stays until the next send.

import {
  billWords, detailWords, isForLater, laterWords, reasonWords, recipientWords, stateWords,
} from "../messages/message-words.js";
import { byId, setLine, setText, within } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/** @import { MessageView } from "../types.d.ts" */

/** States in which there is something to do in the outbox. */
const OPEN = new Set(["held", "unclear"]);

/** @param {{ showOutbox: () => void }} actions */
export function mountOutcome({ showOutbox }) {
  const panel = byId("outcome", HTMLElement);
  const state = byId("outcome-state", HTMLElement);
  const outbox = byId("outcome-outbox", HTMLButtonElement);
  outbox.addEventListener("click", showOutbox);
  let shown = 0;

  /** @param {MessageView | null} message */
  function update(message) {
    outbox.hidden = !message || !(OPEN.has(message.state) || isForLater(message));
    if (!message) return;
    if (message.id !== shown) forgetWords();
    shown = message.id;
    setText(state, outcomeWords(message));
    setText(byId("outcome-recipient", HTMLElement), translate("outcome-to", { recipient: recipientWords(message) }));
    setLine(byId("outcome-reason", HTMLElement), reasonWords(message));
    setLine(byId("outcome-detail", HTMLElement), detailWords(message));
    setLine(byId("outcome-facts", HTMLElement), billWords(message));
    panel.dataset.state = message.state;
  }

  /** Equal words are not said again, but of another message they are news. */
  function forgetWords() {
    for (const line of within(panel, ".outcome-words", HTMLElement).children) setText(line, "");
  }

  return { update, reveal: () => within(panel, ".outcome-words", HTMLElement).scrollIntoView({ block: "nearest" }) };
}

/** @param {MessageView} message */
function outcomeWords(message) {
  if (isForLater(message)) return laterWords(message);
  return message.state === "sending" ? translate("outcome-sending") : stateWords(message.state);
}
