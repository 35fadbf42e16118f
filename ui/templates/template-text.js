// Templates as they are looked for, and put into a text. Pure.

/** @import { Template, TemplateForm } from "../types.d.ts" */

/**
 * Those with every word somewhere in name or text; case and accents do not matter.
 * @param {Template[]} templates
 * @param {string} search
 */
export function matching(templates, search) {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return templates.filter(({ name, body }) => words.every((word) => folded(`${name} ${body}`).includes(word)));
}

/** @param {string} text */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * What goes in at the cursor: at the end of a text it begins a line of its own.
 * @param {string} text
 * @param {number} at
 * @param {string} inserted
 */
export const onItsLine = (text, at, inserted) => (at > 0 && at === text.length && !/\s$/.test(text) ? `\n${inserted}` : inserted);

/**
 * What is missing for the signature to stand under the text: nothing, where it stands there already.
 * @param {string} text
 * @param {string} signature
 */
export function missingSignature(text, signature) {
  const written = text.trimEnd();
  const wanted = signature.trim();
  if (wanted === "" || written.endsWith(wanted)) return "";
  return written === "" || text.endsWith("\n") ? wanted : `\n${wanted}`;
}

/**
 * The same templates with this one a step further up (-1) or down (1); as they are where there is no further place.
 * @param {Template[]} templates
 * @param {number} id
 * @param {-1 | 1} step
 */
export function moved(templates, id, step) {
  const from = templates.findIndex((one) => one.id === id);
  const [one, other] = [templates[from], templates[from + step]];
  return one && other ? templates.with(from, other).with(from + step, one) : templates;
}

/** @returns {TemplateForm} */
export const emptyTemplate = () => ({ id: null, name: "", language: null, body: "" });

/**
 * @param {Template} template
 * @returns {TemplateForm}
 */
export const templateForm = ({ id, name, language, body }) => ({ id, name, language, body });
