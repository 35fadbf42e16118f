// Contacts from a file: what stands in it, what will become of it, how far it is, what became of it.

import { arrange, byId, focusIsLost, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";
import { latestOnly } from "../page/latest.js";
import { onPress } from "../page/press.js";
import { mountImportTable } from "./import-table.js";

/**
 * @import { DuplicateChoice, ImportDuplicateView, ImportProgress, Imported, Mapping, UnreadableView } from "../types.d.ts"
 * @import { Backend, ImportDraft } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Pick<Actions, "contactsChanged" | "offerUndo">} needs.actions
 */
export function mountImportDialog({ backend, actions }) {
  const dialog = byId("import-dialog", HTMLDialogElement);
  const errorPlace = byId("import-error", HTMLElement);
  const header = byId("import-header", HTMLInputElement);
  const duplicates = byId("import-duplicates", HTMLSelectElement);
  const progress = byId("import-progress", HTMLElement);
  const applyButton = byId("import-apply", HTMLButtonElement);
  const bar = byId("import-bar", HTMLProgressElement);
  const table = mountImportTable((mapping) => void remap(mapping));
  const newest = latestOnly();
  /** @type {ImportDraft | null} */
  let draft = null;
  /** @type {Imported | null} */
  let done = null;
  let working = false;
  /** The plan does not follow yet what was chosen last. */
  let remapping = false;
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /** The file is chosen in the system's own dialog first. */
  async function begin() {
    const found = await backend.previewImport();
    if (!found) return;
    [draft, done, working, remapping] = [found, null, false, false];
    duplicates.value = "skip";
    setLine(errorPlace, null);
    update();
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  /**
   * What was chosen is shown at once, and can be taken in when the plan follows it.
   * @param {Mapping} mapping
   */
  async function remap(mapping) {
    if (!draft) return;
    draft = { ...draft, preview: { ...draft.preview, mapping } };
    remapping = true;
    setLine(errorPlace, null);
    update();
    const latest = await newest(inTurn(mapping));
    if (!latest) return;
    remapping = "thrown" in latest;
    if ("answer" in latest) draft = latest.answer;
    else setLine(errorPlace, asUiError(latest.thrown).message);
    update();
  }

  /** One after the other, so that the last one is what is taken in. @param {Mapping} mapping */
  function inTurn(mapping) {
    const change = turn.catch(() => null).then(() => backend.changeImportMapping(mapping));
    turn = change;
    return change;
  }

  function update() {
    byId("import-plan", HTMLElement).hidden = done !== null;
    byId("import-done", HTMLElement).hidden = done === null;
    progress.hidden = !working;
    applyButton.hidden = done !== null || working;
    byId("import-back", HTMLButtonElement).hidden = working;
    byId("import-undo", HTMLButtonElement).hidden = (done?.id ?? null) === null;
    byId("import-done-save", HTMLButtonElement).hidden = (done?.unreadable ?? 0) === 0;
    describe(byId("import-back", HTMLButtonElement), done ? "close" : "cancel");
    if (draft) showDraft(draft);
    if (done) setText(byId("import-done-words", HTMLElement), doneWords(done));
    if (dialog.open && focusIsLost()) byId("import-title", HTMLElement).focus();
  }

  /** @param {ImportDraft} draft */
  function showDraft({ preview, plan }) {
    const isTable = preview.kind === "table";
    setText(byId("import-about", HTMLElement), translate(`import-about-${preview.kind}`, { count: preview.total, encoding: preview.encoding }));
    byId("import-header-field", HTMLElement).hidden = !isTable;
    header.checked = preview.mapping.has_header;
    table.update(preview);
    setText(byId("import-ready", HTMLElement), translate("import-ready", { count: plan.ready }));
    setLine(byId("import-parts", HTMLElement), plan.parts_left_out > 0 ? translate("import-parts", { count: plan.parts_left_out }) : null);
    byId("import-duplicates-part", HTMLElement).hidden = plan.duplicates === 0;
    setText(byId("import-duplicates-words", HTMLElement), translate("import-duplicates", { count: plan.duplicates }));
    arrange(byId("import-duplicates-list", HTMLElement), plan.first_duplicates.map((one) => item(duplicateWords(one))));
    byId("import-unreadable-part", HTMLElement).hidden = plan.first_unreadable.length === 0;
    setText(byId("import-unreadable-words", HTMLElement), translate("import-unreadable", { count: plan.unreadable }));
    arrange(byId("import-unreadable-list", HTMLElement), plan.first_unreadable.map((one) => item(unreadableWords(one))));
    applyButton.disabled = remapping || plan.ready + plan.duplicates === 0;
  }

  async function apply() {
    working = true;
    bar.removeAttribute("value");
    setText(byId("import-progress-words", HTMLElement), translate("import-running"));
    update();
    try {
      done = await backend.applyImport(/** @type {DuplicateChoice} */ (duplicates.value));
      if (done) actions.contactsChanged("");
      else setLine(errorPlace, translate("import-cancelled"));
    } finally {
      working = false;
      update();
    }
  }

  async function undo() {
    if (done?.id === null || !done) return;
    const { id } = done;
    await backend.undoImport(id);
    done = null;
    dialog.close();
    actions.contactsChanged(translate("import-undone"));
  }

  async function saveUnreadable() {
    const name = await backend.saveUnreadable();
    if (name !== null) setText(byId("import-saved", HTMLElement), translate("file-saved", { name }));
  }

  /** What was done can still be undone when the dialog is gone. */
  function closed() {
    setText(byId("import-saved", HTMLElement), "");
    if (working) void backend.cancelImport();
    const id = done?.id ?? null;
    if (!done || id === null) return;
    actions.offerUndo(doneWords(done), async () => {
      await backend.undoImport(id);
      actions.contactsChanged(translate("import-undone"));
    });
  }

  /** @param {ImportProgress} now */
  function showProgress({ done: part, total }) {
    if (!working) return;
    bar.max = Math.max(1, total);
    bar.value = part;
  }

  /** @param {string | null} problem */
  const tell = (problem) => setLine(errorPlace, problem);

  onPress(applyButton, apply, tell);
  onPress(byId("import-undo", HTMLButtonElement), undo, tell);
  for (const id of ["import-unreadable-save", "import-done-save"]) {
    onPress(byId(id, HTMLButtonElement), saveUnreadable, tell);
  }
  onPress(byId("import-cancel", HTMLButtonElement), () => backend.cancelImport(), tell);
  header.addEventListener("change", () => draft && void remap({ ...draft.preview.mapping, has_header: header.checked }));
  byId("import-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", closed);
  void backend.onImportProgress(showProgress);
  return { begin };
}

/** @param {string} words */
function item(words) {
  const element = document.createElement("li");
  setText(element, words);
  return element;
}

/** @param {ImportDuplicateView} duplicate */
export function duplicateWords({ line, name, display, other, is_contact }) {
  return translate(is_contact ? "import-duplicate-contact" : "import-duplicate-file", { line, name, number: display, other });
}

/** @param {UnreadableView} unreadable */
export function unreadableWords({ line, reason, content }) {
  return translate("import-unreadable-line", { line, reason: translate(`unreadable-${reason}`), content });
}

/** @param {Imported} imported */
export function doneWords({ added, merged, skipped, unreadable }) {
  const parts = [translate("imported-added", { count: added })];
  if (merged > 0) parts.push(translate("imported-merged", { count: merged }));
  if (skipped > 0) parts.push(translate("imported-skipped", { count: skipped }));
  if (unreadable > 0) parts.push(translate("imported-unreadable", { count: unreadable }));
  return parts.join(" ");
}
