// What the window says about the price of a text before it is sent. Pure: the day of today comes in.

import { countryName, formatBalance, formatMoney, formatRecentDay } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/** @import { BalanceForecast, CostEstimate, Price } from "../types.d.ts" */

/** @typedef {Extract<Price, { kind: "learned" }>} LearnedPrice */

/**
 * The price, where it comes from, and the balance that is left.
 * @param {CostEstimate} estimate
 * @param {boolean} hasRecipient
 * @param {number} now
 */
export function costWords({ country, price, balance }, hasRecipient, now) {
  return [priceWords(country, price, hasRecipient, now), balanceWords(balance)].filter(Boolean).join(" ");
}

/**
 * @param {string | null} country
 * @param {Price} price
 * @param {boolean} hasRecipient
 * @param {number} now
 */
function priceWords(country, price, hasRecipient, now) {
  if (!hasRecipient) return translate("cost-no-recipient");
  if (country === null) return translate("cost-none");
  if (price.kind === "none-yet") return translate("cost-none-in", { country: countryName(country, language()) });
  return learnedWords(country, price, now);
}

/**
 * @param {string} country
 * @param {LearnedPrice} price
 * @param {number} now
 */
function learnedWords(country, { total, at, same_sender }, now) {
  const cost = formatMoney(total.amount, total.currency, language());
  const known = { cost, country: countryName(country, language()), when: formatRecentDay(at, now, language()) };
  return translate(same_sender ? "cost-learned" : "cost-learned-otherwise", known);
}

/** What is left afterwards; that it will not do is said elsewhere. @param {BalanceForecast | null} balance */
function balanceWords(balance) {
  if (!balance || balance.is_short) return "";
  if (balance.after === null) return translate("cost-balance", { now: formatBalance(balance.now, language()) });
  const after = formatBalance(balance.after, language());
  return translate(waits(balance) ? "cost-after-waiting" : "cost-after", { after });
}

/**
 * That the balance will not do, with the numbers that show it.
 * @param {CostEstimate} estimate
 */
export function shortWords({ balance }) {
  if (!balance?.is_short) return null;
  const now = formatBalance(balance.now, language());
  const waiting = formatMoney(balance.waiting, null, language());
  const parts = [translate("short-now", { now })];
  if (waits(balance)) parts.push(translate("short-waiting", { waiting }));
  if (balance.after !== null) parts.push(translate("short-after", { after: formatBalance(balance.after, language()) }));
  return [...parts, translate("short-advice")].join(" ");
}

/** Whether something is to be sent before. @param {BalanceForecast} balance */
const waits = ({ waiting }) => /[1-9]/.test(waiting);

/**
 * That a bill of late did not agree with what was expected.
 * @param {CostEstimate} estimate
 * @param {number} now
 */
export function driftWords({ country, drift }, now) {
  if (!drift || country === null) return null;
  const { predicted, billed, at } = drift;
  const when = formatRecentDay(at, now, language());
  return translate("cost-drift", { country: countryName(country, language()), when, predicted, billed });
}
