// The language that the text is written in, for screen readers and spell checking: that of its template, else the window's.

import { language } from "../page/l10n.js";

/**
 * @import { Language } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Pick<Backend, "checkSpelling">} backend
 * @param {HTMLTextAreaElement} input
 */
export function makeTextLanguage(backend, input) {
  /** @type {Language | null} */
  let own = null;
  /** @type {Language | null} */
  let checked = null;

  function update() {
    const now = own ?? /** @type {Language} */ (language());
    input.lang = now;
    if (now === checked) return;
    checked = now;
    void backend.checkSpelling(now);
  }

  return {
    update,
    /** @param {Language | null} chosen null: the window's */
    use(chosen) {
      own = chosen;
      update();
    },
  };
}
