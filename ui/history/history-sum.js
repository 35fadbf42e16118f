// The sum of what the history shows. It may follow the list, and never holds it up.

import { byId, setText } from "../page/dom.js";
import { formatMoney } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { afterPause, latestOnly } from "../page/latest.js";

/**
 * @import { HistoryFilter, HistorySum } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Pick<Backend, "sumMessages">} backend
 * @param {() => HistoryFilter} filter
 */
export function mountHistorySum(backend, filter) {
  const newest = latestOnly();
  const soon = afterPause(() => void load(), 300);
  /** @type {HistorySum | null} */
  let sum = null;

  async function load() {
    const latest = await newest(backend.sumMessages(filter()));
    if (!latest) return;
    sum = "answer" in latest ? latest.answer : null;
    update();
  }

  function update() {
    setText(byId("history-sum", HTMLElement), sum && sum.count > 0 ? sumWords(sum) : "");
  }

  return { load, update, loadSoon: () => soon.start() };
}

/** @param {HistorySum} sum */
export function sumWords({ count, segments, costs }) {
  const money = costs.map(({ amount, currency }) => formatMoney(amount, currency, language()));
  return [translate("sum-messages", { count }), translate("sum-parts", { parts: segments }), ...money].join(" · ");
}
