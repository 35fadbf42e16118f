import assert from "node:assert/strict";
import { test } from "node:test";
import { shortcuts } from "../../ui/help/shortcuts.js";
import { translate } from "../../ui/page/l10n.js";
import { ftl, makeBundle, messages, namesOf, read, scripts, speak } from "./sources.js";

const de = messages("de");
const en = messages("en");

/** What the program itself says: id → variables. */
const PROGRAM = {
  "window-title": [], "window-title-practice": [],
  "notify-sent": ["recipient"], "notify-rejected": ["recipient"], "notify-not-sent": ["recipient"],
  "notify-unclear": ["recipient"], "notify-held": ["recipient"], "notify-sent-body": ["segments"],
  "notify-several": ["count"], "notify-waiting": ["count"], "notify-waiting-body": [], "tray-show": [], "error-autostart": [], "notify-practice": ["title"],
  "error-recipient-empty": [], "error-recipient-not-a-number": [], "error-recipient-too-short": [],
  "error-recipient-too-long": [], "error-text-empty": [], "error-text-too-long": ["count", "limit"],
  "error-text-unfilled": ["placeholder"],
  "error-sender-missing": [], "error-sender-unusable": [], "error-key-missing": [], "error-key-format": [],
  "error-key-refused": [], "error-offline": [], "error-service-strange": [], "error-certificate": [],
  "error-proxy": [], "error-keychain-no-service": [], "error-keychain-no-collection": [],
  "error-keychain-locked": [], "error-keychain-slow": [], "error-keychain-other": [], "error-contact-name": [],
  "error-still-sending": ["count"], "error-too-late": [], "error-database": [], "error-already-open": [],
  "error-base-url": [],
  "error-links": [],
  "error-update-nothing": [], "error-update-unreachable": [], "error-update-answer": [], "error-update-sending": [],
  "error-update-download": [], "error-update-too-large": [], "error-update-untrusted": [],
  "error-update-not-installed": [], "error-update-gone": [],
  "error-policy": [], "error-policy-fault": ["place", "why"], "error-policy-country": [], "error-policy-sender": [],
  "error-policy-per-day": ["limit"], "error-policy-practice": [], "error-proxy-address": [], "error-proxy-password": [],
  "policy-fault-unreadable": [], "policy-fault-not-protected": [], "policy-fault-not-json": ["line"],
  "policy-fault-unknown-key": ["key"], "policy-fault-double-key": ["key"], "policy-fault-bad-value": ["key"],
  "store-key-stored": [],
  "error-settings": [], "error-other": [], "error-due-past": [], "error-due-too-far": [], "error-disk-full": [],
  "error-newer-version": [], "error-damaged": [], "error-delete-open": [], "error-not-repeatable": [],
  "error-export": [],
  "error-copy-not-ours": [], "error-copy-newer": [], "error-copy-damaged": [], "error-copy-unreadable": [],
  "error-copy-not-written": [], "error-forget-sending": [],
  "export-file-name": [], "export-time": [], "export-recipient": [], "export-number": [], "export-text": [],
  "export-state": [], "export-parts": [], "export-cost": [], "export-currency": [],
  "export-sender": [], "export-sender-number": [], "copy-file-name": [],
  "error-contact-nameless": [], "error-too-long": [], "error-gone": [], "error-template-nameless": [], "error-template-empty": [], "error-import-templates": [], "error-import-too-large": [], "error-import-not-contacts": [], "error-import-empty": [], "error-import-undone": [], "error-import-unreadable": [], "dialog-import-contacts": [], "dialog-export-contacts": [], "dialog-import-templates": [], "dialog-export-templates": [], "dialog-unreadable": [], "dialog-filter-contacts": [], "dialog-filter-cards": [], "dialog-filter-templates": [], "contacts-file-name": [], "templates-file-name": [], "unreadable-file-name": [], "unreadable-line": [], "unreadable-reason": [], "unreadable-content": [],
  ...Object.fromEntries(["message", "edit", "go", "window", "hide", "hide-others", "show-all", "quit", "undo", "redo", "cut", "copy", "paste", "select-all", "minimize", "zoom", "close"]
    .map((name) => [`menu-${name}`, []])),
  "dialog-export": [], "dialog-save-copy": [], "dialog-take-over": [], "dialog-filter-csv": [], "dialog-filter-copy": [],
};

/** Ids that are put together in the code, from the names in the types. */
const BUILT = {
  "state-": namesOf("MessageState"),
  "reason-": namesOf("Reason"),
  "waiting-": ["offline", "too-many-requests"],
  "key-state-": namesOf("KeyState"),
  "sender-option-": namesOf("SenderProblem"),
  "notice-": namesOf("Notice"),
  "ask-": namesOf("AskReason"),
  "history-": ["today", "yesterday"],
  "notice-key-": ["asking", "missing", "this-run-only"],
  "later-": ["missing", "twice"],
  "draft-": ["go-on", "go-on-spoken", "discard", "discard-spoken"],
  "template-": ["edit", "edit-spoken", "delete", "delete-spoken", "up-spoken", "down-spoken"],
  "settings-language-": namesOf("Language"),
  "placeholder-": namesOf("PlaceholderKind").filter((kind) => kind !== "own"),
  "import-about-": namesOf("FileKind"),
  "meaning-": namesOf("Meaning"),
  "unreadable-": namesOf("UnreadableReason"),
  "duplicates-": namesOf("DuplicateChoice"),
  "hint-": namesOf("Hint"),
  "show-": namesOf("HintKind"),
  "updates-": namesOf("UpdateStanding"),
  "shortcut-": shortcuts(false).map(({ name }) => name),
  "period-": ["all", "today", "week", "month", "year", "one-month"],
};

