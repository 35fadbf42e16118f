// Under every view: a link that waits because somebody is writing, or what of a link could not be taken. There is one bar,
// for the newest link. A link is a stranger's words: they are shown as text, and nothing is ever sent by them.

import { byId, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { isRepeated } from "../page/press.js";

/** @import { FormLink } from "../types.d.ts" */

/** So many of the other recipients are named one by one. */
const MOST_NAMED = 10;

/** A stranger's words are shown so far; all of them stand in the form. */
const MOST_LETTERS = 40;

/** What takes no letters from a keyboard. */
const NOT_WRITTEN_IN = ["button", "checkbox", "radio", "range", "submit"];

/**
 * @param {Object} needs
 * @param {() => boolean} needs.isFree nobody is writing anything
 * @param {(link: FormLink) => void} needs.open into the form; what stands there is kept beside
 * @param {() => void} needs.left the bar is gone, and with it the button that was pressed
 */
export function mountLinkBar({ isFree, open, left }) {
  const bar = byId("link-bar", HTMLElement);
  /** @type {FormLink | null} */
  let link = null;
  let waits = false;

  /** @param {FormLink} found */
  function linkIs(found) {
    link = found;
    waits = !isFree();
    if (!waits) open(found);
    update();
  }

  function take() {
    if (!link) return;
    waits = false;
    open(link);
    update();
  }

  function putAway() {
    link = null;
    update();
    left();
  }

  function update() {
    const words = link ? linkWords(link, waits) : "";
    bar.hidden = words === "";
    byId("link-actions", HTMLElement).hidden = !waits;
    byId("link-dismiss", HTMLElement).hidden = waits;
    setText(byId("link-words", HTMLElement), words);
  }

  byId("link-take", HTMLButtonElement).addEventListener("click", (event) => isRepeated(event) || take());
  byId("link-discard", HTMLButtonElement).addEventListener("click", putAway);
  byId("link-dismiss", HTMLButtonElement).addEventListener("click", putAway);
  return { linkIs, update };
}

/**
 * What is to be said of a link; nothing of one that went into the form as it is.
 * @param {FormLink} link
 * @param {boolean} waits
 */
export function linkWords({ recipient, others, extension, cut, copied }, waits) {
  const sentences = [
    waits && copied && translate("copied-waits", { recipient: short(recipient) }),
    waits && !copied && (recipient ? translate("link-waits", { recipient: short(recipient) }) : translate("link-waits-text")),
    others.length > 0 && othersWords(others),
    extension && translate("link-extension", { extension: short(extension) }),
    cut && translate("link-cut"),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** @param {string[]} others */
function othersWords(others) {
  const named = others.slice(0, MOST_NAMED).map(short).join(", ");
  const count = others.length - MOST_NAMED;
  return count > 0 ? translate("link-others-more", { others: named, count }) : translate("link-others", { others: named });
}

/** @param {string} text */
function short(text) {
  const letters = [...text];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join("")}…` : text;
}

/**
 * Whether somebody is writing elsewhere than in the form: in a dialog, or in a field of another view.
 * @param {Document} page
 */
export function isWrittenElsewhere(page) {
  const field = page.activeElement?.closest("input, textarea, select") ?? null;
  const takesLetters = field !== null && !NOT_WRITTEN_IN.includes(field.getAttribute("type") ?? "");
  return page.querySelector("dialog[open]") !== null || (takesLetters && field.closest("#message-form") === null);
}
