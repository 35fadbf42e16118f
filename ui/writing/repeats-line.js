// Says that the text in the form sends an earlier message again.

import { byId, setLine } from "../page/dom.js";
import { formatDateTime } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { latestOnly } from "../page/latest.js";

/** @import { Backend } from "../backend.js" */

/** @param {Pick<Backend, "messageDetail">} backend */
export function mountRepeatsLine(backend) {
  const newest = latestOnly();
  /** @type {number | null} */
  let at = null;

  /** @param {number | null} repeats */
  async function show(repeats) {
    at = null;
    update();
    const latest = await newest(repeats === null ? Promise.resolve(null) : backend.messageDetail(repeats));
    if (!latest) return;
    at = "answer" in latest ? (latest.answer?.message.at ?? null) : null;
    update();
  }

  function update() {
    const words = at === null ? null : translate("repeats", { when: formatDateTime(at, language()) });
    setLine(byId("repeats", HTMLElement), words);
  }

  return { show, update };
}
