// The contacts: searched as one types, by letters, favourites and recent first, and never all of them in the page.

import { byId, rememberRow, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { afterPause, latestOnly } from "../page/latest.js";
import { makeListWindow } from "../page/list-window.js";
import { mountContactExchange } from "./contact-exchange.js";
import { emptyForm } from "./contact-form.js";
import { mountContactLetters } from "./contact-letters.js";
import { mountContactList } from "./contact-list.js";
import { ALL_CONTACTS, isNarrowed, makeContactList } from "./contact-pages.js";
import { mountEarlierImports } from "./earlier-imports.js";
import { mountSameNumber } from "./same-number.js";

/**
 * @import { ContactCursor, ContactFilter, LetterView, SuggestionView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 * @import { Question } from "../window/confirm-dialog.js"
 */

/** So near to the end of the list, more contacts are fetched. */
const NEAR_PX = 800;

const PAUSE_MS = 150;

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 * @param {(question: Question) => Promise<boolean>} needs.confirm
 */
export function mountContacts({ backend, actions, confirm }) {
  const main = byId("main", HTMLElement);
  const search = byId("contacts-search", HTMLInputElement);
  const favourites = byId("contacts-favourites", HTMLButtonElement);
  const moreButton = byId("contacts-more", HTMLButtonElement);
  const beforeButton = byId("contacts-before", HTMLButtonElement);
  const errorPlace = byId("contacts-error", HTMLElement);
  const list = mountContactList({ actions, viewport: main });
  const letterBar = mountContactLetters((letter) => choose({ letter }));
  mountContactExchange({ backend, actions });
  const sameNumber = mountSameNumber({ backend, actions });
  const earlierImports = mountEarlierImports({ backend, actions, confirm });
  const contacts = makeContactList();
  const part = makeListWindow();
  const newest = latestOnly();
  const pause = afterPause(() => choose({ search: search.value, letter: null }), PAUSE_MS);
  /** @type {ContactFilter} */
  let filter = ALL_CONTACTS;
  /** @type {LetterView[]} */
  let letters = [];
  /** @type {SuggestionView[]} */
  let suggested = [];
  let loading = false;
  let loaded = Promise.resolve();
  let shown = false;

  /** @param {Partial<ContactFilter>} change */
  function choose(change) {
    pause.stop();
    filter = { ...filter, ...change };
    main.scrollTop = 0;
    void load();
  }

  /** Everything anew, from the top. */
  async function load() {
    void loadAround();
    if (await ask(null)) part.reset();
    update();
    await Promise.all([sameNumber.load(), earlierImports.load()]).catch(() => {});
  }

  /** What stands above the list; the list does not wait for it. */
  async function loadAround() {
    const [found, first] = await Promise.all([
      backend.contactLetters().catch(() => []), backend.suggestContacts("").catch(() => []),
    ]);
    letters = found;
    suggested = first;
    update();
  }

  /** @param {ContactCursor | null} after */
  async function ask(after) {
    loading = true;
    setLine(errorPlace, null);
    update();
    const latest = await newest(backend.listContacts({ ...filter, search: filter.search.trim() }, after));
    if (!latest) return false;
    loading = false;
    if ("thrown" in latest) setLine(errorPlace, asUiError(latest.thrown).message);
    else if (after === null) contacts.replace(latest.answer);
    else contacts.add(latest.answer);
    return "answer" in latest;
  }

  function update() {
    const all = contacts.all();
    const narrowed = isNarrowed(filter);
    const nothing = contacts.loaded() && !loading && all.length === 0;
    byId("contacts-tools", HTMLElement).hidden = nothing && !narrowed;
    byId("contacts-loading", HTMLElement).hidden = !loading || all.length > 0;
    byId("contacts-empty", HTMLElement).hidden = !nothing || narrowed;
    byId("contacts-none", HTMLElement).hidden = !nothing || !narrowed;
    byId("contacts-export", HTMLElement).hidden = nothing && !narrowed;
    favourites.setAttribute("aria-pressed", String(filter.favourites));
    letterBar.update(filter.search.trim() === "" && !filter.favourites ? letters : [], filter.letter);
    moreButton.hidden = !hasMore();
    beforeButton.hidden = !part.hasNewer();
    const first = narrowed ? [] : suggested;
    byId("contacts-first", HTMLElement).hidden = first.length === 0;
    if (shown) list.show(part.visible(all), first);
  }

  const hasMore = () => contacts.next() !== null || part.hasOlder(contacts.all().length);

  /** @param {Model} model */
  function updateFrom({ view }) {
    const opened = view === "contacts" && !shown;
    shown = view === "contacts";
    if (opened) setText(byId("contacts-status", HTMLElement), "");
    sameNumber.update();
    earlierImports.update();
    if (opened) loaded = load();
    else if (shown) update();
  }

  async function showMore() {
    if (loading) return;
    if (!part.hasOlder(contacts.all().length) && contacts.next()) await ask(contacts.next());
    list.keepingPlace(() => {
      part.goOlder(contacts.all().length);
      update();
    });
  }

  function showBefore() {
    list.keepingPlace(() => {
      part.goNewer();
      update();
    });
  }

  /** By the button the focus goes on, too: to the first contact that came. */
  async function pressMore() {
    const last = list.last();
    await showMore();
    list.focusAfter(last);
  }

  function scrolled() {
    if (!shown || loading) return;
    if (hasMore() && main.scrollHeight - main.scrollTop - main.clientHeight < NEAR_PX) void showMore();
    else if (part.hasNewer() && main.scrollTop < NEAR_PX / 2) showBefore();
  }

  function clear() {
    search.value = "";
    choose(ALL_CONTACTS);
    search.focus();
  }

  /** @param {string} told */
  async function reload(told) {
    const moveOn = rememberRow(byId("contacts-all", HTMLElement), ".contact-row");
    setText(byId("contacts-status", HTMLElement), told);
    if (shown) await load();
    if (shown) moveOn(byId("contacts-title", HTMLElement));
  }

  search.addEventListener("input", () => pause.start());
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) choose({ search: search.value, letter: null });
  });
  favourites.addEventListener("click", () => choose({ favourites: !filter.favourites, letter: null }));
  for (const id of ["contact-new", "contacts-empty-new"]) {
    byId(id, HTMLButtonElement).addEventListener("click", () => actions.editContact(emptyForm()));
  }
  byId("contacts-clear", HTMLButtonElement).addEventListener("click", clear);
  moreButton.addEventListener("click", () => void pressMore());
  beforeButton.addEventListener("click", showBefore);
  main.addEventListener("scroll", scrolled, { passive: true });
  return {
    update: updateFrom,
    reload,
    /** The focus goes to the search as soon as there is one. */
    async search() {
      if (!contacts.loaded()) await loaded;
      if (shown) search.focus();
    },
  };
}
