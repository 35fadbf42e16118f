// The one question before sending, with every reason to ask.

import { stateWords } from "../messages/message-words.js";
import { arrange, byId, setText } from "../page/dom.js";
import { formatDate, formatDateTime } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/** @import { AskReason } from "../types.d.ts" */

export function mountAskDialog() {
  const dialog = byId("ask-dialog", HTMLDialogElement);
  const list = byId("ask-reasons", HTMLUListElement);
  byId("ask-send", HTMLButtonElement).addEventListener("click", () => dialog.close("send"));
  byId("ask-back", HTMLButtonElement).addEventListener("click", () => dialog.close("back"));

  /**
   * @param {string} recipient
   * @param {AskReason[]} reasons
   * @returns {Promise<boolean>} whether to send anyway
   */
  function ask(recipient, reasons) {
    setText(byId("ask-message", HTMLElement), translate("outcome-to", { recipient }));
    arrange(list, reasons.map(reasonElement));
    dialog.returnValue = "back";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "send"), { once: true });
    });
  }

  return { ask };
}

/** @param {AskReason} reason */
function reasonElement(reason) {
  const element = document.createElement("li");
  setText(element, askWords(reason));
  return element;
}

/** @param {AskReason} reason */
export function askWords(reason) {
  if (reason.kind === "same-again") {
    return translate("ask-same-again", { when: formatDateTime(reason.at, language()), state: stateWords(reason.state) });
  }
  const when = formatDate(reason.since, language());
  if (reason.reason === "") return translate("ask-do-not-write", { when });
  return translate("ask-do-not-write-reason", { when, reason: reason.reason });
}
