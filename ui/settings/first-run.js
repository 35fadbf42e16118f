// The first run, one thing at a time: try it out, enter the key, choose the sender. It can be left at each step and is
// taken up again there.

import { byId, isBusy, setBusy, setLine, setOptions, setText } from "../page/dom.js";
import { asUiError } from "../page/errors.js";
import { describe, translate } from "../page/l10n.js";
import { chooseSender, senderHelp, senderOptions } from "../writing/sender-field.js";
import { mountApiKeyForm } from "./api-key-form.js";
import { STEPS, hasKey, stepToShow } from "./first-run-steps.js";
import { isFixed } from "./organisation.js";
import { showProfile } from "./settings.js";

/**
 * @import { AccountView } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 * @import { Step } from "./first-run-steps.js"
 */

/** The part of the page with each step, and its title. @type {Record<Step, { part: string, title: string }>} */
const PLACES = {
  practice: { part: "first-run-practice-step", title: "first-run-practice-title" },
  key: { part: "first-run-key-step", title: "first-run-key-title" },
  sender: { part: "first-run-done", title: "first-run-done-title" },
};

/**
 * @param {Object} needs
 * @param {Backend} needs.backend
 * @param {Actions} needs.actions
 */
export function mountFirstRun({ backend, actions }) {
  const place = byId("first-run-key-place", HTMLElement);
  const keyForm = mountApiKeyForm({ prefix: "first-run", place, backend, stored });
  const practice = byId("first-run-practice", HTMLButtonElement);
  const errorPlace = byId("first-run-practice-error", HTMLElement);
  const sender = byId("first-run-sender", HTMLSelectElement);
  /** @type {Step | null} the step that the person went to by a button */
  let wanted = null;
  let hadKey = false;
  let shown = false;

  /** @param {Model} model */
  function update(model) {
    const { account, settings, start, view } = model;
    practice.hidden = isFixed(start, "practice");
    byId("first-run-practice-set", HTMLElement).hidden = !practice.hidden;
    if (hasKey(account) && !hadKey) wanted = null;
    hadKey = hasKey(account);
    const left = shown && view !== "first-run";
    shown = view === "first-run";
    if (left) leave(model);
    showSteps(wanted ?? stepToShow(settings.first_run, hadKey));
    byId("first-run-to-sender", HTMLElement).hidden = !hadKey;
    showProfile("first-run-account", account.profile);
    setLine(byId("first-run-problem", HTMLElement), account.problem?.message);
    showSenders(model);
    keyForm.update(model);
  }

  /** With the key there is nothing left that must be done: the sender can be chosen at each message. @param {Model} model */
  function leave({ account, settings }) {
    wanted = null;
    if (hasKey(account) && settings.first_run !== "done") void actions.changeSettings({ first_run: "done" });
  }

  /** @param {Model} model */
  function showSenders({ account, settings, start }) {
    const chosen = chooseSender(account.senders, settings.sender_id);
    setOptions(sender, senderOptions(account.senders, chosen), chosen === null ? "" : String(chosen));
    const { sender: set } = start.policy;
    sender.disabled = chosen === null || set !== null;
    setText(byId("first-run-sender-hint", HTMLElement), senderHelp(account, set) ?? translate(set ? "set-by-organisation" : "first-run-sender-hint"));
  }

  /** @param {AccountView} account */
  function stored(account) {
    actions.accountIs(account);
    go("sender");
  }

  /**
   * Shows a step; who has come further than before goes on there the next time.
   * @param {Step} step
   */
  function go(step) {
    wanted = step;
    void actions.changeSettings({ first_run: step });
    byId(PLACES[step].title, HTMLElement).focus();
  }

  async function startPractice() {
    if (isBusy(practice)) return;
    setBusy(practice, true);
    setLine(errorPlace, null);
    wanted = "practice";
    try {
      await actions.changeSettings({ first_run: "key" });
      await backend.changeMode(true);
    } catch (thrown) {
      setLine(errorPlace, asUiError(thrown).message);
      setBusy(practice, false);
    }
  }

  /**
   * @param {string} id
   * @param {() => unknown} work
   */
  const onClick = (id, work) => byId(id, HTMLButtonElement).addEventListener("click", () => void work());

  onClick("first-run-practice", startPractice);
  onClick("first-run-next", () => go("key"));
  onClick("first-run-back-to-practice", () => go("practice"));
  onClick("first-run-to-sender", () => go("sender"));
  onClick("first-run-back-to-key", () => go("key"));
  onClick("first-run-begin", () => actions.show("new-message"));
  for (const later of document.querySelectorAll(".first-run-later")) {
    later.addEventListener("click", () => actions.show("new-message"));
  }
  sender.addEventListener("change", () => void actions.changeSettings({ sender_id: Number(sender.value) }));
  return { update };
}

/** @param {Step} now */
function showSteps(now) {
  STEPS.forEach((step, place) => {
    byId(PLACES[step].part, HTMLElement).hidden = step !== now;
    markStep(step, place - STEPS.indexOf(now));
    const count = step === "practice" ? "first-run-count-optional" : "first-run-count";
    describe(byId(`first-run-${step}-count`, HTMLElement), count, { step: place + 1 });
  });
}

/**
 * @param {Step} step
 * @param {number} ahead how many steps it is ahead
 */
function markStep(step, ahead) {
  const mark = document.querySelector(`#first-run-steps [data-step="${step}"]`);
  const spoken = mark?.lastElementChild;
  if (!mark || !spoken) return;
  mark.toggleAttribute("data-finished", ahead < 0);
  if (ahead === 0) mark.setAttribute("aria-current", "step");
  else mark.removeAttribute("aria-current");
  setText(spoken, ahead < 0 ? translate("first-run-step-finished") : "");
}
