// Where one can go, where one is, and whose account it is.

import { byId, setText } from "../page/dom.js";
import { formatBalance } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/** @import { Actions, Model, ViewName } from "../model.js" */

/** @type {ViewName[]} */
const PLACES = ["new-message", "outbox", "history", "contacts", "templates", "settings"];

/** @param {Pick<Actions, "show">} actions */
export function mountNavigation({ show }) {
  for (const place of PLACES) button(place).addEventListener("click", () => show(place));

  /** @param {Model} model */
  function update({ view, account, asking }) {
    for (const place of PLACES) markCurrent(button(place), place === view);
    showBadge(asking);
    const { profile } = account;
    byId("navigation-account", HTMLElement).hidden = !profile;
    setText(byId("navigation-account-name", HTMLElement), profile?.name ?? "");
    setText(byId("navigation-account-balance", HTMLElement), balanceWords(profile?.balance ?? null));
  }

  return { update };
}

/** @param {number} count */
function showBadge(count) {
  byId("outbox-badge", HTMLElement).hidden = count === 0;
  setText(byId("outbox-badge", HTMLElement), String(count));
  setText(byId("outbox-badge-spoken", HTMLElement), count === 0 ? "" : translate("outbox-badge", { count }));
}

/** @param {ViewName} place */
const button = (place) => byId(`nav-${place}`, HTMLButtonElement);

/**
 * @param {Element} element
 * @param {boolean} current
 */
function markCurrent(element, current) {
  if (current) element.setAttribute("aria-current", "page");
  else element.removeAttribute("aria-current");
}

/** @param {string | null} balance */
function balanceWords(balance) {
  return balance === null ? "" : translate("account-summary", { balance: formatBalance(balance, language()) });
}
