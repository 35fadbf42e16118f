// How the program stands on the desktop: whether it goes on without its window, starts with the desktop, and has keys of its
// own. What the desktop says of it is shown, not only what was wanted.

import { inWords, onMac } from "../help/shortcuts.js";
import { byId, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";

/**
 * @import { DesktopView, Settings } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "desktopView" | "startWithDesktop" | "closeWindow">} needs.backend
 * @param {Pick<Actions, "changeSettings">} needs.actions
 */
export function mountDesktopSettings({ backend, actions }) {
  const card = byId("settings-desktop-card", HTMLElement);
  const keepRunning = byId("keep-running", HTMLInputElement);
  const autostart = byId("autostart", HTMLInputElement);
  const shortcut = byId("global-shortcut", HTMLInputElement);
  const problem = byId("desktop-problem", HTMLElement);
  /** @type {DesktopView | null} */
  let desktop = null;
  /** @type {Settings | null} */
  let settings = null;
  let shown = false;

  async function load() {
    desktop = await backend.desktopView().catch(() => null);
    show();
  }

  function show() {
    if (!settings) return;
    keepRunning.checked = settings.keep_running;
    byId("quit-program", HTMLElement).hidden = !settings.keep_running;
    const isWithoutIcon = settings.keep_running && desktop?.tray === false;
    setLine(byId("keep-running-note", HTMLElement), isWithoutIcon ? translate("tray-missing") : null);
    autostart.checked = desktop?.autostart ?? false;
    autostart.disabled = desktop === null;
    showShortcut(settings);
  }

  /** @param {Settings} settings */
  function showShortcut(settings) {
    shortcut.checked = settings.global_shortcut && desktop?.shortcut !== "unavailable";
    shortcut.disabled = desktop === null || desktop.shortcut === "unavailable";
    setText(byId("global-shortcut-words", HTMLElement), translate("global-shortcut", { keys: globalKeys() }));
    setLine(byId("global-shortcut-note", HTMLElement), desktop ? shortcutProblem(desktop) : null);
  }

  /** @param {Partial<Settings>} change */
  async function change(change) {
    await actions.changeSettings(change);
    await load();
  }

  async function changeAutostart() {
    setLine(problem, null);
    try {
      desktop = await backend.startWithDesktop(autostart.checked);
    } catch (thrown) {
      setLine(problem, asUiError(thrown).message);
    }
    show();
  }

  /** The desktop may have changed meanwhile. */
  const lookAgain = () => void (shown && load());

  /** @param {Model} model */
  function update(model) {
    settings = model.settings;
    card.hidden = model.start.practice;
    if (model.view === "settings" && !shown) void load();
    shown = model.view === "settings";
    show();
  }

  keepRunning.addEventListener("change", () => void change({ keep_running: keepRunning.checked }));
  shortcut.addEventListener("change", () => void change({ global_shortcut: shortcut.checked }));
  autostart.addEventListener("change", () => void changeAutostart());
  onPress(byId("quit-program", HTMLButtonElement), () => backend.closeWindow("end"), (told) => setLine(problem, told));
  window.addEventListener("focus", lookAgain);
  return { update };
}

/** @param {DesktopView} desktop */
export function shortcutProblem({ shortcut }) {
  if (shortcut === "taken") return translate("global-shortcut-taken", { keys: globalKeys() });
  return shortcut === "unavailable" ? translate("global-shortcut-unavailable") : null;
}

/** The keys that the program asks the system for. */
const globalKeys = () => inWords(onMac() ? "Meta+Option+S" : "Control+Alt+S");
