// Whatever a command rejects with, as the error that the window shows.

import { translate } from "./l10n.js";

/** @import { UiError } from "../types.d.ts" */

/**
 * @param {unknown} thrown
 * @returns {UiError}
 */
export function asUiError(thrown) {
  if (isUiError(thrown)) return thrown;
  console.error(thrown);
  return { code: "other", message: translate("error-other"), row: null };
}

/**
 * @param {unknown} thrown
 * @returns {thrown is UiError}
 */
function isUiError(thrown) {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}
