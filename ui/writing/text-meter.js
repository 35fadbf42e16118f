// How long the text is and what it takes: characters, SMS parts, what is left in the last of them.

import { byId, setText } from "../page/dom.js";
import { translate } from "../page/l10n.js";
import { latestOnly } from "../page/latest.js";

/**
 * @import { TextAnalysis, TextMeasure } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/** What Famulor takes, in code points. */
export const LIMIT = 300;

/** @type {TextMeasure} */
const EMPTY = { text: "", code_points: 0, encoding: "GSM-7", segments: 0, units_left: 160, forcing: [], costly: null };

/**
 * @param {Pick<Backend, "analyzeText">} backend
 * @param {(measure: TextMeasure, typed: string) => void} measured
 */
export function mountTextMeter(backend, measured) {
  const meter = byId("text-meter", HTMLElement);
  const newest = latestOnly();
  let measure = EMPTY;

  /** @param {string} typed */
  async function take(typed) {
    const latest = await newest(typed.trim() === "" ? Promise.resolve(EMPTY) : backend.analyzeText(typed));
    if (!latest || !("answer" in latest)) return;
    measure = latest.answer;
    update();
    measured(measure, typed);
  }

  function update() {
    setText(meter, meterWords(measure));
    meter.toggleAttribute("data-over", measure.code_points > LIMIT);
  }

  return { measure: take, update };
}

/** @param {TextAnalysis} analysis */
export function meterWords({ code_points: count, segments: parts, encoding, units_left: left }) {
  const words = [translate("text-meter", { count, limit: LIMIT })];
  if (count > LIMIT) words.push(translate("text-meter-over", { count: count - LIMIT }));
  if (parts > 0) words.push(translate("text-meter-parts", { parts }), encodingWords(encoding));
  if (parts > 0 && count <= LIMIT) words.push(translate("text-meter-left", { left }));
  return words.join(" · ");
}

/** @param {TextAnalysis["encoding"]} encoding */
function encodingWords(encoding) {
  return translate(encoding === "GSM-7" ? "text-meter-gsm-7" : "text-meter-ucs-2");
}
