// Words: one Fluent bundle for the window, and its binding to the page by `data-l10n-id`.

import { FluentBundle, FluentNumber, FluentResource } from "../vendor/fluent-bundle/index.js";
import { formatWhole } from "./format.js";
import { putWords } from "./live-words.js";

/**
 * @import { Pattern } from "../vendor/fluent-bundle/ast.js"
 */

/** @typedef {Record<string, string | number>} Args */

/** The attributes of an element that words may fill. */
const ATTRIBUTES = ["aria-label", "placeholder", "title"];

/** Where a message ends: what begins in the first column is the next one, or a comment. */
const END = /\n(?=[a-z#])/g;

/** A whole number within words. `Intl` takes some 15 ms for its first, in the first picture. */
class Count extends FluentNumber {
  /** @override */
  toString() {
    return formatWhole(this.value, language());
  }
}

let bundle = new FluentBundle("en");
let words = "";

/**
 * Isolation marks are left out because they would end up in copied numbers.
 * @param {string} language
 * @param {string} source the text of its `.ftl` file, in which no message refers to another
 */
export function useWords(language, source) {
  bundle = new FluentBundle(language, { useIsolating: false });
  words = `\n${source}`;
}

/**
 * A message is read when it is first asked for: of more than eight hundred the first picture needs few.
 * @param {string} id
 */
function messageOf(id) {
  if (!bundle.hasMessage(id)) bundle.addResource(new FluentResource(textOf(id)));
  return bundle.getMessage(id);
}

/** @param {string} id */
function textOf(id) {
  const start = words.indexOf(`\n${id} =`);
  if (start < 0) return "";
  END.lastIndex = start + 1;
  return words.slice(start, END.exec(words)?.index);
}

/** The language that the window speaks, for `Intl`. */
export const language = () => /** @type {string} */ (bundle.locales[0]);

/**
 * @param {string} id
 * @param {Args} [args]
 */
export function translate(id, args = {}) {
  const value = messageOf(id)?.value;
  return value ? written(value, args) : id;
}

/**
 * @param {Pattern} pattern
 * @param {Args} args
 */
function written(pattern, args) {
  const counted = Object.entries(args).map(([name, value]) => [name, Number.isInteger(value) ? new Count(Number(value)) : value]);
  return bundle.formatPattern(pattern, Object.fromEntries(counted), []);
}

/**
 * Binds an element to its words, now and for every later language.
 * @param {Element} element
 * @param {string} id
 * @param {Args} [args]
 */
export function describe(element, id, args = {}) {
  element.setAttribute("data-l10n-id", id);
  element.setAttribute("data-l10n-args", JSON.stringify(args));
  fill(element);
}

/** @param {ParentNode} root */
export function translateTree(root) {
  root.querySelectorAll("[data-l10n-id]").forEach(fill);
}

/** @param {Element} element */
function fill(element) {
  const message = messageOf(element.getAttribute("data-l10n-id") ?? "");
  const args = JSON.parse(element.getAttribute("data-l10n-args") ?? "{}");
  if (message?.value) putWords(element, written(message.value, args));
  for (const [name, pattern] of Object.entries(message?.attributes ?? {})) {
    if (ATTRIBUTES.includes(name)) element.setAttribute(name, written(pattern, args));
  }
}
