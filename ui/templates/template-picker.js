// Puts a template, or the signature, into the text: chosen from a list with a search, filled with what is known.

import { arrange, byId, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { firstWords } from "../writing/drafts.js";
import { mountAnswersDialog } from "./answers-dialog.js";
import { matching } from "./template-text.js";

/**
 * @import { Filled, Template } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "listTemplates" | "fillTemplate">} needs.backend
 * @param {() => Promise<{ e164: string | null, contactId: number | null }>} needs.recipient as far as it is known
 * @param {(filled: Filled, template: Template) => void} needs.insert
 * @param {() => void} needs.sign
 * @param {() => void} needs.manage
 */
export function mountTemplatePicker({ backend, recipient, insert, sign, manage }) {
  const dialog = byId("template-dialog", HTMLDialogElement);
  const search = byId("template-search", HTMLInputElement);
  const list = byId("template-choices", HTMLElement);
  const errorPlace = byId("template-error", HTMLElement);
  const answers = mountAnswersDialog();
  /** @type {Template[]} */
  let templates = [];
  let signature = "";

  async function open() {
    search.value = "";
    setLine(errorPlace, null);
    update();
    dialog.showModal();
    try {
      templates = await backend.listTemplates();
    } catch (thrown) {
      setLine(errorPlace, asUiError(thrown).message);
    }
    update();
  }

  function update() {
    const found = matching(templates, search.value);
    const choices = found.map((template) => choice(template.name, template.body, () => use(template)));
    if (signature.trim() !== "" && search.value.trim() === "") {
      choices.push(choice(translate("signature"), signature, () => finish(sign)));
    }
    arrange(list, choices);
    setText(byId("template-none", HTMLElement), choices.length === 0 ? translate("templates-none") : "");
  }

  /**
   * @param {string} name
   * @param {string} body
   * @param {() => unknown} take
   */
  function choice(name, body, take) {
    const element = document.createElement("li");
    const button = document.createElement("button");
    const [title, words] = [document.createElement("strong"), document.createElement("span")];
    button.type = "button";
    button.className = "template-choice";
    setText(title, name);
    setText(words, firstWords(body));
    button.append(title, words);
    button.addEventListener("click", () => void take());
    element.append(button);
    return element;
  }

  /** @param {Template} template */
  async function use(template) {
    try {
      const filled = await fill(template);
      finish(() => filled && insert(filled, template));
    } catch (thrown) {
      setLine(errorPlace, asUiError(thrown).message);
    }
  }

  /** @param {Template} template */
  async function fill({ id, name }) {
    const { e164, contactId } = await recipient();
    const filled = await backend.fillTemplate(id, e164, contactId, {});
    const own = filled.unfilled.filter(({ kind }) => kind === "own");
    if (own.length === 0) return filled;
    const given = await answers.ask(name, own);
    return given && backend.fillTemplate(id, e164, contactId, given);
  }

  /** The dialog gives the focus back first. @param {() => unknown} work */
  function finish(work) {
    dialog.close();
    work();
  }

  /** The arrows go through the list, from the search on. @param {KeyboardEvent} event */
  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = [search, ...list.querySelectorAll("button")];
    const next = all[all.findIndex((one) => one === document.activeElement) + step];
    next?.focus();
    event.preventDefault();
  }

  search.addEventListener("input", update);
  dialog.addEventListener("keydown", press);
  byId("insert-template", HTMLButtonElement).addEventListener("click", () => void open());
  byId("template-dialog-back", HTMLButtonElement).addEventListener("click", () => dialog.close());
  byId("template-manage", HTMLButtonElement).addEventListener("click", () => finish(manage));
  return {
    update(/** @type {string} */ now) {
      signature = now;
    },
  };
}
