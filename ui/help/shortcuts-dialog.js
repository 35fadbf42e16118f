// The sheet of shortcuts, in the person's words.

import { arrange, byId, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { keyWords, onMac, shortcuts } from "./shortcuts.js";

export function mountShortcutsDialog() {
  const dialog = byId("shortcuts-dialog", HTMLDialogElement);

  function show() {
    const rows = shortcuts(onMac()).flatMap(({ name }) => [
      element("dt", translate(`shortcut-${name}`)), element("dd", keyWords(name)),
    ]);
    arrange(byId("shortcuts-list", HTMLElement), rows);
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  byId("shortcuts-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  return { show };
}

/**
 * @param {"dt" | "dd"} tag
 * @param {string} words
 */
function element(tag, words) {
  const made = document.createElement(tag);
  setText(made, words);
  return made;
}
