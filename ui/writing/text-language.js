// The language that the text is written in, for screen readers and spell checking: that of its template, else the window's.

import { language } from "../page/l10n.js";

/**
 * @import { Language } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * The dictionary, which takes a moment and some memory, is asked for when somebody first comes to the text.
 * @param {Pick<Backend, "checkSpelling">} backend
 * @param {HTMLTextAreaElement} input
 */
export function makeTextLanguage(backend, input) {
  /** @type {Language | null} */
  let own = null;
  /** @type {Language | null} */
  let checked = null;
  let wasVisited = false;

  const spoken = () => own ?? /** @type {Language} */ (language());

  function update() {
    input.lang = spoken();
    if (wasVisited) check();
  }

  function check() {
    const now = spoken();
    if (now === checked) return;
    checked = now;
    void backend.checkSpelling(now);
  }

  input.addEventListener("focus", () => {
    wasVisited = true;
    check();
  });
  return {
    update,
    /** @param {Language | null} chosen null: the window's */
    use(chosen) {
      own = chosen;
      update();
    },
  };
}
