// A question before something that cannot be undone.

import { arrange, byId, setText } from "../page/dom.js";

/**
 * @typedef {Object} Question
 * @property {string} title
 * @property {string} text
 * @property {string[]} [points] everything that is meant
 * @property {string} [check] what must be ticked first
 * @property {string} confirm the words of the button
 */

/** @returns {(question: Question) => Promise<boolean>} */
export function mountConfirmDialog() {
  const dialog = byId("confirm-dialog", HTMLDialogElement);
  const button = byId("confirm-yes", HTMLButtonElement);
  const box = byId("confirm-check", HTMLInputElement);

  /** @param {Question} question */
  function show({ title, text, points = [], check, confirm }) {
    setText(byId("confirm-title", HTMLElement), title);
    setText(byId("confirm-text", HTMLElement), text);
    arrange(byId("confirm-points", HTMLElement), points.map(pointElement));
    byId("confirm-points", HTMLElement).hidden = points.length === 0;
    byId("confirm-check-field", HTMLElement).hidden = check === undefined;
    setText(byId("confirm-check-words", HTMLElement), check ?? "");
    setText(button, confirm);
    box.checked = false;
    button.disabled = check !== undefined;
  }

  box.addEventListener("change", () => (button.disabled = !box.checked));
  button.addEventListener("click", () => dialog.close("yes"));
  byId("confirm-back", HTMLButtonElement).addEventListener("click", () => dialog.close("back"));
  return (question) => {
    show(question);
    dialog.returnValue = "back";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  };
}

/** @param {string} words */
function pointElement(words) {
  const element = document.createElement("li");
  setText(element, words);
  return element;
}
