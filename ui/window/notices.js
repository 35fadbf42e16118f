// What the person must be told, above everything else, until it is settled or put away.

import { arrange, byId, fromTemplate, isBusy, setBusy, setText, within } from "../page/dom.js";
import { formatDateTime } from "../page/format.js";
import { language, translate } from "../page/l10n.js";

/**
 * @import { Notice } from "../types.d.ts"
 * @import { Actions, Model } from "../model.js"
 */

/** @typedef {"show-outbox" | "set-up" | "retry-keychain" | "refresh" | "enter-key" | "open-settings"} NoticeVerb */

/**
 * @typedef {Object} Told
 * @property {string} kind
 * @property {string} words
 * @property {NoticeVerb[]} verbs
 * @property {boolean} [stays] cannot be put away: it goes when what it says is over
 * @property {boolean} [quiet]
 */

/** @type {Record<NoticeVerb, string>} */
const VERB_WORDS = {
  "show-outbox": "notice-show-outbox",
  "set-up": "notice-set-up",
  "retry-keychain": "notice-retry",
  refresh: "notice-retry",
  "enter-key": "notice-key-for-now",
  "open-settings": "notice-open-settings",
};

/** @type {NoticeVerb[]} */
const VERBS_OF_COUNTED = ["show-outbox"];

/** @param {Actions} actions */
export function mountNotices(actions) {
  const place = byId("notices", HTMLElement);

  /** @type {Record<NoticeVerb, () => unknown>} */
  const verbs = {
    "show-outbox": () => actions.show("outbox"),
    "set-up": () => actions.show("first-run"),
    "retry-keychain": () => actions.retryKeychain(),
    refresh: () => actions.refreshAccount(),
    "enter-key": () => actions.enterKey(),
    "open-settings": () => actions.show("settings"),
  };

  // The first picture may have some that are older than the script.
  place.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const notice = button?.closest("[data-kind]");
    if (!button || !(notice instanceof HTMLElement)) return;
    const { verb } = button.dataset;
    if (verb) void run(button, verbs[/** @type {NoticeVerb} */ (verb)]);
    else actions.dismiss(notice.dataset.kind ?? "");
  });

  /** @param {Model} model */
  function update(model) {
    arrange(place, noticesFor(model).map(noticeElement));
  }

  /** @param {Told} told */
  function noticeElement(told) {
    const element = existing(told.kind) ?? makeNotice(told.kind);
    element.toggleAttribute("data-quiet", told.quiet ?? false);
    setText(within(element, ".notice-text", HTMLElement), told.words);
    arrange(within(element, ".notice-actions", HTMLElement), told.verbs.map((verb) => verbButton(element, verb)));
    within(element, ".notice-dismiss", HTMLElement).hidden = told.stays ?? false;
    return element;
  }

  /** @param {string} kind */
  function existing(kind) {
    return [...place.children].find((child) => child instanceof HTMLElement && child.dataset.kind === kind);
  }

  /** @param {string} kind */
  function makeNotice(kind) {
    const element = fromTemplate("notice-template", HTMLElement);
    element.dataset.kind = kind;
    return element;
  }

  /**
   * @param {Element} notice
   * @param {NoticeVerb} verb
   */
  function verbButton(notice, verb) {
    const button = notice.querySelector(`[data-verb="${verb}"]`) ?? makeButton(verb);
    setText(button, translate(VERB_WORDS[verb]));
    return button;
  }

  return { update };
}

/** @param {NoticeVerb} verb */
function makeButton(verb) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small";
  button.dataset.verb = verb;
  return button;
}

/**
 * @param {HTMLButtonElement} button
 * @param {() => unknown} verb
 */
async function run(button, verb) {
  if (isBusy(button)) return;
  setBusy(button, true);
  await verb();
  setBusy(button, false);
}

/**
 * @param {Model} model
 * @returns {Told[]}
 */
export function noticesFor(model) {
  const always = [...policyNotice(model), ...draftNotice(model)];
  if (model.view === "settings") return always;
  if (model.view === "first-run") return [...always, ...firstRunNotice(model)];
  return [...always, ...startNotices(model), ...keyNotices(model)].filter(
    ({ kind }) => !model.dismissed.has(kind),
  );
}

/**
 * What the organisation wants is not known, so nothing is sent.
 * @param {Model} model
 * @returns {Told[]}
 */
function policyNotice({ start: { policy } }) {
  return policy.problem === null ? [] : [{ kind: "policy", words: policy.problem, verbs: [], stays: true }];
}

/**
 * @param {Model} model
 * @returns {Told[]}
 */
function draftNotice({ draftKept }) {
  return draftKept ? [] : [{ kind: "draft-not-kept", words: translate("draft-not-kept"), verbs: [], stays: true }];
}

/**
 * @param {Model} model
 * @returns {Told[]}
 */
function startNotices({ notices, view }) {
  return notices.map((notice) => {
    const verbs = "count" in notice && view !== "outbox" ? VERBS_OF_COUNTED : [];
    return { kind: notice.kind, words: noticeWords(notice), verbs, stays: notice.kind === "damaged" };
  });
}

/** @param {Notice} notice */
function noticeWords(notice) {
  if ("count" in notice) return translate(`notice-${notice.kind}`, { count: notice.count });
  if (notice.kind !== "restored") return translate(`notice-${notice.kind}`);
  if (notice.at === null) return translate("notice-restored-empty");
  return translate("notice-restored", { when: formatDateTime(notice.at, language()) });
}

/**
 * @param {Model} model
 * @returns {Told[]}
 */
function keyNotices({ start, view, account: { key, problem } }) {
  if (start.practice || view !== "new-message") return [];
  if (key === "asking") return [keyNotice(key, [], { stays: true, quiet: true })];
  if (key === "missing") return [keyNotice(key, ["set-up"], { stays: true })];
  if (key === "unavailable") return [unavailable(problem?.message)];
  /** @type {Told[]} */
  const told = key === "this-run-only" ? [keyNotice(key, [], { quiet: true })] : [];
  if (problem) told.push(accountProblem(problem));
  return told;
}

/**
 * The form for a key is there already; what stands in its way is said before it is filled in.
 * @param {Model} model
 * @returns {Told[]}
 */
function firstRunNotice({ account: { key, problem } }) {
  return key === "unavailable" ? [{ ...unavailable(problem?.message), verbs: ["retry-keychain"] }] : [];
}

/**
 * @param {"asking" | "missing" | "this-run-only"} key
 * @param {NoticeVerb[]} verbs
 * @param {{ stays?: boolean, quiet?: boolean }} manner
 * @returns {Told}
 */
function keyNotice(key, verbs, manner) {
  return { kind: `key-${key}`, words: translate(`notice-key-${key}`), verbs, ...manner };
}

/**
 * @param {string | undefined} problem
 * @returns {Told}
 */
function unavailable(problem) {
  const words = problem ?? translate("error-keychain-other");
  return { kind: "key-unavailable", words, verbs: ["retry-keychain", "enter-key"], stays: true };
}

/**
 * @param {{ code: string, message: string }} problem
 * @returns {Told}
 */
function accountProblem({ code, message }) {
  return { kind: "account-problem", words: message, verbs: [code === "key" ? "open-settings" : "refresh"] };
}
