// Under every view: the messages that can still be taken back, each with its seconds. Nobody has to wait for them.

import { keyWords } from "../help/shortcuts.js";
import { arrange, byId, focusIsLost, fromTemplate, setText, within } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";
import { makeCountdown, secondsLeft } from "./countdown.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 * @import { Pending } from "./countdown.js"
 */

const TICK_MS = 200;

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Pick<Actions, "bringBack" | "messageIs">} needs.actions
 */
export function mountUndoBars({ backend, actions }) {
  const place = byId("undo-bars", HTMLElement);
  const list = byId("undo-list", HTMLUListElement);
  const status = byId("undo-status", HTMLElement);
  const problem = byId("undo-problem", HTMLElement);
  const countdown = makeCountdown();
  /** @type {Map<number, HTMLElement>} */
  const bars = new Map();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;

  /**
   * @param {MessageView} message
   * @param {number} ms
   */
  function begin(message, ms) {
    countdown.begin(message, ms, performance.now());
    const pending = countdown.at(performance.now()).at(-1);
    if (pending?.message.id === message.id) setText(status, translate("undo-spoken", barArgs(pending)));
    clearInterval(timer);
    timer = setInterval(update, TICK_MS);
    update();
  }

  function update() {
    const pending = countdown.at(performance.now());
    const hadFocus = place.contains(document.activeElement);
    arrange(list, pending.map(barElement));
    place.hidden = pending.length === 0;
    for (const id of bars.keys()) if (!pending.some(({ message }) => message.id === id)) bars.delete(id);
    if (pending.length === 0) end();
    if (hadFocus && focusIsLost()) moveOn();
  }

  /** To where one writes, or to the top of the view that is shown. */
  function moveOn() {
    byId("recipient", HTMLElement).focus();
    if (focusIsLost()) byId(`${document.body.dataset.view}-title`, HTMLElement).focus({ preventScroll: true });
  }

  function end() {
    clearInterval(timer);
    setText(status, "");
  }

  /** @param {Pending} pending */
  function barElement(pending) {
    const { id } = pending.message;
    const bar = bars.get(id) ?? makeBar(id);
    setText(within(bar, ".undo-bar-words", HTMLElement), translate("undo-words", barArgs(pending)));
    within(bar, ".undo-bar-left", HTMLElement).style.transform = `scaleX(${pending.left / pending.total})`;
    setText(within(bar, "[data-verb=undo]", HTMLElement), translate("undo"));
    setText(within(bar, "[data-verb=send-now]", HTMLElement), translate("undo-send-now"));
    return bar;
  }

  /** @param {number} id */
  function makeBar(id) {
    const bar = fromTemplate("undo-bar-template", HTMLLIElement);
    bar.dataset.id = String(id);
    bars.set(id, bar);
    onPress(within(bar, "[data-verb=undo]", HTMLButtonElement), () => undo(id), tellProblem);
    onPress(within(bar, "[data-verb=send-now]", HTMLButtonElement), () => sendNow(id), tellProblem);
    return bar;
  }

  /** @param {number} id */
  async function undo(id) {
    const draft = await backend.takeBackMessage(id);
    countdown.drop(id);
    actions.bringBack(draft);
    update();
  }

  /** @param {number} id */
  async function sendNow(id) {
    const message = await backend.sendNow(id);
    countdown.drop(id);
    actions.messageIs(message);
    update();
  }

  /** It stays when its bar has gone. @param {string | null} message */
  function tellProblem(message) {
    problem.hidden = message === null;
    setText(within(problem, ".notice-text", HTMLElement), message ?? "");
  }

  /** By the shortcut. @returns {boolean} whether there was something to take back */
  function undoNewest() {
    const newest = countdown.at(performance.now()).at(-1);
    if (!newest) return false;
    within(list, `[data-id="${newest.message.id}"] [data-verb=undo]`, HTMLButtonElement).click();
    return true;
  }

  within(problem, ".notice-dismiss", HTMLButtonElement).addEventListener("click", () => {
    tellProblem(null);
    moveOn();
  });
  return {
    begin,
    undoNewest,
    update,
    messageChanged(/** @type {MessageView} */ message) {
      countdown.change(message);
      if (!place.hidden) update();
    },
  };
}

/** @param {Pending} pending */
function barArgs({ message: { name, number }, left }) {
  return { recipient: name ?? number, seconds: secondsLeft(left), keys: keyWords("undo") };
}
