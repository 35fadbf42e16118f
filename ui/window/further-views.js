// What the first picture of the window does not show: every view but the form, the dialogs, and the bars under the views. Each
// is made when it is first used: few are used on most days, and each takes time and memory.

import { mountContactDetail } from "../contacts/contact-detail.js";
import { mountContactFormDialog } from "../contacts/contact-form-dialog.js";
import { mountContacts } from "../contacts/contacts.js";
import { mountHelp } from "../help/help.js";
import { mountHistory } from "../history/history.js";
import { mountMessageDetail } from "../messages/message-detail.js";
import { mountOutbox } from "../outbox/outbox.js";
import { onFirstUse } from "../page/first-use.js";
import { mountFirstRun } from "../settings/first-run.js";
import { mountSettings } from "../settings/settings.js";
import { mountTemplates } from "../templates/templates.js";
import { behindPicture } from "./after-picture.js";
import { mountCloseDialog } from "./close-dialog.js";
import { mountConfirmDialog } from "./confirm-dialog.js";
import { isWrittenElsewhere, mountLinkBar } from "./link-bar.js";
import { mountPracticeBanner } from "./practice-banner.js";
import { mountUndoNotice } from "./undo-notice.js";
import { mountUpdateBar } from "./update-bar.js";

/**
 * @import { ContactDetail, FormLink } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model, ViewName } from "../model.js"
 */

/** @typedef {{ update(model: Model): void }} Part */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 * @param {(part: Part) => void} needs.begin a part is there, which from now on shows what the window knows
 * @param {() => boolean} needs.formIsEmpty
 * @param {(saved: ContactDetail) => void} needs.contactSaved
 * @param {(again: () => void) => void} needs.formLeft a contact was being written
 * @param {(link: FormLink) => void} needs.linkIsTaken
 * @param {() => void} needs.barLeft a bar is gone, and with it the button that was pressed
 */
export function makeFurtherViews({ backend, actions, begin, formIsEmpty, contactSaved, formLeft, linkIsTaken, barLeft }) {
  const dialog = onFirstUse(mountConfirmDialog);
  /** @type {ReturnType<typeof mountConfirmDialog>} */
  const confirm = (question) => dialog()(question);
  const outbox = onFirstUse(() => mountOutbox({ backend, actions }), begin);
  const history = onFirstUse(() => mountHistory({ backend, actions }), begin);
  const contacts = onFirstUse(() => mountContacts({ backend, actions, confirm }), begin);
  const templates = onFirstUse(() => mountTemplates({ backend, actions }), begin);
  const contact = onFirstUse(() => mountContactDetail({ backend, actions }), begin);
  const contactForm = onFirstUse(() => mountContactFormDialog({ backend, saved: contactSaved, left: formLeft }));
  const undoNotice = onFirstUse(mountUndoNotice);
  const detail = onFirstUse(() => mountMessageDetail({ backend, actions, confirm }), begin);
  const settings = onFirstUse(() => mountSettings({ backend, actions, confirm }), (made) => begin(behindPicture("settings", made)));
  const firstRun = onFirstUse(() => mountFirstRun({ backend, actions }), begin);
  const help = onFirstUse(() => mountHelp({ backend, actions }), begin);
  const linkBar = onFirstUse(() => mountLinkBar({
    isFree: () => formIsEmpty() && !isWrittenElsewhere(document),
    open: linkIsTaken,
    left: barLeft,
  }), begin);
  const updateBar = onFirstUse(() => mountUpdateBar({ backend, actions, left: barLeft }), begin);
  /** @type {Partial<Record<ViewName, () => unknown>>} */
  const views = { outbox, history, contacts, templates, settings, "first-run": firstRun, help };

  return {
    outbox, history, contacts, contact, contactForm, undoNotice, detail, settings, help, linkBar, updateBar,
    /** @param {ViewName} view */
    prepare: (view) => void views[view]?.(),
    /** What somebody else than the person may ask for, and what answers to a button of the first picture. */
    complete() {
      help();
      updateBar();
      mountCloseDialog({ backend, actions });
      mountPracticeBanner(backend, (problem) => {
        actions.show("settings");
        settings().tell(problem);
      });
    },
  };
}
