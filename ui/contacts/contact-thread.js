// The messages of one contact, newest first, whichever of its numbers they went to.

import { ALL_MESSAGES } from "../history/history-filter.js";
import { makeMessageList } from "../history/message-list.js";
import { mountMessageRow } from "../messages/message-row.js";
import { arrange, byId, setLine } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { latestOnly } from "../page/latest.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 * @import { Row } from "../messages/message-row.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "listMessages">} needs.backend
 * @param {Pick<Actions, "showDetail">} needs.actions
 */
export function mountContactThread({ backend, actions }) {
  const list = byId("contact-thread", HTMLElement);
  const more = byId("contact-thread-more", HTMLButtonElement);
  const newest = latestOnly();
  let messages = makeMessageList();
  /** @type {Map<number, Row>} */
  const rows = new Map();
  /** @type {number | null} */
  let of = null;

  /** @param {number} id */
  function show(id) {
    if (of !== id) rows.clear();
    of = id;
    messages = makeMessageList();
    return ask(null);
  }

  /** @param {number | null} before */
  async function ask(before) {
    messages.beginLoading();
    const latest = await newest(backend.listMessages({ ...ALL_MESSAGES, contact_id: of }, before));
    if (!latest) return;
    setLine(byId("contact-thread-error", HTMLElement), "thrown" in latest ? asUiError(latest.thrown).message : null);
    if ("answer" in latest) messages.add(latest.answer);
    update();
  }

  function update() {
    arrange(list, messages.all().map(rowElement));
    byId("contact-thread-none", HTMLElement).hidden = !messages.loaded() || messages.all().length > 0;
    more.hidden = !messages.more();
  }

  /** @param {MessageView} message */
  function rowElement(message) {
    const row = rows.get(message.id) ?? mountMessageRow(message.id, actions);
    rows.set(message.id, row);
    row.update(message);
    return row.element;
  }

  more.addEventListener("click", () => void ask(messages.oldest()));
  return { show, update };
}
