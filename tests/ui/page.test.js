import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { filesEnding, read, scripts, UI } from "./sources.js";

const page = read("index.html");
const body = page.slice(page.indexOf("<body"));

/** Ids that the tests of the real program rely on. */
const IDS = `nav-new-message nav-history nav-settings practice-banner host-banner notices message-form recipient recipient-hint
  recipient-error recipient-suggestions sender sender-error text text-meter text-error send form-error outcome
  save-contact-panel contact-name save-contact ask-dialog ask-reasons ask-send ask-back history-list history-more
  history-empty account-name account-email account-balance key-state account-problem retry-keychain refresh-account
  forget-key language theme default-country start-practice end-practice first-run first-run-practice nav-outbox
  outbox-badge outbox-held outbox-held-list outbox-unclear outbox-unclear-list outbox-later outbox-later-list
  outbox-empty outbox-status outcome-outbox later later-toggle later-day later-hour later-minute later-error
  later-twist repeats kept-drafts kept-drafts-list kept-drafts-back undo-bars undo-list undo-status undo-problem
  history-search history-filter-toggle history-filter-panel history-state history-sender history-period
  history-month history-jump history-sum history-export history-export-cancel history-export-result history-none
  history-clear history-newest history-newer history-status detail-dialog detail-title detail-text detail-facts
  detail-steps detail-links detail-settle detail-actions detail-error detail-close confirm-dialog confirm-check
  confirm-yes confirm-back close-dialog close-hide close-quit close-back undo-seconds keep-months backup-latest
  back-up-now save-copy take-over-copy backup-result backup-error forget-all forget-all-error proof proof-facts recipient-box recipient-chip
  recipient-chip-words recipient-chip-remove recent-messages recent-messages-list nav-templates
  insert-template template-dialog template-search template-choices text-unfilled text-unfilled-list answers-dialog
  answers-yes templates-list template-new templates-import templates-export-csv templates-export-json
  contacts-import contacts-export-vcard
  contacts-export-csv import-dialog import-head import-rows import-header import-ready import-duplicates
  import-duplicates-list import-unreadable-list import-unreadable-save import-apply import-cancel import-undo
  import-done-words import-done-save import-back import-error template-form-dialog template-name template-body template-language template-form-save signature nav-contacts contacts-search
  contacts-favourites contacts-letters contacts-list contacts-first-list contacts-more contacts-empty contacts-none
  contact-new contact-dialog contact-numbers contact-thread contact-favourite contact-edit contact-bar contact-merge
  contact-delete contacts-same-number same-number-dialog same-number-list same-number-back contacts-imports imports-dialog
  imports-list imports-status imports-back contact-form-dialog contact-given contact-family contact-organisation contact-form-numbers
  contact-number-add contact-note contact-form-save contact-form-error merge-dialog merge-search merge-list
  reason-dialog reason reason-yes undo-notice undo-notice-words undo-notice-undo
  text-marks text-cost text-short text-short-words text-drift text-costly text-replace text-replace-panel text-replace-yes
  text-replace-no text-replaced text-replaced-undo hint-asks-for-reply hint-other-salutation text-status`.split(/\s+/);

test("the page has every id that the tests of the real program rely on, once", () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  for (const id of IDS) assert.ok(ids.includes(id), id);
  assert.equal(new Set(ids).size, ids.length);
});

test("the key form has its parts for both of its places", () => {
  for (const part of ["api-key", "api-key-error", "store-key", "this-run-only", "key-help"]) {
    assert.ok(page.includes(`data-part="${part}"`), part);
  }
});

test("the page holds no word of its own", () => {
  const words = body.replace(/<[^>]*>/g, "").trim();
  assert.equal(words, "");
  assert.doesNotMatch(body, /\s(?:aria-label|placeholder|title|alt)="/);
});

test("the page keeps to its content security policy: nothing inline, nothing from elsewhere", () => {
  assert.doesNotMatch(page, /\sstyle="|<style|\son[a-z]+="|javascript:|https?:/);
  for (const [, attributes, content] of page.matchAll(/<script([^>]*)>([^<]*)/g)) {
    assert.match(attributes, / src="| type="application\/json"/);
    assert.equal(content.trim(), "");
  }
});

test("every file that the page names is there, and every style is used", () => {
  const named = [...page.matchAll(/\s(?:href|src)="([^#"][^"]*)"/g)].map(([, path]) => path);
  for (const path of named) assert.ok(existsSync(join(UI, path)), path);
  for (const path of filesEnding(".css")) assert.ok(named.includes(path), path);
});

test("every label and description points at something", () => {
  const has = (id) => page.includes(` id="${id}"`);
  for (const [, ids] of page.matchAll(/(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"/g)) {
    for (const id of ids.split(" ")) assert.ok(has(id), id);
  }
});

/** How the second part of the page comes, which the program holds (`src-tauri/src/pages/parts.rs`). */
const OWN_PART = `fetch(\`further.\${document.documentElement.lang}.html\`);
  if (!answer.ok) throw new Error(answer.statusText);
  return document.createRange().createContextualFragment(await answer.text());`;

test("only one module touches Tauri, and none parses text as HTML, keeps anything or calls out", () => {
  for (const { path, text: whole } of scripts()) {
    if (path !== "backend.js") assert.ok(!whole.includes("__TAURI"), path);
    const text = path === "before-app.js" ? whole.replace(OWN_PART, "") : whole;
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|ContextualFragment/, path);
    assert.doesNotMatch(text, /localStorage|sessionStorage|indexedDB|document\.cookie|\bfetch\(|XMLHttpRequest/, path);
  }
});

test("every module says why it exists", () => {
  for (const { path, text } of scripts()) assert.match(text, /^\/\/ [A-Z]/, path);
});
