// The country of numbers that are typed without one. All countries are asked for with the settings, which are made when they
// are first shown.

import { byId, setOptions } from "../page/dom.js";
import { sortedCountries } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/**
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "listCountries">} needs.backend
 * @param {Pick<Actions, "changeSettings">} needs.actions
 */
export function mountCountryField({ backend, actions }) {
  const select = byId("default-country", HTMLSelectElement);
  /** @type {string[] | null} */
  let all = null;
  let chosen = "";
  let shownIn = "";

  /** @param {Model} model */
  function update({ settings }) {
    chosen = settings.default_country ?? "";
    if (!all || shownIn !== language()) fill();
    select.value = chosen;
  }

  async function ask() {
    all = await backend.listCountries();
    fill();
  }

  /** With all that are known: as long as they are not, with the one that is chosen. */
  function fill() {
    const codes = all ?? (chosen ? [chosen] : []);
    const countries = sortedCountries(codes, language()).map(({ code, name }) => ({ value: code, words: name }));
    setOptions(select, [{ value: "", words: translate("settings-default-country-system") }, ...countries], chosen);
    shownIn = language();
  }

  select.addEventListener("change", () => void actions.changeSettings({ default_country: select.value || null }));
  void ask();
  return { update };
}
