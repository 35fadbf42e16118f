// The texts that were begun and put aside: to go on with, or to discard, with a way back.

import { recipientWords } from "../messages/message-words.js";
import { arrange, byId, focusIsLost, fromTemplate, setText, within } from "../page/dom.js";
import { describe, translate } from "../page/l10n.js";
import { isRepeated } from "../page/press.js";
import { firstWords } from "./drafts.js";
import { readRecipient } from "./recipient-text.js";

/** @import { Draft } from "../types.d.ts" */

/**
 * @param {Object} needs
 * @param {(id: string) => unknown} needs.goOn
 * @param {(id: string) => unknown} needs.discard
 * @param {() => unknown} needs.bringBack
 */
export function mountKeptDrafts({ goOn, discard, bringBack }) {
  const place = byId("kept-drafts", HTMLElement);
  const list = byId("kept-drafts-list", HTMLUListElement);
  const gone = byId("kept-drafts-gone", HTMLElement);
  const status = byId("kept-drafts-status", HTMLElement);
  const back = byId("kept-drafts-back", HTMLButtonElement);
  /** @type {Map<string, HTMLElement>} */
  const rows = new Map();

  /**
   * @param {Draft[]} drafts
   * @param {Draft | null} discarded
   */
  function update(drafts, discarded) {
    const hadFocus = place.contains(document.activeElement);
    arrange(list, drafts.map(rowElement));
    for (const id of rows.keys()) if (!drafts.some((draft) => draft.id === id)) rows.delete(id);
    byId("kept-drafts-head", HTMLElement).hidden = drafts.length === 0;
    gone.hidden = discarded === null;
    setText(status, discarded ? translate("drafts-discarded", { who: who(discarded) }) : "");
    place.hidden = drafts.length === 0 && discarded === null;
    if (hadFocus && focusIsLost()) focusWhatIsLeft();
  }

  function focusWhatIsLeft() {
    if (!gone.hidden) back.focus();
    else byId("text", HTMLElement).focus();
  }

  /** @param {Draft} draft */
  function rowElement(draft) {
    const row = rows.get(draft.id) ?? makeRow(draft.id);
    setText(within(row, ".kept-draft-who", HTMLElement), who(draft));
    setText(within(row, ".kept-draft-words", HTMLElement), firstWords(draft.body));
    for (const verb of ["go-on", "discard"]) {
      const button = within(row, `[data-verb=${verb}]`, HTMLButtonElement);
      button.setAttribute("aria-label", translate(`draft-${verb}-spoken`, { who: who(draft) }));
      describe(button, `draft-${verb}`);
    }
    return row;
  }

  /** @param {string} id */
  function makeRow(id) {
    const row = fromTemplate("kept-draft-template", HTMLLIElement);
    row.dataset.id = id;
    rows.set(id, row);
    for (const [verb, act] of /** @type {const} */ ([["go-on", goOn], ["discard", discard]])) {
      const button = within(row, `[data-verb=${verb}]`, HTMLButtonElement);
      button.addEventListener("click", (event) => isRepeated(event) || act(id));
    }
    return row;
  }

  back.addEventListener("click", () => bringBack());
  return { update, reveal: () => place.scrollIntoView({ block: "nearest" }) };
}

/** @param {Draft} draft */
function who({ recipient }) {
  const { name, number } = readRecipient(recipient);
  return name === "" ? number || translate("draft-no-recipient") : recipientWords({ name, number });
}
