// The button in the banner of practice mode, which is above every view.

import { byId } from "../page/dom.js";
import { onPress } from "../page/press.js";

/** @import { Backend } from "../backend.js" */

/**
 * @param {Pick<Backend, "changeMode">} backend
 * @param {(problem: string) => void} failed there is no room in the banner to say why it did not work
 */
export function mountPracticeBanner(backend, failed) {
  const tell = (/** @type {string | null} */ problem) => problem !== null && failed(problem);
  onPress(byId("leave-practice", HTMLButtonElement), () => backend.changeMode(false), tell);
}
