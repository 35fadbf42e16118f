// The imports that can still be undone: a button leads to them, and each goes only after a question.

import { arrange, byId, focusIsLost, fromTemplate, setLine, setText, within } from "../page/dom.js";
import { formatDateTime } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/**
 * @import { ImportUndone, ImportView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Question } from "../window/confirm-dialog.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Pick<Actions, "contactsChanged">} needs.actions
 * @param {(question: Question) => Promise<boolean>} needs.confirm
 */
export function mountEarlierImports({ backend, actions, confirm }) {
  const button = byId("contacts-imports", HTMLButtonElement);
  const dialog = byId("imports-dialog", HTMLDialogElement);
  const list = byId("imports-list", HTMLElement);
  const status = byId("imports-status", HTMLElement);
  /** @type {ImportView[]} */
  let imports = [];

  async function load() {
    imports = await backend.listImports();
    update();
  }

  function update() {
    button.hidden = imports.length === 0;
    arrange(list, imports.map(rowElement));
    byId("imports-none", HTMLElement).hidden = imports.length > 0;
    if (dialog.open && focusIsLost()) byId("imports-title", HTMLElement).focus();
  }

  /** @param {ImportView} shown */
  function rowElement({ id, at, file_name: file, contacts: count }) {
    const row = list.querySelector(`[data-id="${id}"]`) ?? makeRow(id);
    const when = formatDateTime(at, language());
    const undo = within(row, "button", HTMLButtonElement);
    setText(within(row, ".import-row-file", HTMLElement), file);
    setText(within(row, ".import-row-about", HTMLElement), [when, translate("imports-count", { count })].join(" · "));
    setText(undo, translate("imports-undo"));
    undo.setAttribute("aria-label", translate("imports-undo-spoken", { file, when }));
    return row;
  }

  /** @param {number} id */
  function makeRow(id) {
    const row = fromTemplate("import-row-template", HTMLLIElement);
    row.dataset.id = String(id);
    onPress(within(row, "button", HTMLButtonElement), () => undo(id), tell);
    return row;
  }

  /** @param {number} id */
  async function undo(id) {
    const chosen = imports.find((one) => one.id === id);
    if (!chosen || !(await confirm(question(chosen)))) return;
    const told = undoneWords(await backend.undoImport(id));
    setText(status, told);
    actions.contactsChanged(told);
    await load();
  }

  function open() {
    tell(null);
    setText(status, "");
    update();
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  /** @param {string | null} problem */
  const tell = (problem) => setLine(byId("imports-error", HTMLElement), problem);

  button.addEventListener("click", open);
  byId("imports-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return { load, update };
}

/** @param {ImportView} chosen */
function question({ at, file_name: file, contacts: count }) {
  const when = formatDateTime(at, language());
  const [title, confirm] = [translate("imports-ask-title"), translate("imports-undo")];
  return { title, text: translate("imports-ask", { file, when, count }), confirm };
}

/** @param {ImportUndone} undone */
export function undoneWords({ removed, restored, kept }) {
  const parts = [translate("import-undone"), translate("import-undone-removed", { count: removed })];
  if (restored > 0) parts.push(translate("import-undone-restored", { count: restored }));
  if (kept > 0) parts.push(translate("import-undone-kept", { count: kept }));
  return parts.join(" ");
}
