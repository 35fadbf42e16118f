// The outbox: what waits for the person, what is unclear, and what is to be sent later.

import { mountOpenRow } from "../messages/message-row.js";
import { arrange, byId, rememberRow, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { afterPause, latestOnly } from "../page/latest.js";

/**
 * @import { MessageView, Waiting } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { MessageVerb } from "../messages/message-verbs.js"
 * @import { Actions, Model } from "../model.js"
 * @import { Row } from "../messages/message-row.js"
 */

/** @typedef {"held" | "unclear" | "later"} Section */

/** @type {Section[]} */
const SECTIONS = ["held", "unclear", "later"];

/** What is said once it is done; the message has left its place. @type {Partial<Record<MessageVerb, string>>} */
const DONE_WORDS = {
  discard: "outbox-discarded",
  "call-off": "outbox-called-off",
  "send-now": "outbox-sending",
  "settle-sent": "outbox-noted",
  "settle-not-sent": "outbox-noted",
  "settle-unknown": "outbox-noted-unknown",
};

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountOutbox({ backend, actions }) {
  const status = byId("outbox-status", HTMLElement);
  const title = byId("outbox-title", HTMLElement);
  const newest = latestOnly();
  const soon = afterPause(() => void load(), 150);
  /** @type {Map<number, Row>} */
  const rows = new Map();
  /** @type {Waiting | null} what is listed */
  let waiting = null;
  let isShown = false;

  /** A thousand may wait: they are asked for only while they are looked at. */
  async function load() {
    /** @type {Promise<Waiting | number>} */
    const asked = isShown ? backend.listWaiting() : backend.countAsking();
    const latest = await newest(asked);
    if (!latest) return;
    setLine(byId("outbox-error", HTMLElement), "thrown" in latest ? asUiError(latest.thrown).message : null);
    if ("thrown" in latest) return;
    const { answer } = latest;
    if (typeof answer === "number") return actions.askingIs(answer);
    waiting = isShown ? answer : null;
    actions.askingIs(answer.asking);
  }

  /** @param {Model} model */
  function update({ view }) {
    const wasShown = isShown;
    isShown = view === "outbox";
    if (isShown && !wasShown) opened();
    if (wasShown && !isShown) left();
    if (waiting) show(waiting);
  }

  /** @param {Waiting} listed */
  function show(listed) {
    const place = byId("outbox", HTMLElement);
    const hadFocus = place.contains(document.activeElement);
    const moveOn = rememberRow(place, ".message-row");
    const all = SECTIONS.flatMap((section) => listed[section]);
    byId("outbox-empty", HTMLElement).hidden = all.length > 0;
    for (const section of SECTIONS) showSection(section, listed[section]);
    const ids = new Set(all.map(({ id }) => id));
    for (const id of rows.keys()) if (!ids.has(id)) rows.delete(id);
    if (hadFocus) moveOn(title);
  }

  function opened() {
    setText(status, "");
    void load();
  }

  /** What it held may be over when it is shown again. */
  function left() {
    waiting = null;
    for (const section of SECTIONS) showSection(section, []);
    byId("outbox-empty", HTMLElement).hidden = true;
    rows.clear();
  }

  /**
   * @param {Section} section
   * @param {MessageView[]} messages
   */
  function showSection(section, messages) {
    byId(`outbox-${section}`, HTMLElement).hidden = messages.length === 0;
    arrange(byId(`outbox-${section}-list`, HTMLElement), messages.map(rowElement));
  }

  /** @param {MessageView} message */
  function rowElement(message) {
    const row = rows.get(message.id) ?? mountOpenRow(message.id, { backend, actions, done });
    rows.set(message.id, row);
    row.update(message);
    return row.element;
  }

  /**
   * @param {MessageVerb} verb
   * @param {MessageView} message
   */
  function done(verb, { name, number }) {
    const words = DONE_WORDS[verb];
    setText(status, words ? translate(words, { recipient: name ?? number }) : "");
    if (words) void load();
  }

  byId("outbox-empty-write", HTMLButtonElement).addEventListener("click", () => actions.show("new-message"));
  return { load, update, messageChanged: () => soon.start() };
}
