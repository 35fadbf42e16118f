// A contact to be filled in: a new one, or one that is changed. What is wrong is said at its field.

import { byId, fromTemplate, isBusy, setBusy, setFieldError, setLine, within } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";
import { watchTyping } from "../page/watch-typing.js";

/**
 * @import { ContactDetail, ContactForm, UiError } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "saveContactForm">} needs.backend
 * @param {(contact: ContactDetail) => void} needs.saved
 * @param {(again: () => void) => void} needs.left it was closed with something in it that was not saved
 */
export function mountContactFormDialog({ backend, saved, left }) {
  const dialog = byId("contact-form-dialog", HTMLDialogElement);
  const form = byId("contact-form", HTMLFormElement);
  const button = byId("contact-form-save", HTMLButtonElement);
  const numbers = byId("contact-form-numbers", HTMLElement);
  const errorPlace = byId("contact-form-error", HTMLElement);
  const nameError = byId("contact-given-error", HTMLElement);
  const [given, family, organisation] = [field("given"), field("family"), field("organisation")];
  const note = byId("contact-note", HTMLTextAreaElement);
  const favourite = byId("contact-form-favourite", HTMLInputElement);
  /** @type {number | null} */
  let id = null;
  /** @type {ReturnType<typeof watchTyping<ContactForm>>} */
  const typing = watchTyping({ dialog, read: readTyped, left: (typed) => left(() => show(typed, true)) });

  /**
   * @param {ContactForm} filled
   * @param {boolean} [unsaved] it was left, and is taken up again
   */
  function show(filled, unsaved = false) {
    id = filled.id;
    describe(byId("contact-form-title", HTMLElement), id === null ? "contact-form-new" : "contact-form-edit");
    given.value = filled.given;
    family.value = filled.family;
    organisation.value = filled.organisation;
    note.value = filled.note;
    favourite.checked = filled.is_favourite;
    numbers.replaceChildren();
    const rows = filled.numbers.length > 0 ? filled.numbers : [{ label: "", number: "" }];
    rows.forEach(({ label, number }) => addRow(label, number));
    clearErrors();
    typing.begin(unsaved);
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  /**
   * @param {string} label
   * @param {string} number
   */
  function addRow(label, number) {
    const row = fromTemplate("contact-number-template", HTMLLIElement);
    const error = within(row, ".field-error", HTMLElement);
    const typed = numberField(row);
    labelField(row).value = label;
    typed.value = number;
    typed.addEventListener("input", () => setFieldError(typed, error, null));
    within(row, ".contact-number-remove", HTMLButtonElement).addEventListener("click", () => removeRow(row));
    numbers.append(row);
    nameRows();
    return typed;
  }

  /** @param {HTMLElement} row */
  function removeRow(row) {
    row.remove();
    nameRows();
    byId("contact-number-add", HTMLButtonElement).focus();
  }

  /** Every row is named, so that two of them do not sound the same. */
  function nameRows() {
    rows().forEach((row, at) => {
      const error = within(row, ".field-error", HTMLElement);
      error.id = `contact-number-error-${at}`;
      numberField(row).setAttribute("aria-describedby", error.id);
      numberField(row).setAttribute("aria-label", translate("contact-number-spoken", { number: at + 1 }));
      labelField(row).setAttribute("aria-label", translate("contact-label-spoken", { number: at + 1 }));
      within(row, ".contact-number-remove", Element).setAttribute("aria-label", translate("contact-number-remove", { number: at + 1 }));
    });
  }

  const rows = () => /** @type {HTMLElement[]} */ ([...numbers.children]);

  /** @returns {ContactForm} */
  function read() {
    return {
      id,
      given: given.value, family: family.value, organisation: organisation.value, note: note.value,
      numbers: rows().map((row) => ({ label: labelField(row).value, number: numberField(row).value })),
      is_favourite: favourite.checked,
    };
  }

  /** What somebody would miss: a row that was added and left empty is nothing. @returns {ContactForm} */
  function readTyped() {
    const form = read();
    return { ...form, numbers: form.numbers.filter(({ label, number }) => label !== "" || number !== "") };
  }

  async function save() {
    if (isBusy(button)) return;
    setBusy(button, true);
    clearErrors();
    try {
      const contact = await backend.saveContactForm(read());
      typing.settled();
      dialog.close();
      saved(contact);
    } catch (thrown) {
      placeError(asUiError(thrown));
    } finally {
      setBusy(button, false);
    }
  }

  /** @param {UiError} error */
  function placeError({ code, message, row }) {
    const at = code === "number" ? rows()[row ?? 0] : undefined;
    if (code === "name") {
      setFieldError(given, nameError, message);
      given.focus();
    } else if (at) {
      setFieldError(numberField(at), within(at, ".field-error", HTMLElement), message);
      numberField(at).focus();
    } else setLine(errorPlace, message);
  }

  function clearErrors() {
    setLine(errorPlace, null);
    setFieldError(given, nameError, null);
    for (const row of rows()) setFieldError(numberField(row), within(row, ".field-error", HTMLElement), null);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  byId("contact-number-add", HTMLButtonElement).addEventListener("click", () => addRow("", "").focus());
  byId("contact-form-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return { show };
}

/** @param {string} name */
const field = (name) => byId(`contact-${name}`, HTMLInputElement);

/** @param {HTMLElement} row */
const numberField = (row) => within(row, ".contact-number-typed", HTMLInputElement);

/** @param {HTMLElement} row */
const labelField = (row) => within(row, ".contact-number-label", HTMLInputElement);
