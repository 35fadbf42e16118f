// The open window: mounts what the first picture shows, and the rest when it is used; says what each view may ask of the others,
// and passes news to them.

import { mountKeyHandler } from "../help/key-handler.js";
import { makeModel } from "../model.js";
import { mountUndoBars } from "../outbox/undo-bars.js";
import { byId, focusIsLost } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { newsOnly } from "../page/latest.js";
import { opensWithFirstRun } from "../settings/first-run-steps.js";
import { makeSettingsKeeper } from "../settings/settings-keeper.js";
import { emptyDraft } from "../writing/drafts.js";
import { mountNewMessage } from "../writing/new-message.js";
import { mountCursorRest } from "./cursor-rest.js";
import { watchErrands } from "./errands.js";
import { speak, updateFrame } from "./frame.js";
import { makeFurtherViews } from "./further-views.js";
import { mountNavigation } from "./navigation.js";
import { mountNotices } from "./notices.js";

/**
 * @import { AccountView, Bootstrap, ContactDetail, Draft, MessageView, Notice } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model, ViewName } from "../model.js"
 */

/** What has been said once the person has seen the outbox. */
const TOLD_BY_OUTBOX = ["held", "unclear"];

/**
 * @param {Backend} backend
 * @param {Bootstrap} first
 */
export function openWindow(backend, first) {
  /** @type {Model} */
  const model = makeModel(first);
  let keyIsKnown = false;
  let isNews = newsOnly();

  /** @type {Actions} */
  const actions = {
    show, accountIs, messageIs, askingIs, messagesAreGone, openDraft, bringBack, enterKey, contactsChanged,
    changeSettings: makeSettingsKeeper({ backend, model, update, saved: speak }),
    countDown: (message, ms) => undoBars.begin(message, ms),
    showDetail: (id) => void further.detail().show(id),
    showContact: (id) => void further.contact().show(id),
    editContact: (form) => further.contactForm().show(form),
    writeTo: (recipient) => openDraft({ ...emptyDraft(), recipient }),
    offerUndo: (told, undo) => further.undoNotice().offer(told, undo),
    retryKeychain: () => askAccount(backend.retryKeychain),
    refreshAccount: () => askAccount(backend.refreshAccount),
    updateIs: (offer) => further.updateBar().offerIs(offer),
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
  const undoBars = mountUndoBars({ backend, actions });
  const newMessage = mountNewMessage({ backend, actions });
  /** @type {{ update(model: Model): void }[]} */
  const parts = [navigation, notices, undoBars, newMessage];

  const further = makeFurtherViews({
    backend, actions, contactSaved, formLeft,
    begin(part) {
      parts.push(part);
      part.update(model);
    },
    formIsEmpty: newMessage.isEmpty,
    linkIsTaken: ({ recipient, body }) => openDraft({ ...emptyDraft(), recipient, body }),
    barLeft: () => show(model.view),
  });

  function update() {
    updateFrame(model);
    for (const part of parts) part.update(model);
  }

  /** @param {ViewName} view */
  function show(view) {
    further.prepare(view);
    if (view === "outbox") TOLD_BY_OUTBOX.forEach((kind) => model.dismissed.add(kind));
    const moved = model.view !== view;
    model.view = view;
    update();
    if (moved) byId("main", HTMLElement).scrollTop = 0;
    if (view === "new-message") newMessage.focus();
    else if (moved) focusTitle();
    else focusIfLost();
  }

  const focusTitle = () => byId(`${model.view}-title`, HTMLElement).focus({ preventScroll: true });

  /** The control that was pressed may be gone with its view or notice. */
  function focusIfLost() {
    if (focusIsLost()) focusTitle();
  }

  /** In the list that is shown, else in the history. */
  function search() {
    const isOfContacts = model.view === "contacts";
    show(isOfContacts ? "contacts" : "history");
    void (isOfContacts ? further.contacts() : further.history()).search();
  }

  function sendNow() {
    if (model.view !== "new-message") return false;
    newMessage.send();
    return true;
  }

  const byKey = {
    search,
    new: () => openDraft(emptyDraft()),
    send: sendNow,
    undo: () => undoBars.undoNewest() || (further.undoNotice.ifMade()?.undo() ?? false),
    "new-message": () => show("new-message"),
    outbox: () => show("outbox"),
    history: () => show("history"),
    contacts: () => show("contacts"),
    templates: () => show("templates"),
    settings: () => show("settings"),
  };

  function enterKey() {
    show("settings");
    further.settings().focusKey();
  }

  /** @param {AccountView} account */
  function accountIs(account) {
    model.account = account;
    if (!keyIsKnown && account.key !== "asking") firstAnswer(account);
    update();
  }

  /**
   * The first run is shown where it is not over, unless the person is already writing.
   * @param {AccountView} account
   */
  function firstAnswer(account) {
    keyIsKnown = true;
    if (model.start.practice || !opensWithFirstRun(account, model.settings.first_run)) return;
    if (model.view === "new-message" && newMessage.isEmpty()) show("first-run");
  }

  /** @param {MessageView} message */
  function messageIs(message) {
    if (!isNews(message)) return;
    const { outbox, contact, detail, history } = further;
    for (const part of [undoBars, newMessage, outbox(), contact.ifMade(), detail.ifMade()]) part?.messageChanged(message);
    void history.ifMade()?.messageChanged(message);
  }

  /** @param {number} asking */
  function askingIs(asking) {
    model.asking = asking;
    update();
  }

  /** @param {string} told */
  function messagesAreGone(told) {
    // A row may be used again.
    isNews = newsOnly();
    void further.history.ifMade()?.reload(told);
    void further.outbox().load();
  }

  /** @param {ContactDetail} saved */
  function contactSaved({ id, name }) {
    contactsChanged(translate("contact-saved", { name }));
    void further.contact().show(id);
  }

  /** @param {() => void} again */
  function formLeft(again) {
    further.undoNotice().offer(translate("form-left"), async () => again());
    focusIfLost();
  }

  /** @param {string} told */
  function contactsChanged(told) {
    void further.contacts.ifMade()?.reload(told);
    newMessage.contactsChanged();
  }

  /** @param {Draft} draft */
  function openDraft(draft) {
    viewIsWanted("new-message");
    void newMessage.openDraft(draft);
  }

  /** @param {Draft} draft */
  function bringBack(draft) {
    further.detail.ifMade()?.close();
    show("new-message");
    void newMessage.bringBack(draft);
  }

  /** Whatever lies over the views. @param {ViewName} view */
  function viewIsWanted(view) {
    further.detail.ifMade()?.close();
    further.contact.ifMade()?.close();
    show(view);
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

  /** Behind the first picture. */
  function complete() {
    further.complete();
    mountKeyHandler(backend, { ...further.help().verbs, ...byKey });
    void further.outbox().load();
    mountCursorRest(backend);
    void watchErrands(backend, {
      linkIs: (link) => further.linkBar().linkIs(link),
      messageIsWanted: actions.showDetail,
      historyIsWanted: () => viewIsWanted("history"),
      outboxIsWanted: () => viewIsWanted("outbox"),
      newMessageIsWanted: () => viewIsWanted("new-message"),
    });
  }

  newMessage.restore(first.drafts);
  accountIs(first.account);
  if (model.view === "new-message" && document.activeElement === document.body) byId("recipient", HTMLInputElement).focus();
  return { accountIs, messageIs, noticeIs, complete };
}
