// The rows of the history by days: those that are shown, in their order, with what has the focus left alone.

import { mountMessageRow } from "../messages/message-row.js";
import { arrange, byId, fromTemplate, setText, within } from "../page/dom.js";
import { dayKey, dayKind, formatDay } from "../page/format.js";
import { keepingPlace } from "../page/keep-place.js";
import { language, translate } from "../page/l10n.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Actions } from "../model.js"
 * @import { Row } from "../messages/message-row.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Actions, "showDetail">} needs.actions
 * @param {HTMLElement} needs.viewport what scrolls
 */
export function mountHistoryList({ actions, viewport }) {
  const list = byId("history-list", HTMLElement);
  /** @type {Map<number, Row>} */
  const rows = new Map();
  /** @type {Map<string, HTMLElement>} */
  const days = new Map();

  /** @returns {HTMLElement[]} */
  const items = () => [...list.querySelectorAll("li")];

  /**
   * @param {MessageView[]} messages
   * @param {boolean} olderFollow
   */
  function show(messages, olderFollow) {
    const groups = byDay(messages);
    arrange(list, groups.map(dayElement));
    [...list.children].forEach((day, place) => countRows(day, olderFollow && place === groups.length - 1));
    for (const [id, { element }] of rows) if (!element.isConnected) rows.delete(id);
    for (const [key, element] of days) if (!element.isConnected) days.delete(key);
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
    const row = rows.get(message.id) ?? mountMessageRow(message.id, actions);
    rows.set(message.id, row);
    row.update(message);
    return row.element;
  }

  /** @param {HTMLElement | undefined} row */
  function focusAfter(row) {
    const all = items();
    const next = row && all[all.indexOf(row) + 1];
    if (next) within(next, ".message-row-open", HTMLElement).focus({ preventScroll: true });
  }

  /** The arrows go from message to message. @param {KeyboardEvent} event */
  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(event.target instanceof Element) || !event.target.matches(".message-row-open")) return;
    const all = [...list.querySelectorAll(".message-row-open")];
    const next = all[all.indexOf(event.target) + step];
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  }

  list.addEventListener("keydown", press);
  return {
    show, focusAfter,
    last: () => items().at(-1),
    keepingPlace: (/** @type {() => void} */ change) => keepingPlace(viewport, items(), change),
  };
}

/**
 * How many messages the last day has is not known before all of them are there.
 * @param {Element} day
 * @param {boolean} open
 */
function countRows(day, open) {
  day.querySelectorAll("li").forEach((row, place) => {
    setOrRemove(row, "aria-posinset", open ? String(place + 1) : null);
    setOrRemove(row, "aria-setsize", open ? "-1" : null);
  });
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
function setOrRemove(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
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
    const group = groups.get(key) ?? [];
    group.push(message);
    groups.set(key, group);
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
