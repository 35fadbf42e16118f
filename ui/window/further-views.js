// What the first picture of the window does not show: every view but the form, the dialogs, and the bars under the views.

import { mountContactDetail } from "../contacts/contact-detail.js";
import { mountContactFormDialog } from "../contacts/contact-form-dialog.js";
import { mountContacts } from "../contacts/contacts.js";
import { mountHelp } from "../help/help.js";
import { mountHistory } from "../history/history.js";
import { mountMessageDetail } from "../messages/message-detail.js";
import { mountOutbox } from "../outbox/outbox.js";
import { mountFirstRun } from "../settings/first-run.js";
import { mountSettings } from "../settings/settings.js";
import { mountTemplates } from "../templates/templates.js";
import { behindPicture } from "./after-picture.js";
import { mountCloseDialog } from "./close-dialog.js";
import { mountConfirmDialog } from "./confirm-dialog.js";
import { isWrittenElsewhere, mountLinkBar } from "./link-bar.js";
import { mountUndoNotice } from "./undo-notice.js";
import { mountUpdateBar } from "./update-bar.js";

/**
 * @import { ContactDetail, FormLink } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 * @param {() => boolean} needs.formIsEmpty
 * @param {(saved: ContactDetail) => void} needs.contactSaved
 * @param {(again: () => void) => void} needs.formLeft a contact was being written
 * @param {(link: FormLink) => void} needs.linkIsTaken
 * @param {() => void} needs.barLeft a bar is gone, and with it the button that was pressed
 */
export function mountFurtherViews({ backend, actions, formIsEmpty, contactSaved, formLeft, linkIsTaken, barLeft }) {
  const confirm = mountConfirmDialog();
  const outbox = mountOutbox({ backend, actions });
  const history = mountHistory({ backend, actions });
  const contacts = mountContacts({ backend, actions, confirm });
  const templates = mountTemplates({ backend, actions });
  const contact = mountContactDetail({ backend, actions });
  const contactForm = mountContactFormDialog({ backend, saved: contactSaved, left: formLeft });
  const undoNotice = mountUndoNotice();
  const detail = mountMessageDetail({ backend, actions, confirm });
  const settings = mountSettings({ backend, actions, confirm });
  const firstRun = mountFirstRun({ backend, actions });
  const help = mountHelp({ backend, actions });
  const linkBar = mountLinkBar({
    isFree: () => formIsEmpty() && !isWrittenElsewhere(document),
    open: linkIsTaken,
    left: barLeft,
  });
  const updateBar = mountUpdateBar({ backend, actions, left: barLeft });
  mountCloseDialog({ backend, actions });
  const parts = [
    outbox, history, contacts, templates, contact, detail, behindPicture("settings", settings), firstRun, help, linkBar, updateBar,
  ];
  return { parts, outbox, history, contacts, contact, contactForm, undoNotice, detail, settings, help, linkBar, updateBar };
}