const builtIds = () => Object.entries(BUILT).flatMap(([prefix, names]) => names.map((name) => prefix + name));

const idsOfPage = () => [...read("index.html").matchAll(/data-l10n-id="([^"]*)"/g)].map(([, id]) => id);

/** Ids in the first argument of `translate(…)` and the second of `describe(…)`. */
function idsOfScripts() {
  return scripts().flatMap(({ text: code }) => {
    const text = code.replace(/=== "[^"]*"/g, "");
    const said = [...text.matchAll(/translate\(("[^)]*?"|[^),]*\?[^),]*)[,)]/g)];
    const described = [...text.matchAll(/describe\((?:byId\([^)]*\)|within\([^)]*\)|part\([^)]*\)|[\w.]+), ([^{)]*)/g)];
    return [...said, ...described].flatMap(([, ids]) => [...ids.matchAll(/"([a-z][a-z0-9-]*)"/g)].map(([, id]) => id));
  });
}

test("both languages have the same messages with the same variables", () => {
  assert.deepEqual(Object.fromEntries([...de].sort()), Object.fromEntries([...en].sort()));
});

test("no line of the words is lost to a syntax error or said twice", () => {
  for (const language of ["de", "en"]) {
    const ids = [...ftl(language).matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id);
    assert.deepEqual([...messages(language).keys()], ids);
    assert.equal(new Set(ids).size, ids.length);
  }
});

test("every message that the page names exists", () => {
  assert.ok(idsOfPage().length > 50);
  for (const id of idsOfPage()) assert.ok(de.has(id), id);
});

test("every message that the code names exists", () => {
  assert.ok(new Set(idsOfScripts()).size > 40);
  for (const id of idsOfScripts()) assert.ok(de.has(id), id);
});

test("every message that the code puts together from a type's names exists", () => {
  for (const id of builtIds()) assert.ok(de.has(id), id);
});

test("the program's own messages exist with exactly their variables", () => {
  for (const [id, variables] of Object.entries(PROGRAM)) assert.deepEqual(de.get(id), variables, id);
  for (const prefix of ["state-", "reason-"]) {
    for (const name of BUILT[prefix]) assert.deepEqual(de.get(prefix + name), [], name);
  }
});

test("no message is left that nobody says", () => {
  const literals = scripts().flatMap(({ text }) => [...text.matchAll(/"([a-z][a-z0-9-]*)"/g)].map(([, id]) => id));
  const said = new Set([...idsOfPage(), ...literals, ...builtIds(), ...Object.keys(PROGRAM)]);
  assert.deepEqual([...de.keys()].filter((id) => !said.has(id)), []);
});

test("every message can be formatted in both languages, for one and for many", () => {
  for (const [language, all] of [["de", de], ["en", en]]) {
    const bundle = makeBundle(language);
    for (const [id, variables] of all) {
      const { value, attributes } = bundle.getMessage(id);
      for (const number of [1, 2]) {
        const args = Object.fromEntries(variables.map((name) => [name, number]));
        const errors = [];
        for (const pattern of [value, ...Object.values(attributes)].filter(Boolean)) {
          assert.notEqual(bundle.formatPattern(pattern, args, errors).trim(), "", id);
        }
        assert.deepEqual(errors, [], id);
      }
    }
  }
});

test("a message that is read when it is needed is the one of the whole file, and none refers to another", () => {
  for (const [language, all] of [["de", de], ["en", en]]) {
    const bundle = makeBundle(language);
    speak(language);
    for (const [id, variables] of all) {
      const args = Object.fromEntries(variables.map((name) => [name, 2]));
      const { value } = bundle.getMessage(id);
      if (value) assert.equal(translate(id, args), bundle.formatPattern(value, args, []));
    }
    assert.doesNotMatch(ftl(language), /^-|\{ *-?[a-z]/m);
  }
});

test("practice announces itself first", () => {
  assert.match(makeText("de", "window-title-practice"), /^Übung/);
  assert.match(makeText("de", "send-practice"), /^Übung/);
  assert.match(makeText("en", "window-title-practice"), /^Practice/);
  assert.match(makeText("en", "send-practice"), /^Practice/);
});

test("sent is never called delivered but where that is denied, and parts are never called segments", () => {
  const said = (language) => ftl(language).replace(/^(#|proof-no-delivery =).*$/gm, "").replace(/\$segments/g, "");
  assert.doesNotMatch(said("de"), /zugestellt|segment/i);
  assert.doesNotMatch(said("en"), /deliver|segment/i);
});

function makeText(language, id) {
  const bundle = makeBundle(language);
  return bundle.formatPattern(bundle.getMessage(id).value);
}
