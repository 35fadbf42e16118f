// Writes what the history shows into a file, says how far it is, and can be stopped.

import { byId, isBusy, setBusy, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";

/**
 * @import { ExportProgress, HistoryFilter } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Backend} backend
 * @param {() => HistoryFilter} filter
 */
export function mountHistoryExport(backend, filter) {
  const button = byId("history-export", HTMLButtonElement);
  const panel = byId("history-export-progress", HTMLElement);
  const bar = byId("history-export-bar", HTMLProgressElement);
  const result = byId("history-export-result", HTMLElement);
  const stop = byId("history-export-cancel", HTMLButtonElement);

  async function run() {
    if (isBusy(button)) return;
    setBusy(button, true);
    setText(result, "");
    try {
      finished(await backend.exportMessages(filter()));
    } catch (thrown) {
      setText(result, asUiError(thrown).message);
    } finally {
      setBusy(button, false);
      close();
    }
  }

  /** @param {ExportProgress | null} progress */
  function finished(progress) {
    if (progress) setText(result, translate("export-done", { count: progress.done }));
    else if (!panel.hidden) setText(result, translate("export-cancelled"));
  }

  function close() {
    if (panel.contains(document.activeElement)) button.focus();
    panel.hidden = true;
  }

  /** @param {ExportProgress} progress */
  function show({ done, total }) {
    if (!isBusy(button)) return;
    panel.hidden = false;
    bar.max = Math.max(1, total);
    bar.value = done;
    describe(byId("history-export-words", HTMLElement), "export-progress", { done, total });
  }

  button.addEventListener("click", () => void run());
  stop.addEventListener("click", () => void backend.cancelExport());
  void backend.onExportProgress(show);
}
