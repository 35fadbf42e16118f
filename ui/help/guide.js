// The user guide: the same text as docs/guide.*.md, which the program carries in both languages.

import { byId, setLine } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { language } from "../page/l10n.js";

/**
 * @import { GuideNode } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Model } from "../model.js"
 */

/** @param {Pick<Backend, "guide">} backend */
export function mountGuide(backend) {
  const place = byId("guide-content", HTMLElement);
  let spoken = "";

  async function load() {
    try {
      place.replaceChildren(...(await backend.guide()).map(made));
      setLine(byId("guide-error", HTMLElement), null);
    } catch (thrown) {
      spoken = "";
      setLine(byId("guide-error", HTMLElement), asUiError(thrown).message);
    }
  }

  return {
    update(/** @type {Model} */ { view }) {
      if (view !== "help" || spoken === language()) return;
      spoken = language();
      void load();
    },
  };
}

/** @param {GuideNode} node */
function made(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const element = document.createElement(node.tag);
  if (element instanceof HTMLImageElement) return picture(element, node.src ?? "", node.children);
  element.append(...node.children.map(made));
  return element;
}

/**
 * @param {HTMLImageElement} image
 * @param {string} src
 * @param {GuideNode[]} words
 */
function picture(image, src, words) {
  image.src = src;
  image.alt = words.filter((word) => typeof word === "string").join("");
  image.loading = "lazy";
  return image;
}
