// The open window: mounts the views, says what each may ask of the others, and passes news to them.

import { mountContactDetail } from "../contacts/contact-detail.js";
import { mountContactFormDialog } from "../contacts/contact-form-dialog.js";
import { mountContacts } from "../contacts/contacts.js";
import { mountHelp } from "../help/help.js";
import { mountKeyHandler } from "../help/key-handler.js";
import { mountHistory } from "../history/history.js";
import { mountMessageDetail } from "../messages/message-detail.js";
import { makeModel } from "../model.js";
import { mountOutbox } from "../outbox/outbox.js";
import { mountUndoBars } from "../outbox/undo-bars.js";
import { byId, focusIsLost } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { newsOnly } from "../page/latest.js";
import { opensWithFirstRun } from "../settings/first-run-steps.js";
import { mountFirstRun } from "../settings/first-run.js";
import { makeSettingsKeeper } from "../settings/settings-keeper.js";
import { mountSettings } from "../settings/settings.js";
import { mountTemplates } from "../templates/templates.js";
import { emptyDraft } from "../writing/drafts.js";
import { mountNewMessage } from "../writing/new-message.js";
import { behindPicture } from "./after-picture.js";
import { mountCloseDialog } from "./close-dialog.js";
import { mountConfirmDialog } from "./confirm-dialog.js";
import { watchErrands } from "./errands.js";
import { speak, updateFrame } from "./frame.js";
import { isWrittenElsewhere, mountLinkBar } from "./link-bar.js";
import { mountNavigation } from "./navigation.js";
import { mountNotices } from "./notices.js";
import { mountUndoNotice } from "./undo-notice.js";
import { mountUpdateBar } from "./update-bar.js";

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
    showDetail: (id) => void detail.show(id),
    showContact: (id) => void contact.show(id),
    editContact: (form) => contactForm.show(form),
    writeTo: (recipient) => openDraft({ ...emptyDraft(), recipient }),
    offerUndo: (told, undo) => undoNotice.offer(told, undo),
    retryKeychain: () => askAccount(backend.retryKeychain),
    refreshAccount: () => askAccount(backend.refreshAccount),
    updateIs: (offer) => updateBar.offerIs(offer),
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
  const contactForm = mountContactFormDialog({ backend, saved: contactSaved, left: formLeft });
  const undoNotice = mountUndoNotice();
  const detail = mountMessageDetail({ backend, actions, confirm });
  const settings = mountSettings({ backend, actions, confirm });
  const firstRun = mountFirstRun({ backend, actions });
  const help = mountHelp({ backend, actions });
  const linkBar = mountLinkBar({
    isFree: () => newMessage.isEmpty() && !isWrittenElsewhere(document),
    open: ({ recipient, body }) => openDraft({ ...emptyDraft(), recipient, body }),
    left: () => show(model.view),
  });
  const updateBar = mountUpdateBar({ backend, actions, left: () => show(model.view) });
  const parts = [
    navigation, notices, undoBars, newMessage, outbox, history, contacts, templates, contact, detail,
    behindPicture("settings", settings), firstRun, help, linkBar, updateBar,
  ];
  mountCloseDialog({ backend, actions });

  function update() {
    updateFrame(model);
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
    const found = model.view === "contacts" ? contacts : history;
    show(model.view === "contacts" ? "contacts" : "history");
    void found.search();
  }

  function sendNow() {
    if (model.view !== "new-message") return false;
    newMessage.send();
    return true;
  }

  /** @type {Record<import("../help/shortcuts.js").ShortcutName, () => unknown>} */
  const byKey = {
    ...help.verbs, search,
    new: () => openDraft(emptyDraft()),
    send: sendNow,
    undo: () => undoBars.undoNewest() || undoNotice.undo(),
    "new-message": () => show("new-message"),
    outbox: () => show("outbox"),
    history: () => show("history"),
    contacts: () => show("contacts"),
    templates: () => show("templates"),
    settings: () => show("settings"),
  };
  mountKeyHandler(backend, byKey);

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
    for (const part of [undoBars, newMessage, outbox, contact, detail]) part.messageChanged(message);
    void history.messageChanged(message);
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
    void history.reload(told);
    void outbox.load();
  }

  /** @param {ContactDetail} saved */
  function contactSaved({ id, name }) {
    contactsChanged(translate("contact-saved", { name }));
    void contact.show(id);
  }

  /** @param {() => void} again */
  function formLeft(again) {
    undoNotice.offer(translate("form-left"), async () => again());
    focusIfLost();
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

  /** From outside the window. @param {ViewName} view */
  function viewIsWanted(view) {
    detail.close();
    contact.close();
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

  newMessage.restore(first.drafts);
  update();
  void outbox.load();
  if (first.account.key !== "asking") accountIs(first.account);
  if (model.view === "new-message" && document.activeElement === document.body) newMessage.focus();
  void watchErrands(backend, {
    linkIs: linkBar.linkIs,
    messageIsWanted: actions.showDetail,
    historyIsWanted: () => viewIsWanted("history"),
    outboxIsWanted: () => viewIsWanted("outbox"),
    newMessageIsWanted: () => viewIsWanted("new-message"),
  });
  return { accountIs, messageIs, noticeIs };
}
