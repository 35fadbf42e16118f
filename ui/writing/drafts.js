// The texts that were begun and put aside, beside the one in the form. Pure.

/** @import { Draft } from "../types.d.ts" */

const FIRST_WORDS = 60;

/** @param {Draft[]} found those of an earlier run, the one written last first */
export function makeShelf(found) {
  let drafts = found.filter((draft) => !isBlank(draft));
  /** @type {Draft | null} the one discarded last, until something else happens on the shelf */
  let discarded = null;

  /** @param {Draft} draft */
  function add(draft) {
    discarded = null;
    drafts = [draft, ...without(draft.id)];
  }

  /** @param {string} id */
  function take(id) {
    const draft = drafts.find((one) => one.id === id) ?? null;
    discarded = null;
    drafts = without(id);
    return draft;
  }

  /** @param {string} id */
  function discard(id) {
    discarded = take(id);
  }

  function bringBack() {
    const draft = discarded;
    if (draft) add(draft);
    return draft;
  }

  /** @param {string} id */
  const without = (id) => drafts.filter((one) => one.id !== id);

  return { add, take, discard, bringBack, all: () => drafts, discarded: () => discarded };
}

/** @returns {Draft} */
export function emptyDraft() {
  return { id: crypto.randomUUID(), recipient: "", body: "", sender_id: null, due_at: null, repeats: null, unfilled: [] };
}

/** @param {Pick<Draft, "recipient" | "body">} draft */
export const isBlank = ({ recipient, body }) => recipient.trim() === "" && body.trim() === "";

/**
 * The beginning of a text in one line, cut between words where it can be.
 * @param {string} body
 */
export function firstWords(body) {
  const line = body.trim().replace(/\s+/g, " ");
  const characters = [...line];
  if (characters.length <= FIRST_WORDS) return line;
  const cut = characters.slice(0, FIRST_WORDS).join("");
  return `${cut.replace(/\s+\S*$/, "")} …`;
}
