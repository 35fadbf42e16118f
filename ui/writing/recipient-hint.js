// What will be dialled, under the recipient: who, which number, which country, and quiet remarks about it.

import { arrange, setText } from "../page/dom.js";
import { countryName } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/** @import { RecipientView } from "../types.d.ts" */

/**
 * @param {HTMLElement} hint
 * @param {RecipientView | null} view null: nothing is known
 * @param {string | null} homeCountry
 */
export function showRecipientHint(hint, view, homeCountry) {
  const lines = view ? hintLines(view, homeCountry, language()) : [];
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
 * @param {string | null} homeCountry
 * @param {string} inLanguage
 */
export function hintLines({ name, display, country, kind, known }, homeCountry, inLanguage) {
  const place = country && countryName(country, inLanguage);
  const lines = [[name, display, place].filter(Boolean).join(" · ")];
  if (!known) lines.push(translate("recipient-not-known"));
  else if (kind === "landline") lines.push(translate("recipient-landline"));
  if (country && homeCountry && country !== homeCountry) lines.push(translate("recipient-abroad"));
  return lines;
}

/** The system's country, where its language names one. */
export function systemCountry() {
  try {
    return new Intl.Locale(navigator.language).region ?? null;
  } catch {
    return null;
  }
}
