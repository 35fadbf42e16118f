import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { read, scripts } from "./sources.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What may stand in the window's code although it looks like words, and why. */
const ALLOWED_IN_SCRIPTS = [
  // Names of keys, as the browser and `aria-keyshortcuts` call them.
  /^(Enter|Escape|Backspace|Home|End|Tab|Arrow(Up|Down|Left|Right)|Control|Meta|Mod|Digit\$\{\})$/,
  /^(Control\+Alt|Meta\+Option)\+S$/,
  // Tauri's name of an event's receivers.
  /^Any$/,
  // For programmers: the page and the code do not fit together.
  /^The page has no /,
];

/** What may stand in the program's code, and why. */
const ALLOWED_IN_PROGRAM = [
  // Diagnostics are in English whatever the window speaks, for those who help; the core's are names of formats.
  { path: /src-tauri\/src\/diagnostics\.rs$/, words: /./ },
  // Tauri's names of keys.
  { path: /menu\.rs$/, words: /^(Mod|CmdOrCtrl)$/ },
  // Files of the desktop, and the system's names of keys.
  { path: /autostart\/linux\.rs$/, words: /^(Hidden=|Exec=)/ },
  { path: /shortcut\/windows_macos\.rs$/, words: /^(Cmd|Ctrl)\+Alt\+S$/ },
  // The program's own name, before any words are there.
  { path: /src-tauri\/src\/window\.rs$/, words: /^Famulor SMS$/ },
  // The system's names of its folders.
  { path: /updates\/installation\.rs$/, words: /^ProgramFiles(\(x86\))?$/ },
  // Names of made-up people.
  { path: /practice\.rs$/, words: /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u },
  // What goes over the wire, and what the service is known to answer: its words, not ours.
  { path: /core\/src\/famulor\/|core\/src\/api_key|core\/src\/updates\/fetch/, words: /./ },
  // Columns and kinds of numbers in files of contacts, in both languages: other programs read them, and so does the import.
  { path: /core\/src\/(exchange\/(columns|label|cards|export\/\w+)|templates\/exchange)\.rs$/, words: /./ },
  // Words that people write in texts, in both languages: they are looked for, never said.
  { path: /core\/src\/hints\//, words: /./ },
  // Why a file is taken to be damaged: for the log.
  { path: /core\/src\/store\/(health|opening)\.rs$/, words: /^(the|that|there|a) / },
  { path: /core\/src\/types\.rs$/, words: /Do not edit/ },
];

test("no text stands in the page, only ids of words", () => {
  const page = read("index.html").replace(/<!--[^]*?-->/g, "").replace("<title data-l10n-id=\"window-title\">Famulor SMS</title>", "");
  const texts = [...page.matchAll(/>([^<]*[A-Za-zÄ-ü][^<]*)</g)].map(([, text]) => text.trim());
  const attributes = [...page.matchAll(/ (aria-label|placeholder|title|alt|aria-description|aria-roledescription)="/g)];
  assert.deepEqual(texts, []);
  assert.deepEqual(attributes.map(([attribute]) => attribute), []);
});

test("no sentence stands in the window's code", () => {
  const found = scripts().flatMap(({ path, text }) => literals(withoutComments(text))
    .filter(isForPeople)
    .filter((words) => !ALLOWED_IN_SCRIPTS.some((allowed) => allowed.test(words)))
    .map((words) => `${path}: ${words}`));
  assert.deepEqual(found, []);
});

test("no sentence stands in the program's code but in its log and its errors, which the window never shows", () => {
  const files = ["src-tauri/src", "src-tauri/core/src"].flatMap((folder) => rustFiles(join(ROOT, folder)));
  assert.ok(files.length > 50);
  const found = files.flatMap((file) => {
    const path = relative(ROOT, file).replaceAll("\\", "/");
    const allowed = ALLOWED_IN_PROGRAM.filter((one) => one.path.test(path));
    return literals(spoken(readFileSync(file, "utf8")))
      .filter(isForPeople)
      .filter((words) => !isSql(words) && !allowed.some((one) => one.words.test(words)))
      .map((words) => `${path}: ${words}`);
  });
  assert.deepEqual(found, []);
});

/** Words that begin like a sentence, or several words in a row. */
const isForPeople = (words) => /^[A-ZÄÖÜ][a-zäöüß]+/.test(words) || /\p{L}{2,} \p{L}+ \p{L}{2,}/u.test(words);

const isSql = (words) => / (INDEXED BY|CROSS JOIN) |^\s*\(?(SELECT|INSERT|UPDATE|DELETE|WITH|PRAGMA|CREATE|DROP|VACUUM|ATTACH|BEGIN|FROM|WHERE|AND|PRIMARY|JOIN|OR|UNION|ORDER)\b|^[a-z_.]+ (=|IN|IS|NOT|<|>|LIKE) /.test(words);

const withoutComments = (code) => code.replace(/\/\*[^]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "").replace(/ \/\/ .*$/gm, "");

/** The code without its tests, its comments, its log, and what its errors say to the log. */
const spoken = (code) => withoutComments(code.split("#[cfg(test)]")[0])
  .replace(/tracing::\w+!\([^]*?\);/g, "")
  .replace(/tracing::\w+!\([^]*?\)/g, "")
  .replace(/#!?\[[^]*?\]\n/g, "");

const literals = (code) => [...code.matchAll(/"((?:[^"\\\n]|\\[^])*)"|`((?:[^`\\]|\\.)*)`/g)]
  .map(([, plain, template]) => (plain ?? template).replace(/\$\{[^}]*\}/g, "${}"));

function rustFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return rustFiles(path);
    return entry.name.endsWith(".rs") && !/^(\w+_)?tests\.rs$/.test(entry.name) ? [path] : [];
  });
}
