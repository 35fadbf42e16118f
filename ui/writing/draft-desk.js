// The texts being written: one in the form, the others beside it. None is lost when another takes its place.

import { keepDraft } from "./draft-keeper.js";
import { emptyDraft, isBlank, makeShelf } from "./drafts.js";

/**
 * @import { Draft } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @typedef {Omit<Draft, "id" | "repeats">} Fields what stands in the fields of the form
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "saveDraft" | "discardDraft">} needs.backend
 * @param {(kept: boolean) => void} needs.tell whether the texts are on the disk
 * @param {() => Fields} needs.read
 * @param {(draft: Draft) => void} needs.fill
 * @param {() => void} needs.focus
 * @param {(drafts: Draft[], discarded: Draft | null) => void} needs.show what stands beside the form
 * @param {() => void} needs.reveal scrolls to it
 */
export function makeDraftDesk({ backend, tell, read, fill, focus, show, reveal }) {
  const keeper = keepDraft(backend.saveDraft, tell);
  let shelf = makeShelf([]);
  let { id, repeats } = emptyDraft();

  /** @returns {Draft} */
  const draft = () => ({ ...read(), id, repeats });

  const edited = () => keeper.changed(draft());

  /**
   * What was typed before the window knew of the drafts stays.
   * @param {Draft[]} found
   */
  function restore([first, ...others]) {
    const typed = read();
    shelf = makeShelf(others);
    const base = first ?? { ...draft(), recipient: "", body: "" };
    put({ ...base, recipient: typed.recipient || base.recipient, body: joined(base.body, typed.body) });
    if (!isBlank(typed)) edited();
    update();
  }

  /** @param {Draft} next */
  function put(next) {
    ({ id, repeats } = next);
    fill(next);
  }

  /** @param {Draft} next what stands in the form goes beside it */
  function open(next) {
    leave();
    shelf.take(next.id);
    put(next);
    keeper.changed(next);
    update();
    focus();
  }

  /**
   * A text that was taken back comes into the form, or beside it where something else stands there.
   * @param {Draft} taken
   */
  function bringBack(taken) {
    if (isBlank(draft())) return open(taken);
    shelf.add(taken);
    update();
    focus();
    reveal();
  }

  /** Nothing of a blank one is kept. */
  function leave() {
    const left = draft();
    if (isBlank(left)) return keeper.changed({ ...left, recipient: "", body: "" });
    shelf.add(left);
    keeper.changed(left);
  }

  /** The text in the form is a message now. */
  function sent() {
    keeper.forget(id);
    put(emptyDraft());
  }

  /** @param {string} chosen */
  function goOn(chosen) {
    const found = shelf.take(chosen);
    if (found) open(found);
  }

  /** @param {string} unwanted */
  async function discard(unwanted) {
    shelf.discard(unwanted);
    update();
    keeper.forget(unwanted);
    await keeper.saveNow();
    await backend.discardDraft(unwanted).catch(undoDiscard);
  }

  function undoDiscard() {
    const found = shelf.bringBack();
    if (found) keeper.changed(found);
    update();
  }

  const update = () => show(shelf.all(), shelf.discarded());

  return {
    draft, edited, restore, open, bringBack, goOn, discard, undoDiscard, sent, update,
    rest: keeper.rest, resume: keeper.resume, saveNow: keeper.saveNow,
  };
}

/** @param {string[]} texts */
const joined = (...texts) => texts.filter(Boolean).join("\n");
