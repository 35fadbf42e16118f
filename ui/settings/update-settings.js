// Newer versions of the program: whether it looks for them, to look now, and who brings them where it does not.

import { byId, setLine, setText } from "../page/dom.js";
import { formatDateTime } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/**
 * @import { UpdateView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "updateView" | "lookForUpdate">} needs.backend
 * @param {Pick<Actions, "changeSettings" | "updateIs">} needs.actions
 */
export function mountUpdateSettings({ backend, actions }) {
  const look = byId("look-for-updates", HTMLInputElement);
  const result = byId("updates-result", HTMLElement);
  /** @type {UpdateView | null} */
  let view = null;
  let shown = false;

  async function load() {
    view = await backend.updateView().catch(() => null);
    show();
  }

  function show() {
    setText(byId("updates-standing", HTMLElement), view ? standingWords(view) : "");
    byId("updates-own", HTMLElement).hidden = view?.standing !== "itself";
  }

  async function lookNow() {
    setText(result, translate("updates-looking"));
    view = await backend.lookForUpdate();
    setText(result, view.found ? translate("update-words", { version: view.found.version }) : translate("updates-none"));
    actions.updateIs(view.found);
    show();
  }

  /** @param {string | null} problem */
  function tell(problem) {
    setText(result, "");
    setLine(byId("updates-problem", HTMLElement), problem);
  }

  /** @param {Model} model */
  function update({ settings, view: seen }) {
    look.checked = settings.look_for_updates;
    if (seen === "settings" && !shown) void load();
    shown = seen === "settings";
    show();
  }

  look.addEventListener("change", () => void actions.changeSettings({ look_for_updates: look.checked }));
  onPress(byId("look-now", HTMLButtonElement), lookNow, tell);
  return { update };
}

/** @param {UpdateView} view */
export function standingWords({ standing, looked_at: at }) {
  const words = translate(`updates-${standing}`);
  if (standing !== "itself" || at === null) return words;
  return `${words} ${translate("updates-looked", { when: formatDateTime(at, language()) })}`;
}
