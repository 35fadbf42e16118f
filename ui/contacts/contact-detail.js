// One contact with its numbers and its messages, over the view from which it was opened.

import { arrange, byId, focusIsLost, fromTemplate, setLine, setText, within } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { formatDate } from "../page/format.js";
import { describe, language, translate } from "../page/l10n.js";
import { latestOnly } from "../page/latest.js";
import { isRepeated, onPress } from "../page/press.js";
import { recipientText } from "../writing/recipient-text.js";
import { formOf } from "./contact-form.js";
import { mountContactThread } from "./contact-thread.js";
import { mountMergeDialog } from "./merge-dialog.js";
import { mountReasonDialog } from "./reason-dialog.js";
import { unmerge } from "./unmerge.js";

/**
 * @import { ContactDetail, MessageView, NumberView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountContactDetail({ backend, actions }) {
  const dialog = byId("contact-dialog", HTMLDialogElement);
  const title = byId("contact-title", HTMLElement);
  const errorPlace = byId("contact-error", HTMLElement);
  const favourite = byId("contact-favourite", HTMLButtonElement);
  const bar = byId("contact-bar", HTMLButtonElement);
  const thread = mountContactThread({ backend, actions });
  const mergeDialog = mountMergeDialog(backend);
  const askReason = mountReasonDialog();
  const newest = latestOnly();
  /** @type {ContactDetail | null} */
  let contact = null;

  /** @param {number} id */
  async function show(id) {
    const latest = await newest(backend.contact(id));
    if (!latest) return;
    setLine(errorPlace, "thrown" in latest ? asUiError(latest.thrown).message : null);
    contact = "answer" in latest ? latest.answer : null;
    update();
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    if (contact) await thread.show(contact.id);
  }

  function update() {
    byId("contact-content", HTMLElement).hidden = contact === null;
    byId("contact-actions", HTMLElement).hidden = contact === null;
    if (!contact) return describe(title, "contact-title");
    title.removeAttribute("data-l10n-id");
    setText(title, contact.name);
    dialog.dataset.id = String(contact.id);
    setLine(byId("contact-about", HTMLElement), contact.organisation === contact.name ? "" : contact.organisation);
    setLine(byId("contact-note-shown", HTMLElement), contact.note);
    setLine(byId("contact-barred", HTMLElement), barredWords(contact));
    arrange(byId("contact-numbers", HTMLElement), contact.numbers.map(numberElement));
    byId("contact-no-number", HTMLElement).hidden = contact.numbers.length > 0;
    favourite.setAttribute("aria-pressed", String(contact.is_favourite));
    describe(bar, contact.do_not_write ? "contact-unbar" : "contact-bar");
    thread.update();
  }

  /** @param {NumberView} number */
  function numberElement({ label, display, kind }) {
    const element = fromTemplate("contact-number-shown-template", HTMLLIElement);
    const name = contact?.name ?? "";
    setText(within(element, ".contact-number-value", HTMLElement), display);
    const about = [label, kind === "landline" ? translate("contact-landline") : ""].filter(Boolean).join(" · ");
    setText(within(element, ".contact-number-about", HTMLElement), about);
    const write = within(element, ".contact-number-write", HTMLButtonElement);
    setText(write, translate("contact-write"));
    write.setAttribute("aria-label", translate("contact-write-spoken", { recipient: `${name}, ${display}` }));
    write.addEventListener("click", (event) => isRepeated(event) || writeTo(recipientText(name, display)));
    return element;
  }

  /** @param {string} recipient */
  function writeTo(recipient) {
    dialog.close();
    actions.writeTo(recipient);
  }

  /**
   * @param {ContactDetail} now
   * @param {string} told
   */
  function changed(now, told) {
    contact = now;
    update();
    actions.contactsChanged(told);
  }

  /** @param {ContactDetail} of */
  async function toggleFavourite({ id, is_favourite }) {
    changed(await backend.setFavourite(id, !is_favourite), "");
  }

  /** @param {ContactDetail} of */
  async function toggleBar({ id, name, do_not_write }) {
    const reason = do_not_write ? null : await askReason(name);
    if (!do_not_write && reason === null) return;
    changed(await backend.setDoNotWrite(id, reason), "");
  }

  /** @param {ContactDetail} of */
  async function deleteThis({ id }) {
    const gone = await backend.deleteContact(id);
    dialog.close();
    actions.contactsChanged("");
    actions.offerUndo(translate("contact-deleted", { name: gone.name }), async () => {
      await backend.bringBackContact(gone);
      actions.contactsChanged(translate("contact-back", { name: gone.name }));
    });
  }

  /** @param {ContactDetail} kept */
  async function merge(kept) {
    const other = await mergeDialog.ask(kept);
    if (!other) return;
    const merged = await backend.mergeContacts(kept.id, other.id);
    dialog.close();
    actions.contactsChanged("");
    actions.offerUndo(translate("contact-merged", { name: merged.contact.name }), unmerge({ backend, actions }, merged));
  }

  /** @param {ContactDetail} of */
  function edit(of) {
    dialog.close();
    actions.editContact(formOf(of));
  }

  /**
   * @param {string} id
   * @param {(of: ContactDetail) => unknown} work
   */
  function onClick(id, work) {
    onPress(byId(id, HTMLButtonElement), () => contact && work(contact), (problem) => setLine(errorPlace, problem));
  }

  onClick("contact-favourite", toggleFavourite);
  onClick("contact-bar", toggleBar);
  onClick("contact-edit", edit);
  onClick("contact-merge", merge);
  onClick("contact-delete", deleteThis);
  byId("contact-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return {
    show,
    update() {
      if (!dialog.open) return;
      update();
      if (focusIsLost()) title.focus();
    },
    close: () => dialog.close(),
    messageChanged(/** @type {MessageView} */ { e164 }) {
      if (dialog.open && contact?.numbers.some((number) => number.e164 === e164)) void thread.show(contact.id);
    },
  };
}

/** @param {ContactDetail} contact */
function barredWords({ do_not_write: barred }) {
  if (!barred) return null;
  const when = formatDate(barred.since, language());
  return barred.reason === ""
    ? translate("contact-barred", { when })
    : translate("contact-barred-reason", { when, reason: barred.reason });
}
