// What the tests read: the window's files, its words, and the names in the generated types.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "../../ui/vendor/fluent-bundle/index.js";
import { useWords } from "../../ui/page/l10n.js";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const UI = join(ROOT, "ui");

export const read = (path) => readFileSync(join(UI, path), "utf8");

/** Every file under ui/ with this ending, as a path relative to it; the vendored ones apart. */
export function filesEnding(ending, folder = UI) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "vendor" ? [] : filesEnding(ending, path);
    return entry.name.endsWith(ending) ? [relative(UI, path)] : [];
  });
}

export const scripts = () => filesEnding(".js").map((path) => ({ path, text: read(path) }));

export const ftl = (language) => read(`locales/${language}.ftl`);

/** Every word of a language at once; the window reads each when it is needed. */
export function makeBundle(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(ftl(language)));
  return bundle;
}

/** id → the sorted variables of the message and its attributes. */
export function messages(language) {
  return new Map(new FluentResource(ftl(language)).body.map((entry) => [entry.id, variables(entry)]));
}

function variables(node) {
  const found = new Set();
  const walk = (part) => {
    if (part === null || typeof part !== "object") return;
    if (part.type === "var") found.add(part.name);
    Object.values(part).forEach(walk);
  };
  walk(node);
  return [...found].sort();
}

/** The string literals of a union in `types.d.ts`: of a plain one, or of the `kind`s of a tagged one. */
export function namesOf(type) {
  const [, union] = new RegExp(`export type ${type} = ([^;]+);`).exec(read("types.d.ts").replace(/\/\*[^]*?\*\//g, ""));
  const kinds = [...union.matchAll(/"kind": "([^"]+)"/g)];
  return (kinds.length > 0 ? kinds : [...union.matchAll(/"([^"]+)"/g)]).map(([, name]) => name);
}

export function speak(language) {
  useWords(language, ftl(language));
}
