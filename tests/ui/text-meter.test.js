import assert from "node:assert/strict";
import { test } from "node:test";
import { forcingWords, meterWords } from "../../ui/writing/text-meter.js";
import { speak } from "./sources.js";

const analysis = (changes) => ({
  text: "", code_points: 12, encoding: "GSM-7", segments: 1, units_left: 148, forcing: [], ...changes,
});

test("the meter speaks in plain words", () => {
  speak("de");
  assert.equal(meterWords(analysis()), "12 von 300 Zeichen · 1 SMS-Teil · Standardzeichen");
  assert.equal(
    meterWords(analysis({ code_points: 90, encoding: "UCS-2", segments: 2 })),
    "90 von 300 Zeichen · 2 SMS-Teile · Sonderzeichen",
  );
  speak("en");
  assert.equal(meterWords(analysis()), "12 of 300 characters · 1 SMS part · standard characters");
});

test("an empty text has no parts", () => {
  speak("en");
  assert.equal(meterWords(analysis({ code_points: 0, segments: 0 })), "0 of 300 characters");
});

test("a text that is too long says by how much", () => {
  speak("de");
  assert.match(meterWords(analysis({ code_points: 301, segments: 2 })), /301 von 300 Zeichen · 1 Zeichen zu viel/);
  assert.match(meterWords(analysis({ code_points: 305, segments: 2 })), /5 Zeichen zu viel/);
});

test("the characters that make it dear are named", () => {
  speak("de");
  assert.equal(forcingWords(analysis()), null);
  assert.match(forcingWords(analysis({ forcing: [{ character: "😀", position: 0, replacement: null }] })), /^😀: /);
});
