// What the text costs before it is sent: characters, SMS parts, and what makes it dear.

import { byId, setLine, setText } from "../page/dom.js";
import { nameCharacters } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { latestOnly } from "../page/latest.js";

/**
 * @import { TextAnalysis } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/** What Famulor takes, in code points. */
export const LIMIT = 300;

/** @type {TextAnalysis} */
const EMPTY = { text: "", code_points: 0, encoding: "GSM-7", segments: 0, units_left: 160, forcing: [] };

/** @param {Backend} backend */
export function mountTextMeter(backend) {
  const meter = byId("text-meter", HTMLElement);
  const forcing = byId("text-forcing", HTMLElement);
  const status = byId("text-status", HTMLElement);
  const newest = latestOnly();
  let analysis = EMPTY;
  let spoken = "";

  /** @param {string} text */
  async function measure(text) {
    const latest = await newest(text.trim() === "" ? Promise.resolve(EMPTY) : backend.analyzeText(text));
    if (!latest || !("answer" in latest)) return;
    analysis = latest.answer;
    update();
  }

  function update() {
    setText(meter, meterWords(analysis));
    meter.toggleAttribute("data-over", analysis.code_points > LIMIT);
    setLine(forcing, forcingWords(analysis));
    speak();
  }

  /** A screen reader hears of the text only when its parts or its being too long change. */
  function speak() {
    const now = `${analysis.segments} ${analysis.code_points > LIMIT}`;
    if (now === spoken) return;
    setText(status, spoken === "" || analysis.segments === 0 ? "" : meterWords(analysis));
    spoken = now;
  }

  return { measure, update };
}

/** @param {TextAnalysis} analysis */
export function meterWords({ code_points: count, segments: parts, encoding }) {
  const words = [translate("text-meter", { count, limit: LIMIT })];
  if (count > LIMIT) words.push(translate("text-meter-over", { count: count - LIMIT }));
  if (parts > 0) words.push(translate("text-meter-parts", { parts }), encodingWords(encoding));
  return words.join(" · ");
}

/** @param {TextAnalysis["encoding"]} encoding */
function encodingWords(encoding) {
  return translate(encoding === "GSM-7" ? "text-meter-gsm-7" : "text-meter-ucs-2");
}

/** @param {TextAnalysis} analysis */
export function forcingWords({ forcing }) {
  if (forcing.length === 0) return null;
  return translate("text-forcing", { characters: nameCharacters(forcing, language()) });
}
