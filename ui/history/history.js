// The history: newest first, by days, alive; searched, filtered, and never all of it in the page.

import { byId, rememberRow, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { latestOnly } from "../page/latest.js";
import { makeListWindow } from "../page/list-window.js";
import { mountHistoryExport } from "./history-export.js";
import { EVERYTHING, filterFrom, fit, isFiltered, wholeFilterFrom } from "./history-filter.js";
import { mountHistoryFilters } from "./history-filters.js";
import { mountHistoryList } from "./history-list.js";
import { mountHistorySum } from "./history-sum.js";
import { makeMessageList } from "./message-list.js";

/**
 * @import { MessageView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Choices } from "./history-filter.js"
 * @import { Actions, Model } from "../model.js"
 */

/** So near to the end of the list, older messages are fetched. */
const NEAR_PX = 800;

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountHistory({ backend, actions }) {
  const main = byId("main", HTMLElement);
  const list = mountHistoryList({ actions, viewport: main });
  const olderButton = byId("history-more", HTMLButtonElement);
  const newerButton = byId("history-newer", HTMLButtonElement);
  const messages = makeMessageList();
  const part = makeListWindow();
  const newest = latestOnly();
  const filters = mountHistoryFilters(choose);
  const sum = mountHistorySum(backend, () => wholeFilterFrom(choices, Date.now()));
  mountHistoryExport(backend, () => wholeFilterFrom(choices, Date.now()));
  /** @type {Choices} */
  let choices = EVERYTHING;
  let loading = false;
  let loaded = Promise.resolve();
  let shown = false;

  const filter = () => filterFrom(choices, Date.now());

  /** @param {Choices} chosen */
  function choose(chosen) {
    choices = chosen;
    main.scrollTop = 0;
    void load();
  }

  /** Everything anew, from the top. */
  async function load() {
    void sum.load();
    if (await ask(null)) part.reset();
    update();
  }

  /**
   * @param {number | null} before
   * @returns {Promise<boolean>} whether it was answered, and nothing else was asked meanwhile
   */
  async function ask(before) {
    loading = true;
    setLine(byId("history-error", HTMLElement), null);
    update();
    messages.beginLoading();
    const latest = await newest(backend.listMessages(filter(), before));
    if (!latest) return false;
    loading = false;
    if ("thrown" in latest) setLine(byId("history-error", HTMLElement), asUiError(latest.thrown).message);
    else if (before === null) messages.replace(latest.answer);
    else messages.add(latest.answer);
    return "answer" in latest;
  }

  function update() {
    const all = messages.all();
    const nothing = messages.loaded() && !loading && all.length === 0;
    const filtered = isFiltered(choices) || choices.jump !== "";
    byId("history-tools", HTMLElement).hidden = nothing && !filtered;
    byId("history-export", HTMLElement).hidden = all.length === 0;
    byId("history-loading", HTMLElement).hidden = !loading || all.length > 0;
    byId("history-empty", HTMLElement).hidden = !nothing || filtered;
    byId("history-none", HTMLElement).hidden = !nothing || !filtered;
    byId("history-jumped", HTMLElement).hidden = choices.jump === "" || choices.period !== "all";
    olderButton.hidden = !hasOlder();
    newerButton.hidden = !part.hasNewer();
    if (shown) list.show(part.visible(all), hasOlder());
  }

  const hasOlder = () => messages.more() || part.hasOlder(messages.all().length);

  /** @param {Model} model */
  function updateFrom({ view }) {
    const opened = view === "history" && !shown;
    shown = view === "history";
    if (!shown) return;
    filters.update();
    sum.update();
    if (opened) void open();
    else update();
  }

  async function open() {
    if (messages.loaded()) update();
    else loaded = load();
    const range = await backend.historyRange().catch(() => null);
    if (range) filters.rangeIs(range);
  }

  /** @param {MessageView} message */
  async function messageChanged(message) {
    if (!messages.loaded() && !loading) return;
    sum.loadSoon();
    const fits = fit(message, filter());
    if (fits === "ask") await askWhetherItFits(message);
    else place(message, fits === "yes");
  }

  /**
   * The program alone knows what a search finds: the page that would begin with the message tells.
   * @param {MessageView} message
   */
  async function askWhetherItFits(message) {
    const asked = choices;
    const page = await backend.listMessages(filter(), message.id + 1).catch(() => null);
    if (page && asked === choices) place(message, page.messages[0]?.id === message.id);
  }

  /**
   * @param {MessageView} message
   * @param {boolean} fits
   */
  function place(message, fits) {
    if (fits) messages.change(message);
    else messages.remove(message.id);
    update();
  }

  async function showOlder() {
    if (loading) return;
    const count = messages.all().length;
    if (!part.hasOlder(count) && messages.more()) await ask(messages.oldest());
    list.keepingPlace(() => {
      part.goOlder(messages.all().length);
      update();
    });
  }

  function showNewer() {
    list.keepingPlace(() => {
      part.goNewer();
      update();
    });
  }

  /** By the button the focus goes on, too: to the first message that came. */
  async function pressOlder() {
    const last = list.last();
    await showOlder();
    list.focusAfter(last);
  }

  function scrolled() {
    if (!shown || loading) return;
    if (hasOlder() && main.scrollHeight - main.scrollTop - main.clientHeight < NEAR_PX) void showOlder();
    else if (part.hasNewer() && main.scrollTop < NEAR_PX / 2) showNewer();
  }

  olderButton.addEventListener("click", () => void pressOlder());
  newerButton.addEventListener("click", showNewer);
  byId("history-clear", HTMLButtonElement).addEventListener("click", () => {
    filters.clear();
    byId("history-search", HTMLInputElement).focus();
  });
  byId("history-empty-write", HTMLButtonElement).addEventListener("click", () => actions.show("new-message"));
  byId("history-newest", HTMLButtonElement).addEventListener("click", () => {
    filters.newestAgain();
    byId("history-title", HTMLElement).focus();
  });
  main.addEventListener("scroll", scrolled, { passive: true });
  return {
    update: updateFrom,
    messageChanged,
    /** The focus goes to the search as soon as there is one. */
    async search() {
      if (!messages.loaded()) await loaded;
      if (shown) byId("history-search", HTMLInputElement).focus();
    },
    async reload(/** @type {string} */ told) {
      const moveOn = rememberRow(byId("history-list", HTMLElement), ".message-row");
      setText(byId("history-status", HTMLElement), told);
      if (messages.loaded()) await load();
      if (shown) moveOn(byId("history-title", HTMLElement));
    },
  };
}
