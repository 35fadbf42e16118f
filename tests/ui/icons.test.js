import assert from "node:assert/strict";
import { test } from "node:test";
import { filesEnding, namesOf, read, scripts } from "./sources.js";

const style = read("styles/icon.css") + read("styles/icon-names.css");
const files = filesEnding(".svg").map((path) => path.replace(/^icons\/(.*)\.svg$/, "$1"));
const named = new Set([...style.matchAll(/url\("\.\.\/icons\/([a-z0-9-]+)\.svg"\)/g)].map(([, name]) => name));
const ruled = (attribute) => [...style.matchAll(new RegExp(`\\[data-${attribute}="([^"]+)"\\]`, "g"))].map(([, name]) => name);
const sorted = (names) => [...new Set(names)].sort();

test("every icon is named in the style, and every icon named there is there", () => {
  assert.deepEqual(sorted(files), sorted(named));
});

test("every icon of the page has its rule, and every rule is used", () => {
  const page = [...read("index.html").matchAll(/ data-icon="([^"]+)"/g)].map(([, name]) => name);
  const code = scripts().flatMap(({ text }) => [...text.matchAll(/dataset\.icon = "([^"]+)"/g)].map(([, name]) => name));
  assert.deepEqual(sorted(ruled("icon")), sorted([...page, ...code]));
});

test("every state of a message has an icon of its own", () => {
  assert.deepEqual(sorted(ruled("state")), sorted(namesOf("MessageState")));
  const pictures = [...style.matchAll(/data-state="[^"]+"\] \{ --icon: url\("([^"]+)"/g)].map(([, path]) => path);
  assert.equal(new Set(pictures).size, pictures.length);
});

test("the icons are from one set, and its licence is beside them", () => {
  for (const name of files) assert.match(read(`icons/${name}.svg`), /^<!-- @license lucide-static v1\.62\.0 - ISC -->/, name);
  assert.match(read("icons/LICENSE"), /^ISC License/);
});

test("the lines of icons that are drawn in the page grow with them, and not once more with large text", () => {
  const [, rule = ""] = /\.icon > svg \{([^}]*)\}/.exec(style) ?? [];
  assert.match(rule, /stroke-width: [\d.]+%;/);
});
