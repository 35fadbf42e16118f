// The contact that was chosen, with the number that will be dialled, in front of the recipient field.

import { recipientWords } from "../messages/message-words.js";
import { byId, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";

/** @typedef {{ id: number, name: string, e164: string, display: string }} Chosen */

/** @param {() => void} remove */
export function mountRecipientChip(remove) {
  const box = byId("recipient-box", HTMLElement);
  const input = byId("recipient", HTMLInputElement);
  const chip = byId("recipient-chip", HTMLElement);
  const button = byId("recipient-chip-remove", HTMLButtonElement);

  /** @param {Chosen | null} chosen */
  function update(chosen) {
    chip.hidden = chosen === null;
    box.toggleAttribute("data-chosen", chosen !== null);
    const words = chosen ? recipientWords({ name: chosen.name, number: chosen.display }) : "";
    setText(byId("recipient-chip-words", HTMLElement), words);
    button.setAttribute("aria-label", translate("recipient-remove", { name: chosen?.name ?? "" }));
  }

  /** In front of the first letter, Backspace takes the choice away. @param {KeyboardEvent} event */
  function press(event) {
    const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
    if (event.key !== "Backspace" || event.isComposing || input.readOnly || chip.hidden || !atStart) return;
    event.preventDefault();
    remove();
  }

  input.addEventListener("keydown", press);
  button.addEventListener("click", () => {
    if (input.readOnly) return;
    remove();
    input.focus();
  });
  box.addEventListener("mousedown", (event) => {
    if (event.target !== box) return;
    event.preventDefault();
    input.focus();
  });
  return { update };
}
