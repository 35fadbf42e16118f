// The window around the views: its language, its theme, its banners, and which view is shown.

import { byId, fromTemplate, setText, within } from "../page/dom.js";
import { describe, translateTree, useWords } from "../page/l10n.js";

/**
 * @import { Bootstrap, FirstLook } from "../types.d.ts"
 * @import { Model, ViewName } from "../model.js"
 */

/** @type {ViewName[]} */
const VIEWS = ["new-message", "outbox", "history", "contacts", "templates", "settings", "first-run", "help"];

/**
 * The window's language, everywhere.
 * @param {Bootstrap} start
 */
export function speak({ language, words, practice }) {
  useWords(language, words);
  const page = document.documentElement;
  // The page has come with the words of its language.
  if (page.lang !== language) translateTree(document);
  page.lang = language;
  describe(within(document.head, "title", HTMLTitleElement), practice ? "window-title-practice" : "window-title");
}

/** The colours and the banners. @param {FirstLook} look */
export function updateLook({ theme, practice, other_host }) {
  document.documentElement.dataset.theme = theme;
  for (const id of ["practice-banner", "proof-practice"]) byId(id, HTMLElement).hidden = !practice;
  byId("host-banner", HTMLElement).hidden = other_host === null;
}

/** @param {Model} model */
export function updateFrame({ view, settings, start }) {
  updateLook({ ...start, theme: settings.theme });
  document.body.dataset.view = view;
  for (const name of VIEWS) byId(name, HTMLElement).hidden = name !== view;
  byId("leave-practice", HTMLElement).hidden = start.policy.practice === true;
  describe(byId("host-banner-text", HTMLElement), "host-banner", { host: start.other_host ?? "" });
}

/**
 * Without the first answer there is no window to speak of: what the program said is shown alone.
 * @param {string} message
 */
export function showFatal(message) {
  const notice = fromTemplate("notice-template", HTMLElement);
  notice.dataset.kind = "start";
  setText(within(notice, ".notice-text", HTMLElement), message);
  within(notice, ".notice-dismiss", HTMLElement).hidden = true;
  for (const name of VIEWS) byId(name, HTMLElement).hidden = true;
  within(document.body, ".navigation", HTMLElement).hidden = true;
  byId("notices", HTMLElement).append(notice);
}
