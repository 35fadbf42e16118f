// Small typed helpers over the page: find, show, set, arrange.

import { translateTree } from "./l10n.js";
import { putWords, wordsId } from "./live-words.js";

/**
 * @template {Element} T
 * @param {string} id
 * @param {{ new (): T }} kind
 * @returns {T}
 */
export function byId(id, kind) {
  return checked(document.getElementById(id), kind, `#${id}`);
}

/**
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {{ new (): T }} kind
 * @returns {T}
 */
export function within(root, selector, kind) {
  return checked(root.querySelector(selector), kind, selector);
}

/**
 * The first element of a template, anew and with its words.
 * @template {Element} T
 * @param {string} id
 * @param {{ new (): T }} kind
 * @returns {T}
 */
export function fromTemplate(id, kind) {
  const copy = document.importNode(byId(id, HTMLTemplateElement).content, true);
  translateTree(copy);
  return checked(copy.firstElementChild, kind, `#${id}`);
}

/**
 * @template {Element} T
 * @param {Element | null} element
 * @param {{ new (): T }} kind
 * @param {string} what
 * @returns {T}
 */
function checked(element, kind, what) {
  if (element instanceof kind) return element;
  throw new TypeError(`The page has no ${what} of the kind ${kind.name}.`);
}

/**
 * Text is only ever set as text; equal text is left alone, so that live regions stay quiet.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  putWords(element, text);
}

/**
 * An optional line: its words, or hidden where there are none.
 * @param {HTMLElement} element
 * @param {string | null | undefined} text
 */
export function setLine(element, text) {
  setText(element, text ?? "");
  element.hidden = !text;
}

/**
 * Makes these the parent's children without moving those that stand right: what has the focus keeps it.
 * @param {Element} parent
 * @param {Element[]} wanted
 */
export function arrange(parent, wanted) {
  const keep = new Set(wanted);
  [...parent.children].filter((child) => !keep.has(child)).forEach((child) => child.remove());
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
}

/**
 * What is so already is left alone: WebKit lays out and draws the whole view for each choice that is set.
 * @param {HTMLSelectElement} select
 * @param {{ value: string, words: string, disabled?: boolean }[]} options
 * @param {string} chosen
 */
export function setOptions(select, options, chosen) {
  arrange(select, options.map((option, place) => optionElement(select.options[place], option)));
  if (select.selectedOptions[0]?.value !== chosen) select.value = chosen;
}

/**
 * @param {HTMLOptionElement | undefined} existing
 * @param {{ value: string, words: string, disabled?: boolean }} option
 */
function optionElement(existing, { value, words, disabled = false }) {
  const element = existing ?? document.createElement("option");
  if (element.getAttribute("value") !== value) element.value = value;
  if (element.disabled !== disabled) element.disabled = disabled;
  setText(element, words);
  return element;
}

/** Whether the control that had the focus is gone: the person would have to begin at the top again. */
export function focusIsLost() {
  const active = document.activeElement ?? document.body;
  return active === document.body || active.closest("[hidden]") !== null;
}

/**
 * Where the focus is in a list whose row may go: afterwards it is on the row that stands in its place.
 * @param {ParentNode} root
 * @param {string} rowSelector
 * @returns {(fallback: HTMLElement) => void} to be called once the row may be gone
 */
export function rememberRow(root, rowSelector) {
  const at = [...root.querySelectorAll(rowSelector)].findIndex((row) => row.contains(document.activeElement));
  return (fallback) => {
    if (!focusIsLost()) return;
    const rows = [...root.querySelectorAll(rowSelector)];
    const next = at < 0 ? undefined : (rows[at] ?? rows.at(-1));
    (firstButton(next) ?? fallback).focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };
}

/** @param {Element | undefined} row */
const firstButton = (row) => [...(row?.querySelectorAll("button") ?? [])].find((one) => !one.disabled && one.checkVisibility());

/**
 * An error at its field, or none.
 * @param {HTMLElement} field
 * @param {HTMLElement} place
 * @param {string | null} message
 */
export function setFieldError(field, place, message) {
  setLine(place, message);
  describeByWords(field, place.id);
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/**
 * @param {HTMLElement} field
 * @param {string} place the id of what is a live region
 */
function describeByWords(field, place) {
  const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
  const described = ids.map((id) => (id === place ? wordsId(id) : id)).join(" ");
  if (described) field.setAttribute("aria-describedby", described);
}

/**
 * A button that is at work stays where it is and keeps the focus, but does nothing more.
 * @param {HTMLButtonElement} button
 * @param {boolean} busy
 */
export function setBusy(button, busy) {
  if (busy) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}

/** @param {Element} button */
export const isBusy = (button) => button.getAttribute("aria-disabled") === "true";
