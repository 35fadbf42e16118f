// Contacts that share a number: a quiet button says so, and its dialog makes two of them one, or two again.

import { arrange, byId, focusIsLost, fromTemplate, setLine, setText, within } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";
import { countSharing, pairsOf, renewed } from "./pairs.js";
import { unmerge } from "./unmerge.js";

/**
 * @import { ContactRow, DuplicateView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 * @import { Pair } from "./pairs.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Pick<Actions, "contactsChanged" | "offerUndo">} needs.actions
 */
export function mountSameNumber({ backend, actions }) {
  const button = byId("contacts-same-number", HTMLButtonElement);
  const dialog = byId("same-number-dialog", HTMLDialogElement);
  const list = byId("same-number-list", HTMLElement);
  const status = byId("same-number-status", HTMLElement);
  /** @type {DuplicateView[]} */
  let duplicates = [];
  /** @type {Pair[]} */
  let pairs = [];
  let changed = false;

  /** They are looked for only when they are shown: nothing waits for them. */
  async function load() {
    duplicates = await backend.listDuplicates();
    pairs = renewed(dialog.open ? pairs : [], pairsOf(duplicates));
    update();
  }

  function update() {
    button.hidden = duplicates.length === 0;
    setText(button, buttonWords(countSharing(duplicates)));
    arrange(list, pairs.map(rowElement));
    byId("same-number-none", HTMLElement).hidden = pairs.length > 0;
    if (dialog.open && focusIsLost()) byId("same-number-title", HTMLElement).focus();
  }

  /** @param {Pair} pair */
  function rowElement({ key, one, other, numbers, merged }) {
    const row = list.querySelector(`[data-key="${key}"]`) ?? makeRow(key);
    const verb = within(row, "button", HTMLButtonElement);
    const names = { one: one.name, other: other.name };
    setText(within(row, ".pair-row-numbers", HTMLElement), numbers.join(", "));
    setText(within(row, ".pair-row-one", HTMLElement), merged ? mergedWords(merged.contact.name) : about(one));
    setLine(within(row, ".pair-row-other", HTMLElement), merged ? null : about(other));
    setText(verb, translate(merged ? "undo" : "same-number-merge"));
    verb.setAttribute("aria-label", translate(merged ? "same-number-undo-spoken" : "same-number-merge-spoken", names));
    return row;
  }

  /** @param {string} key */
  function makeRow(key) {
    const row = fromTemplate("pair-row-template", HTMLLIElement);
    row.dataset.key = key;
    onPress(within(row, "button", HTMLButtonElement), () => press(key), tell);
    return row;
  }

  /** @param {string} key */
  async function press(key) {
    const pair = pairs.find((one) => one.key === key);
    if (pair?.merged) await partAgain(pair);
    else if (pair) await makeOne(pair);
  }

  /** @param {Pair} pair */
  async function makeOne(pair) {
    const merged = await backend.mergeContacts(pair.one.id, pair.other.id);
    put({ ...pair, merged });
    setText(status, mergedWords(merged.contact.name));
    await load();
  }

  /** @param {Pair} pair */
  async function partAgain(pair) {
    if (pair.merged) await backend.unmergeContacts(pair.merged);
    put({ ...pair, merged: null });
    setText(status, translate("contact-unmerged"));
    await load();
  }

  /** @param {Pair} now */
  function put(now) {
    changed = true;
    pairs = pairs.map((pair) => (pair.key === now.key ? now : pair));
  }

  function open() {
    update();
    tell(null);
    setText(status, "");
    changed = false;
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  /** What was made one last can still be undone when the dialog is gone. */
  function closed() {
    const last = pairs.findLast(({ merged }) => merged)?.merged;
    pairs = pairsOf(duplicates);
    if (changed) actions.contactsChanged("");
    if (last) actions.offerUndo(mergedWords(last.contact.name), unmerge({ backend, actions }, last));
  }

  /** @param {string | null} problem */
  const tell = (problem) => setLine(byId("same-number-error", HTMLElement), problem);

  button.addEventListener("click", open);
  byId("same-number-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", closed);
  return { load, update };
}

/** @param {number | null} count */
const buttonWords = (count) =>
  count === null ? translate("contacts-same-number-many") : translate("contacts-same-number", { count });

/** @param {string} name */
const mergedWords = (name) => translate("contact-merged", { name });

/** @param {ContactRow} contact */
const about = ({ name, organisation }) => [name, organisation === name ? "" : organisation].filter(Boolean).join(" · ");
