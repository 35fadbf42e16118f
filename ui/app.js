// The start of the window: asks for everything at once, mounts the views, and passes news to them.

import { connectBackend } from "./backend.js";
import { byId, focusIsLost, fromTemplate, setText, within } from "./dom.js";
import { emptyDraft } from "./drafts.js";
import { asUiError } from "./errors.js";
import { describe, translate, translateTree, useWords } from "./l10n.js";
import { newsOnly } from "./latest.js";
import { makeModel } from "./model.js";
import { mountCloseDialog } from "./components/close-dialog.js";
import { mountConfirmDialog } from "./components/confirm-dialog.js";
import { mountContactFormDialog } from "./components/contact-form-dialog.js";
import { mountNavigation } from "./components/navigation.js";
import { mountNotices } from "./components/notices.js";
import { mountUndoBars } from "./components/undo-bars.js";
import { mountUndoNotice } from "./components/undo-notice.js";
import { mountContactDetail } from "./views/contact-detail.js";
import { mountContacts } from "./views/contacts.js";
import { mountFirstRun } from "./views/first-run.js";
import { mountHistory } from "./views/history.js";
import { mountMessageDetail } from "./views/message-detail.js";
import { mountNewMessage } from "./views/new-message.js";
import { mountOutbox } from "./views/outbox.js";
import { mountSettings } from "./views/settings.js";
import { mountTemplates } from "./views/templates.js";

/**
 * @import { AccountView, Bootstrap, ContactDetail, Draft, MessageView, Notice, Settings, Waiting } from "./types.d.ts"
 * @import { Backend } from "./backend.js"
 * @import { Actions, Model, ViewName } from "./model.js"
 */

/** @typedef {Pick<Actions, "accountIs" | "messageIs"> & { noticeIs: (notice: Notice) => void }} NewsTaker */

/** @type {ViewName[]} */
const VIEWS = ["new-message", "outbox", "history", "contacts", "templates", "settings", "first-run"];

/** What has been said once the person has seen the outbox. */
const TOLD_BY_OUTBOX = ["held", "unclear"];

await start(connectBackend());

/** @param {Backend} backend */
async function start(backend) {
  // Not by `autofocus`: WebKit heeds it only with its first picture, when someone may be writing elsewhere already.
  byId("recipient", HTMLInputElement).focus();
  try {
    const news = collectNews(backend);
    const taker = openWindow(backend, await backend.bootstrap());
    document.body.dataset.ready = "true";
    news.passTo(taker);
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
  /** @type {NewsTaker | null} */
  let taker = null;

  /** @param {(taker: NewsTaker) => void} tell */
  function pass(tell) {
    if (taker) tell(taker);
    else waiting.push(() => taker && tell(taker));
  }

  void backend.onAccountChanged((account) => pass(({ accountIs }) => accountIs(account)));
  void backend.onMessageChanged((message) => pass(({ messageIs }) => messageIs(message)));
  void backend.onNotice((notice) => pass(({ noticeIs }) => noticeIs(notice)));
  return {
    /** @param {NewsTaker} found */
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
  let isNews = newsOnly();

  /** @type {Actions} */
  const actions = {
    show, changeSettings, accountIs, messageIs, waitingIs, messagesAreGone, openDraft, bringBack, enterKey, contactsChanged,
    countDown: (message, ms) => undoBars.begin(message, ms),
    showDetail: (id) => void detail.show(id),
    showContact: (id) => void contact.show(id),
    editContact: (form) => contactForm.show(form),
    writeTo: (recipient) => openDraft({ ...emptyDraft(), recipient }),
    offerUndo: (told, undo) => undoNotice.offer(told, undo),
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
  const confirm = mountConfirmDialog();
  const navigation = mountNavigation(actions);
  const notices = mountNotices(actions);
  const undoBars = mountUndoBars({ backend, actions });
  const newMessage = mountNewMessage({ backend, actions });
  const outbox = mountOutbox({ backend, actions });
  const history = mountHistory({ backend, actions });
  const contacts = mountContacts({ backend, actions, confirm });
  const contact = mountContactDetail({ backend, actions });
  const templates = mountTemplates({ backend, actions });
  const contactForm = mountContactFormDialog({ backend, saved: contactSaved });
  const undoNotice = mountUndoNotice();
  const detail = mountMessageDetail({ backend, actions, confirm });
  const settings = mountSettings({ backend, actions, confirm });
  const firstRun = mountFirstRun({ backend, actions });
  const parts = [
    navigation, notices, undoBars, newMessage, outbox, history, contacts, templates, contact, detail, settings, firstRun,
  ];
  mountCloseDialog(backend);

  function update() {
    updateWindow(model);
    for (const part of parts) part.update(model);
  }

  /** @param {ViewName} view */
  function show(view) {
    if (view === "outbox") TOLD_BY_OUTBOX.forEach((kind) => model.dismissed.add(kind));
    const moved = model.view !== view;
    model.view = view;
    update();
    if (moved) byId("main", HTMLElement).scrollTop = 0;
    if (view === "new-message") newMessage.focus();
    else focusIfLost();
  }

  /** The control that was pressed may be gone with its view or notice. */
  function focusIfLost() {
    if (focusIsLost()) byId(`${model.view}-title`, HTMLElement).focus();
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
    if (!isNews(message)) return;
    for (const part of [undoBars, newMessage, outbox, contact, detail]) part.messageChanged(message);
    void history.messageChanged(message);
  }

  /** @param {Waiting} waiting */
  function waitingIs(waiting) {
    model.waiting = waiting;
    update();
  }

  /** @param {string} told */
  function messagesAreGone(told) {
    // A row may be used again.
    isNews = newsOnly();
    void history.reload(told);
    void outbox.load();
  }

  /** @param {ContactDetail} saved */
  function contactSaved({ id, name }) {
    contactsChanged(translate("contact-saved", { name }));
    void contact.show(id);
  }

  /** @param {string} told */
  function contactsChanged(told) {
    void contacts.reload(told);
    newMessage.contactsChanged();
  }

  /** @param {Draft} draft */
  function openDraft(draft) {
    detail.close();
    contact.close();
    show("new-message");
    void newMessage.openDraft(draft);
  }

  /** @param {Draft} draft */
  function bringBack(draft) {
    detail.close();
    show("new-message");
    void newMessage.bringBack(draft);
  }

  /** @param {Notice} notice */
  function noticeIs(notice) {
    model.notices = [notice, ...model.notices.filter(({ kind }) => kind !== notice.kind)];
    update();
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

  newMessage.restore(first.drafts);
  update();
  void outbox.load();
  if (first.account.key !== "asking") accountIs(first.account);
  if (model.view === "new-message" && document.activeElement === document.body) newMessage.focus();
  return { accountIs, messageIs, noticeIs };
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
  for (const id of ["practice-banner", "proof-practice"]) byId(id, HTMLElement).hidden = !start.practice;
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
