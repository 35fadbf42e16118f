// The first rows of a file before its import; what each column means can be changed at its head.

import { arrange, byId, setOptions, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { MEANINGS, withMeaning } from "./import-mapping.js";

/**
 * @import { ImportPreview, Mapping } from "../types.d.ts"
 * @import { MeaningKind } from "./import-mapping.js"
 */

/** @param {(mapping: Mapping) => void} changed */
export function mountImportTable(changed) {
  const head = byId("import-head", HTMLTableRowElement);
  const rows = byId("import-rows", HTMLTableSectionElement);
  /** @type {ImportPreview | null} */
  let shown = null;

  /** @param {ImportPreview} preview */
  function update(preview) {
    shown = preview;
    arrange(head, preview.mapping.columns.map(headCell));
    head.hidden = preview.kind === "v-card";
    arrange(rows, preview.first.map(rowElement));
  }

  /**
   * @param {Mapping["columns"][number]} meaning
   * @param {number} column
   */
  function headCell(meaning, column) {
    const cell = head.children[column] ?? makeHeadCell(column);
    const [name, select] = [cell.querySelector("span"), cell.querySelector("select")];
    const header = shown?.headers[column] || translate("import-column", { number: column + 1 });
    if (name) setText(name, header);
    if (!select) return cell;
    setOptions(select, MEANINGS.map((kind) => ({ value: kind, words: translate(`meaning-${kind}`) })), meaning.kind);
    select.setAttribute("aria-label", translate("import-meaning", { column: header }));
    return cell;
  }

  /** @param {number} column */
  function makeHeadCell(column) {
    const cell = document.createElement("th");
    const [box, select] = [document.createElement("div"), document.createElement("select")];
    cell.scope = "col";
    box.className = "select";
    box.append(select);
    select.addEventListener("change", () => change(column, /** @type {MeaningKind} */ (select.value)));
    cell.append(document.createElement("span"), box);
    return cell;
  }

  /**
   * @param {number} column
   * @param {MeaningKind} kind
   */
  function change(column, kind) {
    if (shown) changed(withMeaning(shown.mapping, column, kind, shown.headers));
  }

  return { update };
}

/** @param {string[]} cells */
function rowElement(cells) {
  const row = document.createElement("tr");
  row.append(...cells.map((text) => {
    const cell = document.createElement("td");
    setText(cell, text);
    return cell;
  }));
  return row;
}
