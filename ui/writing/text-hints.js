// Quiet lines under the text: what the person may not have meant. They ask nothing, and each kind can be silenced.

import { byId, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { afterPause, latestOnly } from "../page/latest.js";

/**
 * @import { Hint, HintKind, Settings } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/** @type {readonly HintKind[]} */
export const HINT_KINDS = ["asks-for-reply", "other-salutation"];

/** Nobody is reminded in the middle of a word. */
const PAUSE_MS = 500;

/**
 * @param {Object} needs
 * @param {Pick<Backend, "textHints">} needs.backend
 * @param {Pick<Actions, "changeSettings" | "offerUndo">} needs.actions
 * @param {() => string} needs.text
 * @param {() => string | null} needs.recipient the number in E.164, as far as it is known
 * @param {() => number | null} needs.contactId
 * @param {() => void} needs.focus where to go on
 */
export function mountTextHints({ backend, actions, text, recipient, contactId, focus }) {
  const newest = latestOnly();
  const pause = afterPause(() => void ask(), PAUSE_MS);
  /** @type {Hint[]} */
  let hints = [];
  /** @type {HintKind[]} */
  let silenced = [];

  async function ask() {
    const written = text().trim() !== "";
    const latest = await newest(written ? backend.textHints(text(), recipient() ?? "", contactId()) : Promise.resolve([]));
    if (!latest) return;
    hints = "answer" in latest ? latest.answer : [];
    update();
  }

  function update() {
    for (const kind of HINT_KINDS) {
      const hint = hints.find((one) => one.kind === kind && !silenced.includes(kind));
      setText(byId(`hint-${kind}-words`, HTMLElement), hint ? hintWords(hint) : "");
      byId(`hint-${kind}`, HTMLElement).hidden = !hint;
    }
  }

  /** @param {Settings} settings */
  function updateFrom({ silenced_hints }) {
    const other = silenced_hints.join() !== silenced.join();
    silenced = silenced_hints;
    update();
    if (other) pause.start();
  }

  /** @param {HintKind} kind */
  function silence(kind) {
    focus();
    void actions.changeSettings({ silenced_hints: withHint(silenced, kind, false) });
    const undo = () => actions.changeSettings({ silenced_hints: withHint(silenced, kind, true) });
    actions.offerUndo(translate("hint-silenced"), undo);
  }

  for (const kind of HINT_KINDS) {
    byId(`hint-${kind}-silence`, HTMLButtonElement).addEventListener("click", () => silence(kind));
  }
  return { changed: pause.start, update: updateFrom };
}

/** @param {Hint} hint */
export function hintWords(hint) {
  if (hint.kind === "asks-for-reply") return translate("hint-asks-for-reply", { words: hint.words });
  return translate("hint-other-salutation", { said: hint.said, recipient: hint.recipient });
}

/**
 * The silenced kinds, with this one shown or not.
 * @param {HintKind[]} silenced
 * @param {HintKind} kind
 * @param {boolean} shown
 */
export function withHint(silenced, kind, shown) {
  const others = silenced.filter((one) => one !== kind);
  return shown ? others : [...others, kind];
}
