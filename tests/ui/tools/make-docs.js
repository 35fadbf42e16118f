// Makes what the documentation holds of the program's own words: `docs/words.md`, and the list of keys in the guides.
// `node tools/make-docs.js` writes them (`cargo xtask words`); with `--check` it says whether they are current.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { guideWithKeys } from "./guide-keys.js";
import { wordsPage } from "./words-page.js";

const DOCS = new URL("../../../docs/", import.meta.url);

const read = (name) => {
  try {
    return readFileSync(new URL(name, DOCS), "utf8");
  } catch {
    return "";
  }
};

/** File → what it is to hold. */
export function made() {
  return new Map([
    ["words.md", wordsPage()],
    ...["de", "en"].map((language) => {
      const name = `guide.${language}.md`;
      return /** @type {const} */ ([name, guideWithKeys(language, read(name))]);
    }),
  ]);
}

/** The files that are not what they are to be. */
export const stale = () => [...made()].filter(([name, text]) => read(name) !== text).map(([name]) => `docs/${name}`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = stale();
  if (!process.argv.includes("--check")) for (const [name, text] of made()) writeFileSync(new URL(name, DOCS), text);
  else if (found.length > 0) {
    process.stderr.write(`${found.join(", ")}: not current. Run \`cargo xtask words\`.\n`);
    process.exitCode = 1;
  }
}
