// What whoever helps needs to know, copied and shown ("Copy diagnostics"). It holds nothing that anybody wrote.

import { byId, setLine, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/** @import { Backend } from "../backend.js" */

/** @param {Pick<Backend, "diagnostics">} backend */
export function mountDiagnosticsDialog(backend) {
  const dialog = byId("diagnostics-dialog", HTMLDialogElement);
  const text = byId("diagnostics-text", HTMLTextAreaElement);
  const status = byId("diagnostics-status", HTMLElement);
  const errorPlace = byId("diagnostics-error", HTMLElement);
  const copyButton = byId("diagnostics-copy", HTMLButtonElement);

  function show() {
    text.value = "";
    setText(status, "");
    dialog.showModal();
    copyButton.focus();
    copyButton.click();
  }

  async function copy() {
    setText(status, "");
    text.value = await backend.diagnostics();
    text.scrollTop = 0;
    if (await taken(text.value)) setText(status, translate("diagnostics-copied"));
    else setLine(errorPlace, translate("diagnostics-not-copied"));
  }

  onPress(copyButton, copy, (problem) => setLine(errorPlace, problem));
  byId("diagnostics-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return { show };
}

/**
 * Whether the clipboard has it.
 * @param {string} words
 */
async function taken(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
