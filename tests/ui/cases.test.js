import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES } from "./tools/cases.js";
import { stale } from "./tools/make-docs.js";
import { sentences, toldIds } from "./tools/words-page.js";
import { ftl, read } from "./sources.js";
import { readFileSync } from "node:fs";

const cases = Object.values(CASES).flatMap((part) => Object.entries(part));

/** What must stand in the sentence, in German and in English. */
const SAYS = {
  no: [
    /nichts (mehr )?gesendet|nicht gesendet|noch nicht gesendet|kann nichts gesendet werden/,
    /nothing (was|is) sent|not sent|nothing can be sent|not been sent|have not been sent/i,
  ],
  perhaps: [/vielleicht|unklar|ob (sie|eine|.* Nachrichten?) gesendet|ob die Nachricht dabei ist/i, /perhaps|unclear|whether/i],
  unsaved: [
    /nichts (gespeichert|geändert|gelöscht)|nicht (gelöscht|gespeichert)|nur in diesem Fenster/,
    /nothing was (saved|changed|deleted)|not (deleted|saved)|only in this window/i,
  ],
  underway: [/wird noch gesendet|werden noch gesendet/, /being sent/],
  noted: [/selbst vermerkt/, /noted this yourself/],
};

/** Something to do, or what happens by itself. */
const NEXT = [
  /\bSie\b|versucht es von selbst|geht gleich von selbst|was zu tun ist|nichts zu tun|Sie muss mit https|warte|unklar, ob/i,
  /please|\b(check|send|enter|start|unlock|look|try|choose|settle|note|top it up|go on)\b|by itself|what to do|left to do|must begin|must be|waiting|unclear whether/i,
];

test("every outcome and every error is a case of the table, and no case is left over", () => {
  assert.deepEqual(cases.map(([id]) => id).sort(), toldIds().sort());
});

test("every sentence says whether anything was sent, saved or changed, and what comes next", () => {
  for (const [id, [, sent]] of cases) {
    sentences(id).forEach((sentence, language) => {
      assert.match(sentence, SAYS[sent][language], id);
      assert.match(sentence, NEXT[language], id);
    });
  }
});

test("only what is certain is said to be not sent", () => {
  for (const [id, [, sent]] of cases) {
    if (sent !== "perhaps") for (const sentence of sentences(id)) assert.doesNotMatch(sentence, /vielleicht wurde|perhaps (it|the message) was/i, id);
  }
});

test("German says Sie, and no sentence speaks of what only programmers know", () => {
  assert.doesNotMatch(ftl("de"), /\b(du|dein|deine|dich|dir)\b/i);
  for (const [id] of cases.filter(([id]) => id !== "error-base-url")) {
    for (const sentence of sentences(id)) assert.doesNotMatch(sentence, /HTTP|JSON-Fehler|timeout|database|exception|null\b|token|server/i, id);
  }
});

test("docs/words.md and the guides' lists of keys are what the words make (cargo xtask words)", () => {
  assert.deepEqual(stale(), []);
});

test("what the guides call a button or a view is called so in the window", () => {
  for (const language of ["de", "en"]) {
    const guide = readFileSync(new URL(`../../docs/guide.${language}.md`, import.meta.url), "utf8");
    const said = new Set([...ftl(language).matchAll(/^(?:[a-z0-9-]+ =|    \.[a-z-]+ =) (.*)$/gm)].map(([, words]) => words));
    for (const [, words] of guide.matchAll(/\*\*([^*]+?)[:.]?\*\*/g)) assert.ok(said.has(words), `${language}: ${words}`);
  }
});
