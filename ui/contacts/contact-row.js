// One contact in a list: to be opened, or written to.

import { fromTemplate, setText, within } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { isRepeated } from "../page/press.js";
import { recipientText } from "../writing/recipient-text.js";

/**
 * @import { ContactRow, SuggestionView } from "../types.d.ts"
 * @import { Actions } from "../model.js"
 */

/** @typedef {Pick<ContactRow, "id" | "name" | "organisation" | "display" | "e164" | "is_favourite" | "do_not_write">} Shown */

/** @param {Pick<Actions, "showContact" | "writeTo">} actions */
export function mountContactRow(actions) {
  const element = fromTemplate("contact-row-template", HTMLLIElement);
  const write = within(element, ".contact-row-write", HTMLButtonElement);
  /** @type {Shown | SuggestionView | null} */
  let shown = null;
  within(element, ".contact-row-open", HTMLButtonElement).addEventListener("click", () => shown && actions.showContact(shown.id));
  write.addEventListener("click", (event) => {
    if (shown?.display && !isRepeated(event)) actions.writeTo(recipientText(shown.name, shown.display));
  });

  /** @param {Shown | SuggestionView} contact */
  function update(contact) {
    shown = contact;
    const { id, name, organisation, display } = contact;
    element.dataset.id = String(id);
    setText(part("name"), name);
    setText(part("about"), [organisation === name ? "" : organisation, (display ?? "").replace(/ /g, "\u00a0")].filter(Boolean).join(" · "));
    part("favourite").toggleAttribute("hidden", !contact.is_favourite);
    part("barred").toggleAttribute("hidden", !contact.do_not_write);
    setText(part("barred-words"), contact.do_not_write ? translate("contact-do-not-write") : "");
    setText(part("favourite-words"), contact.is_favourite ? translate("contact-favourite") : "");
    write.hidden = !display;
    setText(write, translate("contact-write"));
    write.setAttribute("aria-label", translate("contact-write-spoken", { recipient: name }));
  }

  /** @param {string} name */
  const part = (name) => within(element, `.contact-row-${name}`, Element);

  return { element, update };
}
