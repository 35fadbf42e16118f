import assert from "node:assert/strict";
import { test } from "node:test";
import { filesEnding, read } from "./sources.js";

const styles = filesEnding(".css").map((path) => ({ path, text: read(path) }));

// WebKitGTK looks up each family for each size and weight, and each time asks some 120 questions of fontconfig.
test("only the desktop's font and a generic one are looked for, in two weights", () => {
  for (const { path, text } of styles) {
    const families = [...text.matchAll(/--font: ([^;]+);/g)].map(([, list]) => list);
    for (const list of families) assert.equal(list, "system-ui, sans-serif", path);
    const weights = [...text.matchAll(/font-weight: ([^;]+);/g)].map(([, weight]) => weight);
    for (const weight of weights) assert.match(weight, /^(400|600)$/, path);
  }
  assert.equal(styles.filter(({ text }) => text.includes("--font:")).length, 1);
});
