import assert from "node:assert/strict";
import { test } from "node:test";
import { filesEnding, read } from "./sources.js";

const styles = filesEnding(".css").map((path) => ({ path, text: read(path) }));

// WebKitGTK looks up each family for each size and weight, and each time asks some 120 questions of fontconfig.
test("no family is looked for but the desktop's own and one for code, in two weights", () => {
  const fonts = styles.flatMap(({ text }) => [...text.matchAll(/\bfont(?:-family)?: ([^;]+);/g)].map(([, font]) => font));
  const others = fonts.filter((font) => font !== "inherit");
  assert.deepEqual(others.sort(), ["0.8125rem/1.5 ui-monospace, monospace", "message-box"]);
  for (const { path, text } of styles) {
    const weights = [...text.matchAll(/font-weight: ([^;]+);/g)].map(([, weight]) => weight);
    for (const weight of weights) assert.match(weight, /^(400|600)$/, path);
  }
});
