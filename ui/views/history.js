// The history: newest first, by days, alive.

import { arrange, byId, fromTemplate, setLine, setText, within } from "../dom.js";
import { asUiError } from "../errors.js";
import { dayKey, dayKind, formatDay } from "../format.js";
import { language, translate } from "../l10n.js";
import { makeMessageList } from "../message-list.js";
import { mountMessageRow } from "../components/message-row.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 * @import { Row } from "../components/message-row.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountHistory({ backend, actions }) {
  const list = byId("history-list", HTMLElement);
  const moreButton = byId("history-more", HTMLButtonElement);
  const messages = makeMessageList();
  /** @type {Map<number, Row>} */
  const rows = new Map();
  /** @type {Map<string, HTMLElement>} */
  const days = new Map();
  /** @type {string | null} */
  let balance = null;
  let loading = false;
  let shown = false;

  async function load() {
    if (loading) return;
    loading = true;
    setLine(byId("history-error", HTMLElement), null);
    update();
    try {
      messages.beginLoading();
      messages.add(await backend.listMessages(messages.oldest()));
    } catch (thrown) {
      setLine(byId("history-error", HTMLElement), asUiError(thrown).message);
    } finally {
      loading = false;
      update();
    }
  }

  function update() {
    const all = messages.all();
    byId("history-loading", HTMLElement).hidden = !loading || all.length > 0;
    byId("history-empty", HTMLElement).hidden = !messages.loaded() || all.length > 0;
    moreButton.hidden = !messages.more() || all.length === 0;
    if (shown) arrange(list, byDay(all).map(dayElement));
  }

  /** @param {MessageView[]} group */
  function dayElement(group) {
    const at = group[0]?.at ?? 0;
    const element = days.get(dayKey(at)) ?? fromTemplate("history-day-template", HTMLElement);
    days.set(dayKey(at), element);
    setText(within(element, "h2", HTMLElement), dayWords(at, Date.now()));
    arrange(within(element, "ol", HTMLElement), group.map(rowElement));
    return element;
  }

  /** @param {MessageView} message */
  function rowElement(message) {
    const row = rows.get(message.id) ?? mountMessageRow(message.id, backend, actions.messageIs);
    rows.set(message.id, row);
    row.update(message, balance);
    return row.element;
  }

  /** @param {Model} model */
  function updateFrom({ view, account }) {
    const opened = view === "history" && !shown;
    shown = view === "history";
    balance = account.profile?.balance ?? null;
    if (opened && !messages.loaded()) void load();
    update();
  }

  /** @param {MessageView} message */
  function messageChanged(message) {
    messages.change(message);
    update();
  }

  moreButton.addEventListener("click", () => void showOlder());

  /** The button may be gone afterwards; the focus goes to the first message that it brought. */
  async function showOlder() {
    const last = messages.oldest();
    await load();
    const next = messages.all().find(({ id }) => last !== null && id < last);
    if (next) rows.get(next.id)?.element.focus({ preventScroll: !moreButton.hidden });
  }

  return { update: updateFrom, messageChanged };
}

/**
 * Neighbours of the same day together.
 * @param {MessageView[]} messages
 */
function byDay(messages) {
  /** @type {Map<string, MessageView[]>} */
  const groups = new Map();
  for (const message of messages) {
    const key = dayKey(message.at);
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()];
}

/**
 * @param {number} at
 * @param {number} now
 */
function dayWords(at, now) {
  const kind = dayKind(at, now);
  return kind === "earlier" ? formatDay(at, language()) : translate(`history-${kind}`);
}
