// Asks for what a template's own placeholders stand for. What is left empty stays to be filled in the text.

import { arrange, byId, fromTemplate, setText, within } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/** @import { Placeholder } from "../types.d.ts" */

export function mountAnswersDialog() {
  const dialog = byId("answers-dialog", HTMLDialogElement);
  const fields = byId("answers-fields", HTMLElement);
  /** What was typed and not inserted, by the template's name: it is there when that is chosen again. @type {Map<string, Record<string, string>>} */
  const left = new Map();

  /**
   * @param {string} name the template's
   * @param {Placeholder[]} placeholders
   * @returns {Promise<Record<string, string> | null>} answers by name; null: taken back
   */
  function ask(name, placeholders) {
    setText(byId("answers-title", HTMLElement), translate("answers-title", { name }));
    const typed = left.get(name) ?? {};
    arrange(fields, placeholders.map((placeholder, place) => fieldFor(placeholder.name, place, typed[placeholder.name] ?? "")));
    dialog.returnValue = "back";
    dialog.showModal();
    fields.querySelector("input")?.focus();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(closed(name, read(placeholders))), { once: true });
    });
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} answers
   */
  function closed(name, answers) {
    const isTaken = dialog.returnValue === "yes";
    if (isTaken) left.delete(name);
    else left.set(name, answers);
    return isTaken ? answers : null;
  }

  /**
   * @param {string} name
   * @param {number} place
   * @param {string} typed
   */
  function fieldFor(name, place, typed) {
    const field = fromTemplate("answer-template", HTMLDivElement);
    const [label, input] = [within(field, "label", HTMLLabelElement), within(field, "input", HTMLInputElement)];
    input.id = label.htmlFor = `answer-${place}`;
    input.value = typed;
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
