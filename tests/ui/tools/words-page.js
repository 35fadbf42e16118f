// `docs/words.md`: every outcome and every error with its sentence in both languages, and what stands in it.

import { ftl, makeBundle, namesOf } from "../sources.js";
import { CASES, SETTLED } from "./cases.js";

const HEAD = `# Every error and outcome in words

Made from \`ui/locales/*.ftl\` by \`cargo xtask words\`. Do not edit.

Every sentence says what happened, whether anything was sent, saved or changed, and what to do next.
Where that is said is proved by \`tests/ui/cases.test.js\`; a new id fails it until its case is listed in
\`tests/ui/tools/cases.js\`.
`;

const bundles = ["de", "en"].map(makeBundle);

/** The ids of all sentences that tell of an outcome or an error. */
export function toldIds() {
  const reasons = namesOf("Reason").map((name) => `reason-${name}`);
  const ids = [...ftl("en").matchAll(/^((?:error|waiting)-[a-z-]+) =/gm)].map(([, id]) => id);
  return [...new Set([...reasons, ...ids, "draft-not-kept", "notice-damaged", "notice-held", "notice-unclear"])];
}

/** @param {string} id */
export function sentences(id) {
  return bundles.map((bundle) => {
    const { value } = bundle.getMessage(id);
    const shown = { count: 2, limit: 300, placeholder: "…", why: "…", place: "…" };
    return bundle.formatPattern(value, shown, []);
  });
}

export function wordsPage() {
  return HEAD + Object.entries(CASES).map(([title, cases]) => `\n## ${title}\n\n${table(cases)}\n`).join("");
}

/** @param {Record<string, [string, import("./cases.js").Sent]>} cases */
function table(cases) {
  const head = ["When", "Was anything sent?", "Deutsch", "English", "Id"];
  const rows = Object.entries(cases).map(([id, [when, sent]]) => [when, SETTLED[sent], ...sentences(id), `\`${id}\``]);
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
