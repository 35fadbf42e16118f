// Looks for the contact that is the same person as the one that is open.

import { arrange, byId, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { afterPause, latestOnly } from "../page/latest.js";
import { ALL_CONTACTS } from "./contact-pages.js";

/**
 * @import { ContactDetail, ContactRow } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

const PAUSE_MS = 150;
const MOST = 8;

/** @param {Pick<Backend, "listContacts">} backend */
export function mountMergeDialog(backend) {
  const dialog = byId("merge-dialog", HTMLDialogElement);
  const search = byId("merge-search", HTMLInputElement);
  const list = byId("merge-list", HTMLElement);
  const none = byId("merge-none", HTMLElement);
  const errorPlace = byId("merge-error", HTMLElement);
  const newest = latestOnly();
  const pause = afterPause(() => void look(), PAUSE_MS);
  /** @type {ContactDetail | null} */
  let kept = null;
  /** @type {ContactRow | null} */
  let chosen = null;

  /**
   * @param {ContactDetail} contact
   * @returns {Promise<ContactRow | null>} the other one
   */
  function ask(contact) {
    kept = contact;
    chosen = null;
    search.value = contact.family || contact.name;
    setText(byId("merge-text", HTMLElement), translate("merge-text", { name: contact.name }));
    void look();
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener("close", () => resolve(chosen), { once: true }));
  }

  async function look() {
    const latest = await newest(backend.listContacts({ ...ALL_CONTACTS, search: search.value.trim() }, null));
    if (!latest) return;
    setLine(errorPlace, "thrown" in latest ? asUiError(latest.thrown).message : null);
    const found = "answer" in latest ? latest.answer.contacts.filter(({ id }) => id !== kept?.id) : [];
    arrange(list, found.slice(0, MOST).map(choiceElement));
    setText(none, found.length === 0 ? translate("merge-none") : "");
  }

  /** @param {ContactRow} contact */
  function choiceElement(contact) {
    const element = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "merge-choice";
    setText(button, [contact.name, contact.organisation, contact.display].filter(Boolean).join(" · "));
    button.addEventListener("click", () => {
      chosen = contact;
      dialog.close();
    });
    element.append(button);
    return element;
  }

  search.addEventListener("input", () => pause.start());
  byId("merge-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return { ask };
}
