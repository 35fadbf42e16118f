// The list of contacts under the recipient field.

import { arrange, byId, fromTemplate, setText, within } from "../page/dom.js";
import { describe, translate } from "../page/l10n.js";
import { afterPause, latestOnly } from "../page/latest.js";
import { isWorthLooking, pressKey } from "./combobox-keys.js";

/**
 * @import { SuggestionView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {HTMLInputElement} needs.input
 * @param {(contact: SuggestionView) => void} needs.choose
 * @param {() => void} needs.moveOn
 * @param {() => boolean} needs.isEmpty whether nothing is typed or chosen
 */
export function mountRecipientSuggestions({ backend, input, choose, moveOn, isEmpty }) {
  const list = byId("recipient-suggestions", HTMLUListElement);
  const count = byId("recipient-suggestions-count", HTMLElement);
  const newest = latestOnly();
  const pause = afterPause(() => void ask(), 100);
  /** @type {SuggestionView[]} */
  let contacts = [];
  let active = -1;

  function typed() {
    if (isWorthLooking(input.value)) pause.start();
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
   * @param {SuggestionView} contact
   * @param {number} place
   */
  function option({ name, organisation, label, display, is_favourite, do_not_write }, place) {
    const element = list.children[place] ?? fromTemplate("suggestion-template", HTMLLIElement);
    element.id = optionId(place);
    element.setAttribute("aria-selected", String(place === active));
    setText(within(element, ".suggestion-name", HTMLElement), name);
    setText(within(element, ".suggestion-organisation", HTMLElement), organisation === name ? "" : organisation);
    setText(within(element, ".suggestion-number", HTMLElement), [label, display].filter(Boolean).join(" · "));
    setText(within(element, ".suggestion-barred", HTMLElement), do_not_write ? translate("contact-do-not-write") : "");
    within(element, ".suggestion-favourite", HTMLElement).hidden = !is_favourite;
    setText(within(element, ".suggestion-favourite-words", HTMLElement), is_favourite ? translate("contact-favourite") : "");
    return element;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (opensRecent(event)) {
      event.preventDefault();
      return void ask();
    }
    const move = pressKey({ count: contacts.length, active }, event.key);
    if (move.kind !== "none") event.preventDefault();
    if (move.kind === "mark") mark(move.active);
    if (move.kind === "choose") take(move.active);
    if (move.kind === "close") close();
    if (move.kind === "move-on") moveOn();
  }

  /** An empty field offers favourites and recent ones. @param {KeyboardEvent} event */
  const opensRecent = ({ key }) => key === "ArrowDown" && contacts.length === 0 && isEmpty();

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
