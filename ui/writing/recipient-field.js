// The recipient as people type, paste or choose it.

import { byId, setFieldError } from "../page/dom.js";
import { afterPause } from "../page/latest.js";
import { makeNumberCheck } from "./number-check.js";
import { mountRecipientChip } from "./recipient-chip.js";
import { showRecipientHint } from "./recipient-hint.js";
import { mountRecipientSuggestions } from "./recipient-suggestions.js";
import { readRecipient, recipientText } from "./recipient-text.js";

/**
 * @import { RecipientView, SuggestionView, UiError } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Model } from "../model.js"
 * @import { Found } from "./recipient-text.js"
 * @import { Chosen } from "./recipient-chip.js"
 */

const PAUSE_MS = 300;

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {() => void} needs.changed
 * @param {() => void} needs.moveOn
 * @param {(e164: string | null) => void} needs.settled whom the number in the field reaches, as far as it is known
 * @param {() => void} needs.decided somebody was chosen, or what was typed is left: nobody is meant by half of a number
 */
export function mountRecipientField({ backend, changed, moveOn, settled, decided }) {
  const input = byId("recipient", HTMLInputElement);
  const hint = byId("recipient-hint", HTMLElement);
  const errorPlace = byId("recipient-error", HTMLElement);
  const suggestions = mountRecipientSuggestions({ backend, input, choose, moveOn, isEmpty: () => isEmpty() });
  const chip = mountRecipientChip(removeChoice);
  const check = makeNumberCheck({ backend, number: () => number(), answered: () => update() });
  const pause = afterPause(() => void check.ask(), PAUSE_MS);
  /** @type {Chosen | null} */
  let chosen = null;
  let showsError = false;

  /** What is to be dialled, as it was chosen or written. */
  const number = () => chosen?.e164 ?? readRecipient(input.value).number;

  const isEmpty = () => chosen === null && input.value.trim() === "";

  /** What is typed beside a choice takes its place. */
  function typed() {
    check.forget();
    chosen = null;
    showsError = false;
    pause.start();
    suggestions.typed();
    update();
    changed();
  }

  function left() {
    suggestions.close();
    pause.stop();
    if (isEmpty()) return;
    showsError = true;
    void check.ask();
    update();
    decided();
  }

  /** @param {SuggestionView} suggestion */
  function choose(suggestion) {
    take(suggestion);
    changed();
  }

  /** @param {SuggestionView} suggestion */
  function take({ id, name, e164, display }) {
    chosen = { id, name, e164, display };
    input.value = "";
    anew();
    decided();
  }

  function removeChoice() {
    chosen = null;
    anew();
    changed();
  }

  function anew() {
    showsError = false;
    check.forget();
    if (!isEmpty()) void check.ask();
    update();
  }

  /** @param {string} text */
  function setValue(text) {
    chosen = null;
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    anew();
    const found = readRecipient(text);
    if (found.name !== "") void recognise(text, found);
  }

  /**
   * A name with its number is a choice, where there is such a contact.
   * @param {string} text
   * @param {Found} found
   */
  async function recognise(text, { name }) {
    const { view } = await check.ask();
    if (!view) return;
    const suggested = await backend.suggestContacts(view.display).catch(() => []);
    const same = suggested.filter(({ e164 }) => e164 === view.e164);
    const contact = same.find((one) => one.name === name) ?? same[0];
    if (contact && chosen === null && input.value === text) take(contact);
  }

  /**
   * The contact that was chosen may have another name now, or be gone.
   * @param {Chosen} was
   */
  async function renew(was) {
    const suggested = await backend.suggestContacts(was.display).catch(() => null);
    if (!suggested || chosen !== was) return;
    const now = suggested.find(({ id, e164 }) => id === was.id && e164 === was.e164);
    if (now) take(now);
    else setValue(recipientText(was.name, was.display));
  }

  /** @param {ClipboardEvent} event */
  function pasted(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const found = readRecipient(text);
    if (input.readOnly || found.number === text.trim()) return;
    event.preventDefault();
    setValue(found.name === "" ? found.number : recipientText(found.name, found.number));
    changed();
  }

  /** The number that is dialled, shown before this resolves; null with an error at the field. */
  async function settle() {
    pause.stop();
    suggestions.close();
    if (check.known()?.error) check.forget();
    const { view } = await check.ask();
    showsError = !view;
    update();
    return shownView(view);
  }

  /** The same, quietly: as far as it is known. */
  async function lookUp() {
    const e164 = isEmpty() ? null : ((await check.ask()).view?.e164 ?? null);
    return { e164, contactId: chosen?.id ?? null };
  }

  function update() {
    const checked = check.known();
    const error = showsError ? (checked?.error?.message ?? null) : null;
    setFieldError(input, errorPlace, error);
    chip.update(chosen);
    showRecipientHint(hint, shownView(checked?.view ?? null), chosen !== null);
    settled(checked?.view?.e164 ?? null);
  }

  /** The name that was chosen, where the number belongs to several. @param {RecipientView | null} view */
  const shownView = (view) => (view && chosen ? { ...view, name: chosen.name } : view);

  /** @param {Model} model */
  function updateFrom({ start, settings }) {
    const isNew = check.dependsOn(`${start.language} ${settings.default_country}`);
    if (isNew && !isEmpty()) void check.ask();
    update();
  }

  /** The number may have got a name meanwhile, or the choice another one. */
  function recheck() {
    if (chosen) void renew(chosen);
    check.forget();
    if (!isEmpty()) void check.ask();
  }

  /**
   * An error that Send came back with.
   * @param {UiError} error
   */
  function reject(error) {
    check.reject(error);
    showsError = true;
    update();
  }

  input.addEventListener("input", typed);
  input.addEventListener("paste", pasted);
  input.addEventListener("blur", left);
  return {
    input, settle, setValue, reject, recheck,
    update: updateFrom,
    value: () => (chosen ? recipientText(chosen.name, chosen.display) : input.value),
    contactId: () => chosen?.id ?? null,
    /** What was written beside the number of somebody who is no contact. */
    writtenName: () => (chosen ? "" : readRecipient(input.value).name),
    lookUp,
    focus: () => input.focus(),
  };
}
