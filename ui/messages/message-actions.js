// The buttons of one message, in the outbox and in its own view alike.

import { arrange, setBusy, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { isRepeated } from "../page/press.js";
import { recipientText } from "../writing/recipient-text.js";

/**
 * @import { Draft, MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { MessageVerb } from "./message-verbs.js"
 * @import { Actions } from "../model.js"
 */

/** @type {Record<MessageVerb, string>} */
const WORDS = {
  "send-now": "row-send-now",
  change: "row-change",
  "take-back": "row-take-back",
  discard: "row-discard",
  "call-off": "row-call-off",
  "settle-sent": "row-settle-sent",
  "settle-not-sent": "row-settle-not-sent",
  "settle-unknown": "row-settle-unknown",
  dashboard: "row-dashboard",
  again: "row-again",
  write: "row-write",
  reuse: "row-reuse",
  proof: "row-proof",
  delete: "row-delete",
  "delete-recipient": "row-delete-recipient",
};

/** Where one of these comes first, it is what most people want. @type {Set<MessageVerb>} */
const LIKELY = new Set(["send-now", "again"]);

/** @type {Partial<Record<MessageVerb, string>>} */
const LOOKS = { dashboard: "button-quiet", delete: "button-danger", "delete-recipient": "button-danger" };

/**
 * @param {Object} needs
 * @param {HTMLElement} needs.place
 * @param {HTMLElement} needs.errorPlace
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 * @param {(verb: MessageVerb, message: MessageView) => unknown} needs.done
 * @param {Partial<Record<MessageVerb, (message: MessageView) => unknown>>} [needs.own] what only this place can do
 */
export function mountMessageActions({ place, errorPlace, backend, actions, done, own = {} }) {
  /** @type {MessageView | null} */
  let message = null;

  /** @type {Partial<Record<MessageVerb, (message: MessageView) => unknown>>} */
  const verbs = {
    "send-now": async ({ id }) => actions.messageIs(await backend.sendNow(id)),
    change: async ({ id }) => write(await backend.takeBackMessage(id)),
    "take-back": async ({ id }) => actions.bringBack(await backend.takeBackMessage(id)),
    discard: async ({ id }) => actions.messageIs(await backend.cancelMessage(id)),
    "call-off": async ({ id }) => actions.messageIs(await backend.cancelMessage(id)),
    "settle-sent": async ({ id }) => actions.messageIs(await backend.settleMessage(id, "sent")),
    "settle-not-sent": async ({ id }) => actions.messageIs(await backend.settleMessage(id, "not-sent")),
    "settle-unknown": async ({ id }) => actions.messageIs(await backend.settleMessage(id, "unknown")),
    dashboard: () => backend.openPage("dashboard"),
    again: async ({ id }) => write(await backend.reuseMessage(id, true)),
    write: ({ name, number }) => actions.writeTo(name ? recipientText(name, number) : number),
    reuse: async ({ id }) => write(await backend.reuseMessage(id, false)),
    ...own,
  };

  /** @param {Draft} draft */
  const write = (draft) => actions.openDraft(draft);

  /**
   * Runs one of them at a time; what goes wrong is said beside them.
   * @param {MessageVerb} verb
   */
  async function run(verb) {
    if (!message || place.getAttribute("aria-busy") === "true") return;
    const of = message;
    work(true);
    setLine(errorPlace, null);
    try {
      await verbs[verb]?.(of);
      done(verb, of);
    } catch (thrown) {
      setLine(errorPlace, asUiError(thrown).message);
    } finally {
      work(false);
    }
  }

  /** @param {boolean} busy */
  function work(busy) {
    place.setAttribute("aria-busy", String(busy));
    place.querySelectorAll("button").forEach((button) => setBusy(button, busy));
  }

  /**
   * @param {MessageView} now
   * @param {MessageVerb[]} wanted
   */
  function update(now, wanted) {
    if (now.id !== message?.id) setLine(errorPlace, null);
    message = now;
    arrange(place, wanted.map(buttonFor));
    place.hidden = wanted.length === 0;
  }

  /**
   * @param {MessageVerb} verb
   * @param {number} at
   */
  function buttonFor(verb, at) {
    const button = place.querySelector(`[data-verb="${verb}"]`) ?? makeButton(verb);
    button.classList.toggle("button-primary", at === 0 && LIKELY.has(verb));
    setText(button, translate(WORDS[verb]));
    return button;
  }

  /** @param {MessageVerb} verb */
  function makeButton(verb) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `button button-small ${LOOKS[verb] ?? ""}`.trim();
    button.dataset.verb = verb;
    button.addEventListener("click", (event) => void (isRepeated(event) || run(verb)));
    return button;
  }

  return { update };
}
