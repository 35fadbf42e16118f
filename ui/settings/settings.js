// Settings: the account and its key, sending and keeping, copies, how the window looks and speaks, practice.

import { byId, setLine, setText } from "../page/dom.js";
import { formatBalance } from "../page/format.js";
import { describe, language, translate } from "../page/l10n.js";
import { onPress } from "../page/press.js";
import { mountApiKeyForm } from "./api-key-form.js";
import { mountBackupSettings } from "./backup-settings.js";
import { mountCountryField } from "./country-field.js";
import { mountDesktopSettings } from "./desktop-settings.js";
import { mountForgetEverything } from "./forget-everything.js";
import { mountHintSettings } from "./hint-settings.js";
import { mountKeepingSettings } from "./keeping-settings.js";
import { mountLinkSettings } from "./link-settings.js";
import { mountOrganisation } from "./organisation.js";
import { mountProxySettings } from "./proxy-settings.js";
import { mountUpdateSettings } from "./update-settings.js";

/**
 * @import { LanguageChoice, Profile, Theme } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 * @import { Question } from "../window/confirm-dialog.js"
 */

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 * @param {(question: Question) => Promise<boolean>} needs.confirm
 */
export function mountSettings({ backend, actions, confirm }) {
  const languageSelect = byId("language", HTMLSelectElement);
  const themeSelect = byId("theme", HTMLSelectElement);
  const keyPlace = byId("settings-key-place", HTMLElement);
  const errorPlace = byId("settings-error", HTMLElement);
  const signature = byId("signature", HTMLTextAreaElement);
  const keyForm = mountApiKeyForm({ prefix: "settings", place: keyPlace, backend, stored: actions.accountIs });
  const country = mountCountryField({ backend, actions });
  const keeping = mountKeepingSettings({ backend, actions, confirm });
  const hints = mountHintSettings(actions);
  const desktop = mountDesktopSettings({ backend, actions });
  const links = mountLinkSettings(backend);
  const backup = mountBackupSettings({ backend, confirm });
  const proxy = mountProxySettings({ backend, actions });
  const updates = mountUpdateSettings({ backend, actions });
  const organisation = mountOrganisation();
  mountForgetEverything({ backend, confirm });
  /** @type {string | null} an error of a button here */
  let problem = null;

  /** @param {Model} model */
  function update(model) {
    const { settings, start } = model;
    updateAccount(model);
    languageSelect.value = settings.language;
    themeSelect.value = settings.theme;
    if (document.activeElement !== signature) signature.value = settings.signature;
    country.update(model);
    keyForm.update(model);
    keeping.update(model);
    hints.update(model);
    links.update(model);
    desktop.update(model);
    backup.update(model);
    proxy.update(model);
    updates.update(model);
    organisation.update(model);
    describe(byId("practice-explained", HTMLElement), start.practice ? "settings-practice-on" : "settings-practice-off");
    for (const real of ["settings-backups-card", "settings-forget-card", "start-practice"]) {
      byId(real, HTMLElement).hidden = start.practice;
    }
    byId("end-practice", HTMLElement).hidden = !start.practice;
    describe(byId("settings-version", HTMLElement), "settings-version", { version: start.version });
    showProblem(model.settingsProblem?.message ?? problem);
  }

  /** @param {Model} model */
  function updateAccount({ account, start }) {
    showProfile("account", account.profile);
    const hasKey = account.key === "stored" || account.key === "this-run-only";
    describe(byId("key-state", HTMLElement), start.practice ? "key-state-practice" : `key-state-${account.key}`);
    describe(byId("settings-key-title", HTMLElement), hasKey ? "settings-change-key" : "settings-set-key");
    setLine(byId("account-problem", HTMLElement), account.problem?.message);
    byId("refresh-account", HTMLElement).hidden = !hasKey;
    byId("retry-keychain", HTMLElement).hidden = account.key !== "unavailable" && account.key !== "asking";
    byId("forget-key", HTMLElement).hidden = !hasKey || start.practice;
    keyPlace.hidden = start.practice;
  }

  /** @param {string | null} message */
  function showProblem(message) {
    setLine(errorPlace, message);
  }

  /** @param {string | null} message */
  function tell(message) {
    showProblem((problem = message));
    if (message) errorPlace.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {string} id
   * @param {() => Promise<unknown>} work
   */
  const onClick = (id, work) => onPress(byId(id, HTMLButtonElement), work, tell);

  async function forgetKey() {
    const question = {
      title: translate("forget-key-title"),
      text: translate("forget-key-text"),
      confirm: translate("forget-key-confirm"),
    };
    if (await confirm(question)) actions.accountIs(await backend.forgetApiKey());
  }

  onClick("refresh-account", actions.refreshAccount);
  onClick("retry-keychain", actions.retryKeychain);
  onClick("forget-key", forgetKey);
  onClick("start-practice", () => backend.changeMode(true));
  onClick("end-practice", () => backend.changeMode(false));
  onClick("open-dashboard", () => backend.openPage("dashboard"));
  languageSelect.addEventListener("change", () =>
    void actions.changeSettings({ language: /** @type {LanguageChoice} */ (languageSelect.value) }));
  themeSelect.addEventListener("change", () =>
    void actions.changeSettings({ theme: /** @type {Theme} */ (themeSelect.value) }));
  signature.addEventListener("change", () => void actions.changeSettings({ signature: signature.value }));
  return { update, focusKey: keyForm.focus, tell };
}

/**
 * Name, e-mail and balance in the elements `#PREFIX-name`, `#PREFIX-email`, `#PREFIX-balance`.
 * @param {string} prefix
 * @param {Profile | null} profile
 */
export function showProfile(prefix, profile) {
  const unknown = translate("settings-account-unknown");
  const balance = profile?.balance;
  setText(byId(`${prefix}-name`, HTMLElement), profile?.name ?? unknown);
  setText(byId(`${prefix}-email`, HTMLElement), profile?.email ?? unknown);
  setText(byId(`${prefix}-balance`, HTMLElement), balance ? formatBalance(balance, language()) : unknown);
}
