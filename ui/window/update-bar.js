// Under every view: a newer version of the program is there. It asks and waits; it takes no focus and covers nothing. What is
// said of the version comes from a server: it is shown as text, and nothing is done by it.

import { byId, setLine, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { translate } from "../page/l10n.js";
import { isRepeated } from "../page/press.js";

/**
 * @import { UpdateOffer } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions } from "../model.js"
 */

/**
 * @param {Object} needs
 * @param {Pick<Backend, "installUpdate" | "onUpdateFound" | "onUpdateProgress">} needs.backend
 * @param {Pick<Actions, "changeSettings">} needs.actions
 * @param {() => void} needs.left the bar is gone, and with it the button that was pressed
 */
export function mountUpdateBar({ backend, actions, left }) {
  const bar = byId("update-bar", HTMLElement);
  const progress = byId("update-progress", HTMLProgressElement);
  /** @type {UpdateOffer | null} */
  let offer = null;
  let isLoading = false;
  /** @type {string | null} */
  let problem = null;

  /** @param {UpdateOffer | null} found */
  function offerIs(found) {
    if (isLoading) return;
    [offer, problem] = [found, null];
    update();
  }

  async function install() {
    if (isLoading) return;
    [isLoading, problem] = [true, null];
    progress.removeAttribute("value");
    update();
    try {
      await backend.installUpdate();
    } catch (thrown) {
      problem = asUiError(thrown).message;
      isLoading = false;
      update();
      byId("update-now", HTMLButtonElement).focus();
    }
  }

  function putAway() {
    offerIs(null);
    left();
  }

  async function skip() {
    if (offer) await actions.changeSettings({ skipped_update: offer.version });
    putAway();
  }

  function update() {
    bar.hidden = offer === null;
    setText(byId("update-words", HTMLElement), offer ? updateWords(offer, isLoading) : "");
    setLine(byId("update-notes", HTMLElement), isLoading ? null : offer?.notes);
    setLine(byId("update-problem", HTMLElement), problem);
    progress.hidden = !isLoading;
    byId("update-actions", HTMLElement).hidden = isLoading;
  }

  /** @param {string} id @param {() => unknown} work */
  const onClick = (id, work) =>
    byId(id, HTMLButtonElement).addEventListener("click", (event) => void (isRepeated(event) || work()));

  onClick("update-now", install);
  onClick("update-later", putAway);
  onClick("update-skip", skip);
  void backend.onUpdateFound(offerIs);
  void backend.onUpdateProgress(({ percent }) => {
    if (percent !== null) progress.value = percent;
  });
  return { offerIs, update };
}

/**
 * @param {UpdateOffer} offer
 * @param {boolean} isLoading
 */
export function updateWords({ version, notes }, isLoading) {
  if (isLoading) return translate("update-loading", { version });
  return translate(notes === "" ? "update-words" : "update-words-news", { version });
}
