// Which step of the first run is to be done next. Pure.

/** @import { AccountView, FirstRunStep } from "../types.d.ts" */

/** @typedef {Exclude<FirstRunStep, "done">} Step */

/** In their order. @type {Step[]} */
export const STEPS = ["practice", "key", "sender"];

/** @param {AccountView} account */
export const hasKey = ({ key }) => key === "stored" || key === "this-run-only";

/**
 * Whoever has a key has done the first two; whoever has lost it again enters it again.
 * @param {FirstRunStep} reached
 * @param {boolean} keyIsThere
 * @returns {Step}
 */
export function stepToShow(reached, keyIsThere) {
  if (keyIsThere) return "sender";
  return reached === "practice" ? "practice" : "key";
}

/**
 * Whether the window opens with the first run: with no key and none known, or where its last step was left open.
 * @param {AccountView} account
 * @param {FirstRunStep} reached
 */
export function opensWithFirstRun(account, reached) {
  if (hasKey(account)) return reached === "sender";
  return account.key === "missing" || (account.key === "unavailable" && !account.profile);
}
