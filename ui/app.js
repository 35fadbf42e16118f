// The start of the window: asks for everything at once, mounts the views, and passes news to them.

import { connectBackend } from "./backend.js";
import { byId, fromTemplate, setText, within } from "./dom.js";
import { asUiError } from "./errors.js";
import { describe, translateTree, useWords } from "./l10n.js";
import { makeModel } from "./model.js";
import { mountNavigation } from "./components/navigation.js";
import { mountNotices } from "./components/notices.js";
import { mountFirstRun } from "./views/first-run.js";
import { mountHistory } from "./views/history.js";
import { mountNewMessage } from "./views/new-message.js";
import { mountSettings } from "./views/settings.js";

/**
 * @import { AccountView, Bootstrap, MessageView, Settings } from "./types.d.ts"
 * @import { Backend } from "./backend.js"
 * @import { Actions, Model, ViewName } from "./model.js"
 */

/** @type {ViewName[]} */
const VIEWS = ["new-message", "history", "settings", "first-run"];

/** What has been said once the person has seen the history. */
const TOLD_BY_HISTORY = ["held", "unclear"];

await start(connectBackend());

/** @param {Backend} backend */
async function start(backend) {
  // Not by `autofocus`: WebKit heeds it only with its first picture, when someone may be writing elsewhere already.
  byId("recipient", HTMLInputElement).focus();
  try {
    const news = collectNews(backend);
    const { accountIs, messageIs } = openWindow(backend, await backend.bootstrap());
    document.body.dataset.ready = "true";
    news.passTo({ accountIs, messageIs });
    requestAnimationFrame(() => void backend.ready());
  } catch (thrown) {
    showFatal(asUiError(thrown).message);
  }
}

/**
 * News may come before the first picture is drawn; it waits until then.
 * @param {Backend} backend
 */
function collectNews(backend) {
  /** @type {(() => void)[]} */
  const waiting = [];
  /** @type {Pick<Actions, "accountIs" | "messageIs"> | null} */
  let taker = null;

  /** @param {(taker: Pick<Actions, "accountIs" | "messageIs">) => void} tell */
  function pass(tell) {
    if (taker) tell(taker);
    else waiting.push(() => taker && tell(taker));
  }

  void backend.onAccountChanged((account) => pass(({ accountIs }) => accountIs(account)));
  void backend.onMessageChanged((message) => pass(({ messageIs }) => messageIs(message)));
  return {
    /** @param {Pick<Actions, "accountIs" | "messageIs">} found */
    passTo(found) {
      taker = found;
      waiting.splice(0).forEach((tell) => tell());
    },
  };
}

/**
 * @param {Backend} backend
 * @param {Bootstrap} first
 */
function openWindow(backend, first) {
  /** @type {Model} */
  const model = makeModel(first);
  let keyIsKnown = false;
  let savingSettings = Promise.resolve();

  /** @type {Actions} */
  const actions = {
    show, changeSettings, accountIs, messageIs, enterKey,
    retryKeychain: () => askAccount(backend.retryKeychain),
    refreshAccount: () => askAccount(backend.refreshAccount),
    dismiss(kind) {
      model.dismissed.add(kind);
      update();
      focusIfLost();
    },
    draftIsKept(kept) {
      if (model.draftKept === kept) return;
      model.draftKept = kept;
      update();
    },
  };

  speak(first);
  const navigation = mountNavigation(actions);
  const notices = mountNotices(actions);
  const newMessage = mountNewMessage({ backend, actions });
  const history = mountHistory({ backend, actions });
  const settings = mountSettings({ backend, actions });
  const firstRun = mountFirstRun({ backend, actions });

  function update() {
    updateWindow(model);
    for (const part of [navigation, notices, newMessage, history, settings, firstRun]) part.update(model);
  }

  /** @param {ViewName} view */
  function show(view) {
    if (view === "history") TOLD_BY_HISTORY.forEach((kind) => model.dismissed.add(kind));
    const moved = model.view !== view;
    model.view = view;
    update();
    if (moved) byId("main", HTMLElement).scrollTop = 0;
    if (view === "new-message") newMessage.focus();
    else focusIfLost();
  }

  /** The control that was pressed may be gone with its view or notice. */
  function focusIfLost() {
    const active = document.activeElement ?? document.body;
    if (active === document.body || active.closest("[hidden]")) byId(`${model.view}-title`, HTMLElement).focus();
  }

  function enterKey() {
    show("settings");
    settings.focusKey();
  }

  /** @param {AccountView} account */
  function accountIs(account) {
    model.account = account;
    if (!keyIsKnown && account.key !== "asking") firstAnswer(account);
    update();
  }

  /**
   * With no key and none known, the first run is shown, unless the person is already writing.
   * @param {AccountView} account
   */
  function firstAnswer({ key, profile }) {
    keyIsKnown = true;
    const isFirst = key === "missing" || (key === "unavailable" && !profile);
    if (!isFirst || model.start.practice) return;
    if (model.view === "new-message" && newMessage.isEmpty()) show("first-run");
  }

  /** @param {MessageView} message */
  function messageIs(message) {
    newMessage.messageChanged(message);
    history.messageChanged(message);
  }

  /** @param {() => Promise<AccountView>} ask */
  async function askAccount(ask) {
    try {
      accountIs(await ask());
    } catch (thrown) {
      accountIs({ ...model.account, problem: asUiError(thrown) });
    }
  }

  /** @param {Partial<Settings>} change */
  function changeSettings(change) {
    model.settings = { ...model.settings, ...change };
    update();
    savingSettings = savingSettings.then(saveSettings);
    return savingSettings;
  }

  async function saveSettings() {
    try {
      const start = await backend.saveSettings(model.settings);
      model.start = start;
      model.account = start.account;
      model.settingsProblem = null;
      speak(start);
    } catch (thrown) {
      model.settingsProblem = asUiError(thrown);
    }
    update();
  }

  newMessage.restore(first.drafts[0] ?? null);
  update();
  if (first.account.key !== "asking") accountIs(first.account);
  if (model.view === "new-message" && document.activeElement === document.body) newMessage.focus();
  return { accountIs, messageIs };
}

/**
 * The window's language, everywhere.
 * @param {Bootstrap} start
 */
function speak({ language, words, practice }) {
  useWords(language, words);
  document.documentElement.lang = language;
  translateTree(document);
  describe(within(document.head, "title", HTMLTitleElement), practice ? "window-title-practice" : "window-title");
}

/** @param {Model} model */
function updateWindow({ view, settings, start }) {
  document.documentElement.dataset.theme = settings.theme;
  document.body.dataset.view = view;
  for (const name of VIEWS) byId(name, HTMLElement).hidden = name !== view;
  byId("practice-banner", HTMLElement).hidden = !start.practice;
  byId("host-banner", HTMLElement).hidden = start.other_host === null;
  describe(byId("host-banner-text", HTMLElement), "host-banner", { host: start.other_host ?? "" });
}

/**
 * Without the first answer there is no window to speak of: what the program said is shown alone.
 * @param {string} message
 */
function showFatal(message) {
  const notice = fromTemplate("notice-template", HTMLElement);
  notice.dataset.kind = "start";
  setText(within(notice, ".notice-text", HTMLElement), message);
  within(notice, ".notice-dismiss", HTMLElement).hidden = true;
  byId("notices", HTMLElement).append(notice);
}
