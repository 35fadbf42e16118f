import assert from "node:assert/strict";
import { test } from "node:test";
import { makeTextLanguage } from "../../ui/writing/text-language.js";
import { speak } from "./sources.js";

test("spelling is checked in the template's language, else in the window's, and asked for once when somebody writes", () => {
  const [asked, input] = [[], new EventTarget()];
  const backend = { checkSpelling: async (language) => void asked.push(language) };
  speak("de");
  const spelling = makeTextLanguage(backend, input);
  spelling.update();
  assert.deepEqual([input.lang, asked], ["de", []]);
  input.dispatchEvent(new Event("focus"));
  input.dispatchEvent(new Event("focus"));
  spelling.update();
  spelling.use("en");
  assert.equal(input.lang, "en");
  speak("en");
  spelling.update();
  spelling.use(null);
  speak("de");
  spelling.update();
  assert.deepEqual([input.lang, asked], ["de", ["de", "en", "de"]]);
});
