// Which links the system opens with this program. What is shown is what the system says, not what was wanted.

import { byId, setLine } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";

/**
 * @import { LinkHandling, LinkKind } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Model } from "../model.js"
 */

/** @type {LinkKind[]} */
const KINDS = ["sms", "tel"];

/** @param {Pick<Backend, "linkHandling" | "handleLinks">} backend */
export function mountLinkSettings(backend) {
  const card = byId("settings-links-card", HTMLElement);
  const problem = byId("links-problem", HTMLElement);
  const boxes = KINDS.map((kind) => ({ kind, box: byId(`links-${kind}`, HTMLInputElement) }));
  /** @type {LinkHandling | null} */
  let handling = null;
  let shown = false;
  let isPractice = false;

  async function load() {
    handling = await backend.linkHandling().catch(() => null);
    setLine(problem, null);
    show();
  }

  function show() {
    card.hidden = isPractice || handling?.available === false;
    for (const { kind, box } of boxes) {
      box.checked = handling?.[kind] ?? false;
      box.disabled = handling === null;
    }
  }

  /**
   * @param {LinkKind} kind
   * @param {boolean} on
   */
  async function change(kind, on) {
    setLine(problem, null);
    try {
      handling = await backend.handleLinks(kind, on);
      if (handling[kind] !== on) setLine(problem, translate(on ? "links-stay-off" : "links-stay-on"));
    } catch (thrown) {
      setLine(problem, asUiError(thrown).message);
    }
    show();
  }

  /** The person may have chosen otherwise in the system's settings. */
  const lookAgain = () => void (shown && load());

  /** @param {Model} model */
  function update({ view, start }) {
    isPractice = start.practice;
    if (view === "settings" && !shown) void load();
    shown = view === "settings";
    show();
  }

  for (const { kind, box } of boxes) box.addEventListener("change", () => void change(kind, box.checked));
  window.addEventListener("focus", lookAgain);
  return { update };
}
