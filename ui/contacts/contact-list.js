// The rows of the contacts under their letters: those that are shown, with what has the focus left alone.

import { arrange, byId, fromTemplate, setText, within } from "../page/dom.js";
import { keepingPlace } from "../page/keep-place.js";
import { byLetter } from "./contact-pages.js";
import { mountContactRow } from "./contact-row.js";

/**
 * @import { ContactRow, SuggestionView } from "../types.d.ts"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Actions, "showContact" | "writeTo">} needs.actions
 * @param {HTMLElement} needs.viewport what scrolls
 */
export function mountContactList({ actions, viewport }) {
  const place = byId("contacts-all", HTMLElement);
  const list = byId("contacts-list", HTMLElement);
  const first = byId("contacts-first-list", HTMLElement);
  /** @type {Map<string, ReturnType<typeof mountContactRow>>} */
  const rows = new Map();
  /** @type {Map<string, HTMLElement>} */
  const groups = new Map();

  /** @returns {HTMLElement[]} */
  const items = () => [...list.querySelectorAll("li")];

  /**
   * @param {ContactRow[]} contacts
   * @param {SuggestionView[]} suggested
   */
  function show(contacts, suggested) {
    arrange(first, suggested.map((contact) => rowElement(`first-${contact.id}-${contact.e164}`, contact)));
    arrange(list, byLetter(contacts).map(groupElement));
    for (const [key, { element }] of rows) if (!element.isConnected) rows.delete(key);
    for (const [key, element] of groups) if (!element.isConnected) groups.delete(key);
  }

  /** @param {{ letter: string, contacts: ContactRow[] }} group */
  function groupElement({ letter, contacts }) {
    const element = groups.get(letter) ?? fromTemplate("contact-group-template", HTMLElement);
    groups.set(letter, element);
    setText(within(element, "h2", HTMLElement), letter);
    arrange(within(element, "ol", HTMLElement), contacts.map((contact) => rowElement(`${contact.id}`, contact)));
    return element;
  }

  /**
   * @param {string} key
   * @param {ContactRow | SuggestionView} contact
   */
  function rowElement(key, contact) {
    const row = rows.get(key) ?? mountContactRow(actions);
    rows.set(key, row);
    row.update(contact);
    return row.element;
  }

  /** The arrows go from contact to contact. @param {KeyboardEvent} event */
  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(event.target instanceof Element) || !event.target.matches(".contact-row-open")) return;
    const all = [...place.querySelectorAll(".contact-row-open")];
    const next = all[all.indexOf(event.target) + step];
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  }

  /** @param {HTMLElement | undefined} row */
  function focusAfter(row) {
    const all = items();
    const next = row && all[all.indexOf(row) + 1];
    if (next) within(next, ".contact-row-open", HTMLElement).focus({ preventScroll: true });
  }

  place.addEventListener("keydown", press);
  return {
    show, focusAfter,
    last: () => items().at(-1),
    keepingPlace: (/** @type {() => void} */ change) => keepingPlace(viewport, items(), change),
  };
}
