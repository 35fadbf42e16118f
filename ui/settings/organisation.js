// What the organisation has fixed: those controls cannot be used and say why; what has no control stands in a card.

import { factElements } from "../messages/fact-list.js";
import { arrange, byId } from "../page/dom.js";
import { countryName } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/**
 * @import { Bootstrap, FixedSetting, PolicyView } from "../types.d.ts"
 * @import { Fact } from "../messages/message-facts.js"
 * @import { Model } from "../model.js"
 */

/** The controls of each setting; under them is a line `#SETTING-set`. @type {Partial<Record<FixedSetting, string[]>>} */
const CONTROLS = {
  language: ["language"],
  "default-country": ["default-country"],
  "keep-months": ["keep-months"],
  "undo-seconds": ["undo-seconds"],
  proxy: ["proxy", "proxy-address"],
  updates: ["look-for-updates"],
  practice: ["start-practice", "end-practice"],
};

/** @typedef {HTMLSelectElement | HTMLInputElement | HTMLButtonElement} Control */

export function mountOrganisation() {
  const facts = byId("settings-organisation-facts", HTMLElement);

  /** @param {Model} model */
  function update({ start }) {
    for (const [setting, controls] of Object.entries(CONTROLS)) {
      const isSet = isFixed(start, /** @type {FixedSetting} */ (setting));
      for (const id of controls) control(id).disabled = isSet;
      byId(`${setting}-set`, HTMLElement).hidden = !isSet;
    }
    const known = policyFacts(start.policy).filter(({ words }) => words !== null);
    byId("settings-organisation-card", HTMLElement).hidden = known.length === 0;
    arrange(facts, factElements(known));
  }

  return { update };
}

/** @param {string} id */
const control = (id) => /** @type {Control} */ (byId(id, HTMLElement));

/**
 * @param {Pick<Bootstrap, "policy">} start
 * @param {FixedSetting} setting
 */
export const isFixed = ({ policy }, setting) => policy.fixed.includes(setting);

/**
 * @param {PolicyView} policy
 * @returns {Fact[]}
 */
export function policyFacts({ sender, allowed_countries, messages_per_day, updates, practice }) {
  return [
    { id: "policy-sender", words: sender },
    { id: "policy-countries", words: allowed_countries && countries(allowed_countries) },
    { id: "policy-per-day", words: messages_per_day === null ? null : String(messages_per_day) },
    { id: "policy-updates", words: updates === null ? null : translate(updates ? "policy-updates-on" : "policy-updates-off") },
    { id: "policy-practice", words: practice === null ? null : translate(practice ? "policy-practice-always" : "policy-practice-never") },
  ];
}

/** @param {string[]} codes */
function countries(codes) {
  const names = codes.map((code) => countryName(code, language()));
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(names);
}
