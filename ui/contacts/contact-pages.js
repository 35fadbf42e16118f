// The contacts known to the window, from pages, by the letters that they stand under. Pure.

/** @import { ContactCursor, ContactFilter, ContactPage, ContactRow } from "../types.d.ts" */

/** @type {Readonly<ContactFilter>} */
export const ALL_CONTACTS = { search: "", favourites: false, letter: null };

export function makeContactList() {
  /** @type {ContactRow[]} */
  let contacts = [];
  /** @type {ContactCursor | null} */
  let next = null;
  let loaded = false;

  /**
   * The first page of another question.
   * @param {ContactPage} page
   */
  function replace(page) {
    contacts = [];
    add(page);
  }

  /** @param {ContactPage} page */
  function add(page) {
    const known = new Set(contacts.map(({ id }) => id));
    contacts = [...contacts, ...page.contacts.filter(({ id }) => !known.has(id))];
    next = page.next;
    loaded = true;
  }

  return { replace, add, all: () => contacts, next: () => next, loaded: () => loaded };
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
