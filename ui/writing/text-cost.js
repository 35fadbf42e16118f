// The price of the text under its meter: asked for anew with each change of what it depends on.

import { byId, setLine, setText } from "../page/dom.js";
import { latestOnly } from "../page/latest.js";
import { makeCostAnnouncer } from "./cost-announcer.js";
import { costWords, driftWords, shortWords } from "./cost-words.js";
import { LIMIT } from "./text-meter.js";

/**
 * @import { CostEstimate, TextAnalysis } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "estimateCost">} needs.backend
 * @param {() => string | null} needs.recipient the number in E.164, as far as it is known
 * @param {() => number | null} needs.sender
 */
export function mountTextCost({ backend, recipient, sender }) {
  const status = byId("text-status", HTMLElement);
  const announce = makeCostAnnouncer((words) => setText(status, words));
  const newest = latestOnly();
  let [parts, over] = [0, 0];
  /** @type {CostEstimate | null} */
  let estimate = null;
  let asked = "";

  /** @param {TextAnalysis} analysis */
  function measured({ segments, code_points }) {
    [parts, over] = [segments, Math.max(0, code_points - LIMIT)];
    tell();
    refresh();
  }

  /** Asks only where something is another than when it was asked last. */
  function refresh() {
    const question = `${recipient()} ${sender()} ${parts}`;
    if (question === asked) return;
    asked = question;
    void ask();
  }

  /** What it depends on beside the form is another now: the balance, or what waits. */
  function outdated() {
    asked = "";
    refresh();
  }

  async function ask() {
    const answer = parts === 0 ? Promise.resolve(null) : backend.estimateCost(recipient() ?? "", sender(), parts);
    const latest = await newest(answer);
    if (!latest) return;
    estimate = "answer" in latest ? latest.answer : null;
    update();
  }

  function update() {
    const now = Date.now();
    setText(byId("text-cost", HTMLElement), estimate ? costWords(estimate, recipient() !== null, now) : "");
    setText(byId("text-short-words", HTMLElement), (estimate && shortWords(estimate)) ?? "");
    byId("text-short", HTMLElement).hidden = !estimate?.balance?.is_short;
    setLine(byId("text-drift", HTMLElement), estimate && driftWords(estimate, now));
    tell();
  }

  const tell = () => announce({ parts, over, isShort: estimate?.balance?.is_short ?? false });

  return { measured, refresh, outdated, update };
}
