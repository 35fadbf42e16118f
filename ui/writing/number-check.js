// What the number in a field reaches, as the program answers: asked once for each number, and anew when settings change.

import { asUiError } from "../page/errors.js";

/**
 * @import { RecipientView, UiError } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/** @typedef {{ view: RecipientView, error: null } | { view: null, error: UiError }} Checked */
/** @typedef {{ text: string, context: string, answer: Promise<Checked>, checked: Checked | null }} Check */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "checkRecipient">} needs.backend
 * @param {() => string} needs.number what stands in the field
 * @param {() => void} needs.answered
 */
export function makeNumberCheck({ backend, number, answered }) {
  /** @type {Check | null} */
  let current = null;
  let context = "";

  /** @returns {Promise<Checked>} */
  function ask() {
    if (current?.text !== number() || current.context !== context) current = begin(number());
    return current.answer;
  }

  /**
   * @param {string} text
   * @returns {Check}
   */
  function begin(text) {
    /** @type {Check} */
    const check = { text, context, answer: answer(text), checked: null };
    void check.answer.then((checked) => {
      check.checked = checked;
      if (check === current) answered();
    });
    return check;
  }

  /**
   * @param {string} text
   * @returns {Promise<Checked>}
   */
  async function answer(text) {
    try {
      return { view: await backend.checkRecipient(text), error: null };
    } catch (thrown) {
      return { view: null, error: asUiError(thrown) };
    }
  }

  return {
    ask,
    forget() {
      current = null;
    },
    /** The answer about what stands in the field, if it is there. */
    known: () => (current?.text === number() ? current.checked : null),
    /** What the answer depends on beside the number; whether that is new. @param {string} now */
    dependsOn(now) {
      const isNew = context !== now;
      context = now;
      return isNew;
    },
    /** An error that Send came back with. @param {UiError} error */
    reject(error) {
      const checked = { view: null, error };
      current = { text: number(), context, answer: Promise.resolve(checked), checked };
    },
  };
}
