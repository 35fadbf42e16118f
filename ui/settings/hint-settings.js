// Which quiet lines stand beside a text: each kind can be switched on again here.

import { byId } from "../page/dom.js";
import { HINT_KINDS, withHint } from "../writing/text-hints.js";

/**
 * @import { HintKind } from "../types.d.ts"
 * @import { Actions, Model } from "../model.js"
 */

/** @param {Pick<Actions, "changeSettings">} actions */
export function mountHintSettings(actions) {
  /** @type {HintKind[]} */
  let silenced = [];
  const boxes = HINT_KINDS.map((kind) => ({ kind, box: byId(`show-${kind}`, HTMLInputElement) }));
  for (const { kind, box } of boxes) {
    box.addEventListener("change", () =>
      void actions.changeSettings({ silenced_hints: withHint(silenced, kind, box.checked) }));
  }

  return {
    /** @param {Model} model */
    update({ settings }) {
      silenced = settings.silenced_hints;
      for (const { kind, box } of boxes) box.checked = !silenced.includes(kind);
    },
  };
}
