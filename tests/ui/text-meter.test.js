import assert from "node:assert/strict";
import { test } from "node:test";
import { costlyWords, forcingWords, pairWords } from "../../ui/writing/costly-line.js";
import { marksOf } from "../../ui/writing/text-marks.js";
import { meterWords } from "../../ui/writing/text-meter.js";
import { speak } from "./sources.js";

const analysis = (changes) => ({
  text: "", code_points: 12, encoding: "GSM-7", segments: 1, units_left: 148, forcing: [], costly: null, ...changes,
});

const character = (character, start, replacement) => ({ character, start, end: start + character.length, replacement });

test("the meter speaks in plain words", () => {
  speak("de");
  assert.equal(
    meterWords(analysis()),
    "12 von 300 Zeichen · 1 SMS-Teil · Standardzeichen · noch Platz für 148 in diesem Teil",
  );
  assert.match(
    meterWords(analysis({ code_points: 90, encoding: "UCS-2", segments: 2, units_left: 44 })),
    /^90 von 300 Zeichen · 2 SMS-Teile · Sonderzeichen · noch Platz für 44/,
  );
  speak("en");
  assert.match(meterWords(analysis()), /^12 of 300 characters · 1 SMS part · standard characters · room for 148 more/);
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

test("the characters that make it a text of special characters are named", () => {
  speak("de");
  assert.equal(forcingWords(analysis()), null);
  assert.match(forcingWords(analysis({ forcing: [{ character: "😀", position: 0, replacement: null }] })), /^😀: /);
});

test("the characters that make a text dear are counted and named, each once", () => {
  speak("en");
  const costly = { characters: [character("“", 0, '"'), character("\u00a0", 4, " "), character("“", 9, '"')] };
  assert.equal(
    costlyWords({ ...costly, segments_without: 1 }, 3),
    "3 characters make this 3 SMS parts instead of 1: “ · special space",
  );
  const one = { characters: [character("Ş", 0, null)], segments_without: 1 };
  assert.equal(costlyWords(one, 2), "One character makes this 2 SMS parts instead of 1: Ş");
  speak("de");
  assert.equal(costlyWords(one, 2), "Ein Zeichen macht daraus 2 SMS-Teile statt 1: Ş");
});

test("what would be replaced is shown as old and new, and what has no shape by its name", () => {
  speak("de");
  const pairs = [character("„", 0, '"'), character("…", 3, "..."), character("\u00a0", 6, " "), character("\u200b", 8, "")];
  assert.deepEqual(pairWords([...pairs, character("„", 9, '"')]), [
    '„ → " (2-mal)', "… → ...", "besonderes Leerzeichen → Leerzeichen", "unsichtbares Zeichen → nichts",
  ]);
});

test("costly characters are marked, else the few special ones, counted as the field counts", () => {
  const typed = "  😀 Şahin";
  const forcing = [{ character: "😀", position: 0 }, { character: "Ş", position: 2 }];
  const measure = analysis({ text: "😀 Şahin", forcing });
  assert.deepEqual(marksOf(measure, typed).map(({ start, end }) => typed.slice(start, end)), ["😀", "Ş"]);
  const costly = { characters: [character("Ş", 5, null)], segments_without: 1, replaced: null };
  assert.deepEqual(marksOf({ ...measure, costly }, typed), [{ start: 5, end: 6, costly: true }]);
});

test("nothing is marked in a text of another script, nor in one that is sent otherwise than typed", () => {
  const forcing = [..."Привет"].map((character, position) => ({ character, position }));
  assert.deepEqual(marksOf(analysis({ text: "Привет", forcing }), "Привет"), []);
  const decomposed = analysis({ text: "Ş", forcing: [{ character: "Ş", position: 0 }] });
  assert.deepEqual(marksOf(decomposed, "S\u0327"), []);
});
