import assert from "node:assert/strict";
import { test } from "node:test";
import { useWords } from "../../ui/page/l10n.js";
import { isWrittenElsewhere, linkWords } from "../../ui/window/link-bar.js";
import { ftl } from "./sources.js";

useWords("en", ftl("en"));

const PLAIN = { recipient: "+491711234567", others: [], extension: null, body: "Hello", cut: false, copied: false };

test("of a link that went into the form as it is, nothing is said", () => {
  assert.equal(linkWords(PLAIN, false), "");
});

test("a link that waits says to whom, but nothing of its text", () => {
  assert.equal(linkWords(PLAIN, true), "A link wants to write to +491711234567.");
  assert.equal(linkWords({ ...PLAIN, recipient: "" }, true), "A link wants to write a message.");
});

test("a number that was copied is called so", () => {
  assert.equal(linkWords({ ...PLAIN, copied: true, body: "" }, true), "You copied the number +491711234567.");
  assert.equal(linkWords({ ...PLAIN, copied: true, body: "" }, false), "");
});

test("what could not be taken is named, waiting or not", () => {
  const link = { ...PLAIN, others: ["+491721234567", "22333"], extension: "12", cut: true };
  const named = "The link also names +491721234567, 22333. A message goes to one recipient only. "
    + "No SMS can reach the extension 12; it was left out. The link was too long: its end is missing.";
  assert.equal(linkWords(link, false), named);
  assert.equal(linkWords(link, true), `A link wants to write to +491711234567. ${named}`);
});

test("many others are counted and long words cut, so that the bar stays a bar", () => {
  const others = Array.from({ length: 150 }, (_, place) => String(place));
  const words = linkWords({ ...PLAIN, recipient: "🙂".repeat(100), others }, true);
  assert.equal(words, `A link wants to write to ${"🙂".repeat(40)}…. The link also names 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 140 more. A message goes to one recipient only.`);
});

/** A page with this in the focus. */
function page({ type = null, in: form = null, field = true, dialog = null }) {
  const element = { getAttribute: () => type, closest: (wanted) => (wanted === "#message-form" ? form : field ? element : null) };
  return { activeElement: element, querySelector: () => dialog };
}

test("somebody writes elsewhere in a dialog, or in a field that is not the form's", () => {
  assert.equal(isWrittenElsewhere(page({ type: "search" })), true);
  assert.equal(isWrittenElsewhere(page({})), true, "a text area or a list");
  assert.equal(isWrittenElsewhere(page({ field: false, dialog: {} })), true);
  assert.equal(isWrittenElsewhere(page({ in: {} })), false, "the form itself");
  assert.equal(isWrittenElsewhere(page({ type: "checkbox" })), false);
  assert.equal(isWrittenElsewhere(page({ field: false })), false, "a button or a title");
});
