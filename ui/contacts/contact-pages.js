// The contacts known to the window, from pages, by the letters that they stand under. Pure.

/** @import { ContactCursor, ContactFilter, ContactPage, ContactRow } from "../types.d.ts" */

/** @type {Readonly<ContactFilter>} */
export const ALL_CONTACTS = { search: "", favourites: false, letter: null };

export function makeContactList() {
  /** @type {ContactRow[]} */
  let contacts = [];
  /** @type {Set<number>} */
  let known = new Set();
  /** @type {ContactCursor | null} */
  let next = null;
  let loaded = false;

  /**
   * The first page of another question.
   * @param {ContactPage} page
   */
  function replace(page) {
    contacts = [];
    known = new Set();
    add(page);
  }

  /** As long as the page, however many there are already. @param {ContactPage} page */
  function add(page) {
    for (const contact of page.contacts) {
      if (!known.has(contact.id)) contacts.push(contact);
      known.add(contact.id);
    }
    next = page.next;
    loaded = true;
  }

  return { replace, add, all: () => /** @type {readonly ContactRow[]} */ (contacts), next: () => next, loaded: () => loaded };
}

/**
 * Neighbours under the same letter together.
 * @param {ContactRow[]} contacts
 */
export function byLetter(contacts) {
  /** @type {{ letter: string, contacts: ContactRow[] }[]} */
  const groups = [];
  for (const contact of contacts) {
    const last = groups.at(-1);
    if (last?.letter === contact.letter) last.contacts.push(contact);
    else groups.push({ letter: contact.letter, contacts: [contact] });
  }
  return groups;
}

/** Whether anything but the whole list is asked for. @param {ContactFilter} filter */
export const isNarrowed = ({ search, favourites, letter }) => search.trim() !== "" || favourites || letter !== null;
