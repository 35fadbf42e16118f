// The recipient as people type it, and under it what will be dialled.

import { arrange, byId, setFieldError, setText } from "../dom.js";
import { asUiError } from "../errors.js";
import { countryName } from "../format.js";
import { language, translate } from "../l10n.js";
import { afterPause } from "../latest.js";
import { mountRecipientSuggestions } from "./recipient-suggestions.js";

/**
 * @import { RecipientView, UiError } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Model } from "../model.js"
 */

/** @typedef {{ view: RecipientView, error: null } | { view: null, error: UiError }} Checked */
/** @typedef {{ text: string, context: string, answer: Promise<Checked>, checked: Checked | null }} Check */

const PAUSE_MS = 300;

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {() => void} needs.changed
 * @param {() => void} needs.moveOn
 */
export function mountRecipientField({ backend, changed, moveOn }) {
  const input = byId("recipient", HTMLInputElement);
  const hint = byId("recipient-hint", HTMLElement);
  const errorPlace = byId("recipient-error", HTMLElement);
  const suggestions = mountRecipientSuggestions({ backend, input, choose, moveOn });
  const pause = afterPause(() => void check(), PAUSE_MS);
  /** @type {Check | null} */
  let current = null;
  let context = "";
  /** @type {string | null} */
  let homeCountry = null;
  let showsError = false;

  /** @returns {Promise<Checked>} */
  function check() {
    if (current?.text !== input.value || current.context !== context) current = begin(input.value);
    return current.answer;
  }

  /**
   * @param {string} text
   * @returns {Check}
   */
  function begin(text) {
    /** @type {Check} */
    const check = { text, context, answer: ask(text), checked: null };
    void check.answer.then((checked) => {
      check.checked = checked;
      if (check === current) update();
    });
    return check;
  }

  /**
   * @param {string} text
   * @returns {Promise<Checked>}
   */
  async function ask(text) {
    try {
      return { view: await backend.checkRecipient(text), error: null };
    } catch (thrown) {
      return { view: null, error: asUiError(thrown) };
    }
  }

  function typed() {
    current = null;
    showsError = false;
    pause.start();
    suggestions.typed();
    update();
    changed();
  }

  function left() {
    suggestions.close();
    pause.stop();
    if (input.value.trim() === "") return;
    showsError = true;
    void check();
    update();
  }

  /** @param {{ display: string }} contact */
  function choose({ display }) {
    setValue(display);
    changed();
  }

  /** @param {string} text */
  function setValue(text) {
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    showsError = false;
    current = null;
    if (text.trim() !== "") void check();
    update();
  }

  /** The number that is dialled, shown before this resolves; null with an error at the field. */
  async function settle() {
    pause.stop();
    suggestions.close();
    if (current?.checked?.error) current = null;
    const { view } = await check();
    showsError = !view;
    update();
    return view;
  }

  function update() {
    const checked = current?.text === input.value ? current.checked : null;
    const error = showsError ? (checked?.error?.message ?? null) : null;
    setFieldError(input, errorPlace, error);
    showHint(hint, checked?.view ?? null, homeCountry);
  }

  /** @param {Model} model */
  function updateFrom({ start, settings }) {
    homeCountry = settings.default_country ?? systemCountry();
    const before = context;
    context = `${start.language} ${settings.default_country}`;
    if (before !== context && input.value.trim() !== "") void check();
    update();
  }

  /** The number may have got a name meanwhile. */
  function recheck() {
    current = null;
    if (input.value.trim() !== "") void check();
  }

  /**
   * An error that Send came back with.
   * @param {UiError} error
   */
  function reject(error) {
    current = { text: input.value, context, answer: Promise.resolve({ view: null, error }), checked: { view: null, error } };
    showsError = true;
    update();
  }

  input.addEventListener("input", typed);
  input.addEventListener("blur", left);
  return {
    input, settle, setValue, reject, recheck,
    update: updateFrom,
    value: () => input.value,
    focus: () => input.focus(),
  };
}

/**
 * @param {HTMLElement} hint
 * @param {RecipientView | null} view
 * @param {string | null} homeCountry
 */
function showHint(hint, view, homeCountry) {
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
function systemCountry() {
  try {
    return new Intl.Locale(navigator.language).region ?? null;
  } catch {
    return null;
  }
}
