// What will be dialled, under the recipient: who and which number, unless they stand above it already, which country, and
// quiet remarks about it.

import { arrange, setText } from "../page/dom.js";
import { countryName } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/** @import { RecipientView } from "../types.d.ts" */

/**
 * @param {HTMLElement} hint
 * @param {RecipientView | null} view null: nothing is known
 * @param {boolean} isChosen a chip shows the name and the number
 */
export function showRecipientHint(hint, view, isChosen) {
  const lines = view ? hintLines(view, isChosen, language()) : [];
  arrange(hint, lines.map((line, place) => hintLine(hint.children[place], line)));
}

/**
 * @param {Element | undefined} existing
 * @param {string} line
 */
function hintLine(existing, line) {
  const element = existing ?? document.createElement("p");
  setText(element, line);
  return element;
}

/**
 * What will be dialled, and quiet remarks about it.
 * @param {RecipientView} view
 * @param {boolean} isChosen
 * @param {string} inLanguage
 */
export function hintLines({ name, display, country, abroad, kind, known }, isChosen, inLanguage) {
  const place = country && countryName(country, inLanguage);
  const dialled = (isChosen ? [place] : [name, display, place]).filter(Boolean).join(" · ");
  const lines = dialled ? [dialled] : [];
  if (!known) lines.push(translate("recipient-not-known"));
  else if (kind === "landline") lines.push(translate("recipient-landline"));
  if (abroad) lines.push(translate("recipient-abroad"));
  return lines;
}
