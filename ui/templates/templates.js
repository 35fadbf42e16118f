// The templates: texts that are used again, kept in the person's order.

import { arrange, byId, fromTemplate, rememberRow, setLine, setText, within } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";
import { mountTemplateFormDialog } from "./template-form-dialog.js";
import { emptyTemplate, moved, templateForm } from "./template-text.js";

/**
 * @import { Template } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Pick<Actions, "offerUndo">} needs.actions
 */
export function mountTemplates({ backend, actions }) {
  const list = byId("templates-list", HTMLElement);
  const status = byId("templates-status", HTMLElement);
  const errorPlace = byId("templates-error", HTMLElement);
  const form = mountTemplateFormDialog({
    backend,
    saved: ({ name }) => load(translate("template-saved", { name })),
    left: (again) => actions.offerUndo(translate("form-left"), async () => again()),
  });
  /** @type {Template[] | null} */
  let templates = null;
  let saving = Promise.resolve();
  let shown = false;

  /**
   * @param {string} told
   * @param {(fallback: HTMLElement) => void} [moveOn] where the focus goes if its row is gone
   */
  async function load(told, moveOn = rememberRow(list, ".template-row")) {
    setText(status, told);
    try {
      templates = await backend.listTemplates();
    } catch (thrown) {
      tell(asUiError(thrown).message);
    }
    update();
    if (shown) moveOn(byId("templates-title", HTMLElement));
  }

  function update() {
    arrange(list, (templates ?? []).map(rowElement));
    byId("templates-empty", HTMLElement).hidden = templates === null || templates.length > 0;
    byId("templates-export", HTMLElement).hidden = (templates ?? []).length === 0;
  }

  /** @param {Template} template */
  function rowElement(template) {
    const row = list.querySelector(`[data-id="${template.id}"]`) ?? makeRow(template.id);
    setText(within(row, ".template-row-name", HTMLElement), template.name);
    setText(within(row, ".template-row-body", HTMLElement), template.body);
    const language = template.language === null ? "" : translate(`settings-language-${template.language}`);
    setText(within(row, ".template-row-language", HTMLElement), language);
    for (const verb of ["edit", "delete", "up", "down"]) {
      verbButton(row, verb).setAttribute("aria-label", translate(`template-${verb}-spoken`, { name: template.name }));
    }
    verbButton(row, "up").disabled = template === templates?.at(0);
    verbButton(row, "down").disabled = template === templates?.at(-1);
    return row;
  }

  /** @param {number} id */
  function makeRow(id) {
    const row = fromTemplate("template-row-template", HTMLLIElement);
    row.dataset.id = String(id);
    for (const verb of ["edit", "delete"]) describe(verbButton(row, verb), `template-${verb}`);
    onPress(verbButton(row, "edit"), () => edit(id), tell);
    onPress(verbButton(row, "delete"), () => deleteOne(id), tell);
    verbButton(row, "up").addEventListener("click", () => move(id, -1));
    verbButton(row, "down").addEventListener("click", () => move(id, 1));
    return row;
  }

  /** @param {number} id */
  function edit(id) {
    const template = templates?.find((one) => one.id === id);
    if (template) form.show(templateForm(template));
  }

  /** @param {number} id */
  async function deleteOne(id) {
    const moveOn = rememberRow(list, ".template-row");
    const gone = await backend.deleteTemplate(id);
    await load("", moveOn);
    actions.offerUndo(translate("template-deleted", { name: gone.name }), async () => {
      await backend.bringBackTemplate(gone);
      await load(translate("template-back", { name: gone.name }));
    });
  }

  /**
   * Several steps may follow each other at once: what is seen goes ahead of what is saved.
   * @param {number} id
   * @param {-1 | 1} step
   */
  function move(id, step) {
    templates = moved(templates ?? [], id, step);
    update();
    focusMoved(id, step);
    const place = templates.findIndex((one) => one.id === id);
    const name = templates[place]?.name ?? "";
    setText(status, translate("template-moved", { name, place: place + 1, count: templates.length }));
    saving = saving.then(saveOrder);
  }

  /**
   * The row takes its button along; at the end of the list only the way back is left.
   * @param {number} id
   * @param {-1 | 1} step
   */
  function focusMoved(id, step) {
    const row = within(list, `[data-id="${id}"]`, HTMLLIElement);
    const [on, back] = step < 0 ? ["up", "down"] : ["down", "up"];
    const button = verbButton(row, on);
    (button.disabled ? verbButton(row, back) : button).focus();
  }

  async function saveOrder() {
    tell(null);
    try {
      await backend.reorderTemplates((templates ?? []).map(({ id }) => id));
    } catch (thrown) {
      await load("");
      tell(asUiError(thrown).message);
    }
  }

  async function takeIn() {
    const result = await backend.importTemplates();
    if (!result) return;
    const words = [translate("templates-imported", { count: result.added })];
    if (result.known > 0) words.push(translate("templates-known", { count: result.known }));
    await load(words.join(" "));
  }

  /** @param {"csv" | "json"} format */
  async function putOut(format) {
    const name = await backend.exportTemplates(format);
    if (name !== null) setText(status, translate("file-saved", { name }));
  }

  /** @param {string | null} problem */
  function tell(problem) {
    setLine(errorPlace, problem);
  }

  for (const id of ["template-new", "templates-empty-new"]) {
    byId(id, HTMLButtonElement).addEventListener("click", () => form.show(emptyTemplate()));
  }
  onPress(byId("templates-import", HTMLButtonElement), takeIn, tell);
  onPress(byId("templates-export-csv", HTMLButtonElement), () => putOut("csv"), tell);
  onPress(byId("templates-export-json", HTMLButtonElement), () => putOut("json"), tell);
  return {
    update(/** @type {Model} */ { view }) {
      const opened = view === "templates" && !shown;
      shown = view === "templates";
      if (opened) void load("");
      else if (shown) update();
    },
  };
}

/**
 * @param {Element} row
 * @param {string} verb
 */
const verbButton = (row, verb) => within(row, `[data-verb=${verb}]`, HTMLButtonElement);
