// A button whose work may take a while or fail: it does one thing at a time, and says what went wrong.

import { isBusy, setBusy } from "./dom.js";
import { asUiError } from "./errors.js";

/**
 * @param {HTMLButtonElement} button
 * @param {() => unknown} work
 * @param {(problem: string | null) => void} tell null: nothing is wrong any more
 */
export function onPress(button, work, tell) {
  button.addEventListener("click", async (event) => {
    if (isBusy(button) || isRepeated(event)) return;
    setBusy(button, true);
    tell(null);
    try {
      await work();
    } catch (thrown) {
      tell(asUiError(thrown).message);
    } finally {
      setBusy(button, false);
    }
  });
}

/**
 * The second click of someone who clicks everything twice. By then another message may have moved under the pointer.
 * @param {MouseEvent} event
 */
export const isRepeated = ({ detail }) => detail > 1;
