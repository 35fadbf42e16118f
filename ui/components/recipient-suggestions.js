// The list of contacts under the recipient field.

import { arrange, byId, fromTemplate, setText, within } from "../dom.js";
import { describe } from "../l10n.js";
import { afterPause, latestOnly } from "../latest.js";
import { looksLikeName, pressKey } from "./combobox-keys.js";

/**
 * @import { ContactView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {HTMLInputElement} needs.input
 * @param {(contact: ContactView) => void} needs.choose
 * @param {() => void} needs.moveOn
 */
export function mountRecipientSuggestions({ backend, input, choose, moveOn }) {
  const list = byId("recipient-suggestions", HTMLUListElement);
  const count = byId("recipient-suggestions-count", HTMLElement);
  const newest = latestOnly();
  const pause = afterPause(() => void ask(), 100);
  /** @type {ContactView[]} */
  let contacts = [];
  let active = -1;

  function typed() {
    if (looksLikeName(input.value)) pause.start();
    else close();
  }

  async function ask() {
    const latest = await newest(backend.suggestContacts(input.value.trim()));
    if (!latest || document.activeElement !== input) return;
    contacts = "answer" in latest ? latest.answer : [];
    active = -1;
    update();
  }

  function close() {
    pause.stop();
    void newest(Promise.resolve());
    contacts = [];
    active = -1;
    update();
  }

  function update() {
    arrange(list, contacts.map(option));
    list.hidden = contacts.length === 0;
    input.setAttribute("aria-expanded", String(contacts.length > 0));
    if (active >= 0) input.setAttribute("aria-activedescendant", optionId(active));
    else input.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
    tellCount();
  }

  function tellCount() {
    if (contacts.length > 0) describe(count, "recipient-suggestions-count", { count: contacts.length });
    else {
      count.removeAttribute("data-l10n-id");
      setText(count, "");
    }
  }

  /**
   * @param {ContactView} contact
   * @param {number} place
   */
  function option({ name, display }, place) {
    const element = list.children[place] ?? fromTemplate("suggestion-template", HTMLLIElement);
    element.id = optionId(place);
    element.setAttribute("aria-selected", String(place === active));
    setText(within(element, ".suggestion-name", HTMLElement), name);
    setText(within(element, ".suggestion-number", HTMLElement), display);
    return element;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = pressKey({ count: contacts.length, active }, event.key);
    if (move.kind !== "none") event.preventDefault();
    if (move.kind === "mark") mark(move.active);
    if (move.kind === "choose") take(move.active);
    if (move.kind === "close") close();
    if (move.kind === "move-on") moveOn();
  }

  /** @param {number} place */
  function mark(place) {
    active = place;
    update();
  }

  /** @param {number} place */
  function take(place) {
    const contact = contacts[place];
    close();
    if (contact) choose(contact);
  }

  /** @param {MouseEvent} event */
  function click(event) {
    const chosen = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (chosen) take([...list.children].indexOf(chosen));
  }

  input.addEventListener("keydown", press);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", click);
  return { typed, close };
}

/** @param {number} place */
const optionId = (place) => `recipient-option-${place}`;
