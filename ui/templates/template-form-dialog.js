// A template to be filled in: a new one, or one that is changed.

import { arrange, byId, isBusy, setBusy, setFieldError, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";
import { watchTyping } from "../page/watch-typing.js";

/**
 * @import { Language, PlaceholderKind, Template, TemplateForm, UiError } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/** @type {PlaceholderKind[]} those that are filled by themselves */
const KNOWN = ["first-name", "last-name", "organisation", "date", "time"];

/**
 * @param {Object} needs
 * @param {Pick<Backend, "saveTemplate">} needs.backend
 * @param {(template: Template) => void} needs.saved
 * @param {(again: () => void) => void} needs.left it was closed with something in it that was not saved
 */
export function mountTemplateFormDialog({ backend, saved, left }) {
  const dialog = byId("template-form-dialog", HTMLDialogElement);
  const button = byId("template-form-save", HTMLButtonElement);
  const name = byId("template-name", HTMLInputElement);
  const body = byId("template-body", HTMLTextAreaElement);
  const language = byId("template-language", HTMLSelectElement);
  const errorPlace = byId("template-form-error", HTMLElement);
  const [nameError, bodyError] = [byId("template-name-error", HTMLElement), byId("template-body-error", HTMLElement)];
  /** @type {number | null} */
  let id = null;
  /** @type {ReturnType<typeof watchTyping<TemplateForm>>} */
  const typing = watchTyping({ dialog, read, left: (typed) => left(() => show(typed, true)) });

  /** @returns {TemplateForm} */
  function read() {
    const chosen = /** @type {Language | ""} */ (language.value);
    return { id, name: name.value, language: chosen || null, body: body.value };
  }

  /**
   * @param {TemplateForm} filled
   * @param {boolean} [unsaved] it was left, and is taken up again
   */
  function show(filled, unsaved = false) {
    id = filled.id;
    describe(byId("template-form-title", HTMLElement), id === null ? "template-form-new" : "template-form-edit");
    name.value = filled.name;
    body.value = filled.body;
    language.value = filled.language ?? "";
    arrange(byId("template-placeholders", HTMLElement), KNOWN.map(placeholderButton));
    clearErrors();
    typing.begin(unsaved);
    dialog.showModal();
  }

  /** @param {PlaceholderKind} kind */
  function placeholderButton(kind) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "text-placeholder";
    setText(button, `{${translate(`placeholder-${kind}`)}}`);
    button.addEventListener("click", () => {
      body.setRangeText(button.textContent ?? "", body.selectionStart, body.selectionEnd, "end");
      body.focus();
    });
    return button;
  }

  async function save() {
    if (isBusy(button)) return;
    setBusy(button, true);
    clearErrors();
    try {
      const template = await backend.saveTemplate(read());
      typing.settled();
      dialog.close();
      saved(template);
    } catch (thrown) {
      placeError(asUiError(thrown));
    } finally {
      setBusy(button, false);
    }
  }

  /** @param {UiError} error */
  function placeError({ code, message }) {
    if (code === "name") {
      setFieldError(name, nameError, message);
      name.focus();
    } else if (code === "text") {
      setFieldError(body, bodyError, message);
      body.focus();
    } else setLine(errorPlace, message);
  }

  function clearErrors() {
    setFieldError(name, nameError, null);
    setFieldError(body, bodyError, null);
    setLine(errorPlace, null);
  }

  byId("template-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  byId("template-form-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return { show };
}
