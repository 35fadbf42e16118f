import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { UI } from "./sources.js";

const folder = join(UI, "vendor", "fluent-bundle");
const readme = readFileSync(join(folder, "README.md"), "utf8");
const sums = new Map([...readme.matchAll(/^ {4}([0-9a-f]{64}) {2}(\S+)$/gm)].map(([, sum, name]) => [name, sum]));

test("the vendored files are exactly those that the README names", () => {
  const own = new Set(["README.md", "LICENSE"]);
  assert.deepEqual(readdirSync(folder).filter((name) => !own.has(name)).sort(), [...sums.keys()].sort());
});

test("the vendored files are unchanged", () => {
  for (const [name, sum] of sums) {
    assert.equal(createHash("sha256").update(readFileSync(join(folder, name))).digest("hex"), sum, name);
  }
});
