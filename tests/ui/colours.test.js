import assert from "node:assert/strict";
import { test } from "node:test";
import { filesEnding, read } from "./sources.js";

/** The tokens; and what is printed, which is black on white in every theme. */
const OWN = new Set(["styles/tokens.css", "styles/proof.css"]);

const tokens = new Map(
  [...read("styles/tokens.css").matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
    .map(([, name, light, dark]) => [name, { light, dark }]),
);

const THEMES = ["light", "dark"];

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function assertContrast(ink, ground, least) {
  for (const theme of THEMES) {
    const found = contrast(tokens.get(ink)[theme], tokens.get(ground)[theme]);
    assert.ok(found >= least, `${ink} on ${ground}, ${theme}: ${found.toFixed(2)}`);
  }
}

test("text stands out from everything that it stands on", () => {
  for (const ground of ["surface", "canvas", "rail", "raised", "tint"]) {
    for (const ink of ["ink", "ink-quiet", "accent", "bad"]) assertContrast(ink, ground, 4.5);
  }
  for (const state of ["good", "wait", "bad", "accent"]) {
    assertContrast(state, `${state}-soft`, 4.5);
    assertContrast("ink", `${state}-soft`, 4.5);
  }
  for (const ink of ["ink", "ink-quiet"]) assertContrast(ink, "calm-soft", 4.5);
  assertContrast("accent-strong", "accent-soft", 4.5);
  assertContrast("accent-ink", "accent", 4.5);
  assertContrast("accent-ink", "accent-strong", 4.5);
});

test("the edge of a control and the focus stand out", () => {
  for (const ground of ["surface", "raised", "canvas", "rail", "tint"]) {
    assertContrast("line-control", ground, 3);
    assertContrast("accent", ground, 3);
  }
});

test("no other style has a colour or a size of type of its own", () => {
  for (const path of filesEnding(".css").filter((path) => !OWN.has(path))) {
    assert.doesNotMatch(read(path), /#[0-9a-f]{3,8}\b(?=[^{]*;)|\brgb\(|\bhsl\(/i, path);
    assert.doesNotMatch(read(path), /font-size: [0-9]/, path);
  }
});

test("every token is used", () => {
  const styles = filesEnding(".css").map(read).join("\n");
  const names = [...read("styles/tokens.css").matchAll(/^ +(--[a-z0-9-]+):/gm)].map(([, name]) => name);
  assert.deepEqual(names.filter((name) => !styles.includes(`var(${name})`)), []);
});
