// The Send button: what it would do now, and that it is at work.

import { byId, isBusy, setBusy } from "../page/dom.js";
import { formatMoment } from "../page/format.js";
import { describe, language } from "../page/l10n.js";

export function mountSendButton() {
  const button = byId("send", HTMLButtonElement);
  const words = byId("send-words", HTMLElement);

  /**
   * @param {boolean} practice
   * @param {number | null} at the time chosen for later
   */
  function update(practice, at) {
    if (isBusy(button)) return describe(words, "send-busy");
    if (at === null) return describe(words, practice ? "send-practice" : "send");
    describe(words, practice ? "send-later-practice" : "send-later", { when: formatMoment(at, language()) });
  }

  return {
    update,
    isBusy: () => isBusy(button),
    setBusy: (/** @type {boolean} */ busy) => setBusy(button, busy),
  };
}
