// Asks for what a template's own placeholders stand for. What is left empty stays to be filled in the text.

import { arrange, byId, fromTemplate, setText, within } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/** @import { Placeholder } from "../types.d.ts" */

export function mountAnswersDialog() {
  const dialog = byId("answers-dialog", HTMLDialogElement);
  const fields = byId("answers-fields", HTMLElement);

  /**
   * @param {string} name the template's
   * @param {Placeholder[]} placeholders
   * @returns {Promise<Record<string, string> | null>} answers by name; null: taken back
   */
  function ask(name, placeholders) {
    setText(byId("answers-title", HTMLElement), translate("answers-title", { name }));
    arrange(fields, placeholders.map(fieldFor));
    dialog.returnValue = "back";
    dialog.showModal();
    fields.querySelector("input")?.focus();
    return new Promise((resolve) => {
      const answer = () => resolve(dialog.returnValue === "yes" ? read(placeholders) : null);
      dialog.addEventListener("close", answer, { once: true });
    });
  }

  /**
   * @param {Placeholder} placeholder
   * @param {number} place
   */
  function fieldFor({ name }, place) {
    const field = fromTemplate("answer-template", HTMLDivElement);
    const label = within(field, "label", HTMLLabelElement);
    within(field, "input", HTMLInputElement).id = label.htmlFor = `answer-${place}`;
    setText(label, name);
    return field;
  }

  /** @param {Placeholder[]} placeholders */
  function read(placeholders) {
    const typed = [...fields.querySelectorAll("input")].map(({ value }) => value.trim());
    const answers = placeholders.map(({ name }, place) => /** @type {const} */ ([name, typed[place] ?? ""]));
    return Object.fromEntries(answers.filter(([, answer]) => answer !== ""));
  }

  byId("answers-back", HTMLButtonElement).addEventListener("click", () => dialog.close("back"));
  byId("answers-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close("yes");
  });
  return { ask };
}
