// The last messages to this recipient, so that nobody sends what a colleague at this machine has sent already.

import { messageStateWords } from "../messages/message-words.js";
import { arrange, byId, setText } from "../page/dom.js";
import { formatMoment } from "../page/format.js";
import { language } from "../page/l10n.js";
import { latestOnly } from "../page/latest.js";
import { firstWords } from "./drafts.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Pick<Backend, "recentMessages">} backend
 * @param {Pick<Actions, "showDetail">} actions
 */
export function mountRecentMessages(backend, { showDetail }) {
  const newest = latestOnly();
  /** @type {string | null} */
  let number = null;
  /** @type {MessageView[]} */
  let messages = [];

  /** @param {string | null} e164 */
  function show(e164) {
    if (e164 === number) return;
    number = e164;
    messages = [];
    update();
    void load();
  }

  async function load() {
    const latest = await newest(number === null ? Promise.resolve([]) : backend.recentMessages(number));
    if (!latest) return;
    messages = "answer" in latest ? latest.answer : [];
    update();
  }

  function update() {
    byId("recent-messages", HTMLElement).hidden = messages.length === 0;
    arrange(byId("recent-messages-list", HTMLElement), messages.map(line));
  }

  /** @param {MessageView} message */
  function line(message) {
    const element = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "recent-message";
    setText(button, [formatMoment(message.at, language()), messageStateWords(message), firstWords(message.body)].join(" · "));
    button.addEventListener("click", () => showDetail(message.id));
    element.append(button);
    return element;
  }

  return {
    show, update,
    messageChanged(/** @type {MessageView} */ { e164 }) {
      if (e164 === number) void load();
    },
  };
}
