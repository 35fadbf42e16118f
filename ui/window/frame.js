// The window around the views: its language, its theme, its banners, and which view is shown.

import { byId, fromTemplate, setText, within } from "../page/dom.js";
import { describe, translateTree, useWords } from "../page/l10n.js";

/**
 * @import { Bootstrap } from "../types.d.ts"
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
  document.documentElement.lang = language;
  translateTree(document);
  describe(within(document.head, "title", HTMLTitleElement), practice ? "window-title-practice" : "window-title");
}

/** @param {Model} model */
export function updateFrame({ view, settings, start }) {
  document.documentElement.dataset.theme = settings.theme;
  document.body.dataset.view = view;
  for (const name of VIEWS) byId(name, HTMLElement).hidden = name !== view;
  for (const id of ["practice-banner", "proof-practice"]) byId(id, HTMLElement).hidden = !start.practice;
  byId("leave-practice", HTMLElement).hidden = start.policy.practice === true;
  byId("host-banner", HTMLElement).hidden = start.other_host === null;
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
