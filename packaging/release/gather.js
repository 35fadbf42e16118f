// Everything that was built, in one folder: names without spaces, SHA256SUMS, latest.json for the updater, and the draft's text.
// node gather.js BUILT RELEASE VERSION URL

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

/** What each system's updater takes, by the ends of its names. */
const UPDATED = {
  "linux-x86_64": ".AppImage",
  "windows-x86_64": "-setup.exe",
  "darwin-x86_64": ".app.tar.gz",
  "darwin-aarch64": ".app.tar.gz",
};

/** What must be there; whether it is signed is another matter. */
const WANTED = [".deb", ".rpm", ".AppImage", "-setup.exe", ".msi", ".dmg", ".cdx.json"];

/**
 * What tauri-plugin-updater reads: only what is signed.
 * @param {string[]} names
 * @param {(name: string) => string} read
 * @param {string} version
 * @param {string} url
 */
export function latest(names, read, version, url) {
  /** @type {Record<string, { signature: string, url: string }>} */
  const platforms = {};
  for (const [platform, end] of Object.entries(UPDATED)) {
    const name = names.find((candidate) => candidate.endsWith(end));
    if (name && names.includes(`${name}.sig`)) {
      platforms[platform] = { signature: read(`${name}.sig`).trim(), url: `${url}/${name}` };
    }
  }
  return { version, platforms };
}

/**
 * The part of CHANGELOG.md for a version.
 * @param {string} changelog
 * @param {string} version
 */
export function notes(changelog, version) {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find((candidate) => candidate.split(/[\s(]/, 1)[0] === version);
  if (!part) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return part.slice(part.indexOf("\n")).trim();
}

/** The ends of names that nothing has. @param {string[]} names */
export function missing(names) {
  return WANTED.filter((end) => !names.some((name) => name.endsWith(end)));
}

/** @param {string} path */
export function plainName(path) {
  return basename(path).replaceAll(" ", "-");
}

/** @param {string} built @param {string} release @param {string} version @param {string} url */
function gather(built, release, version, url) {
  mkdirSync(release, { recursive: true });
  const entries = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of entries) copyFileSync(join(entry.parentPath, entry.name), join(release, plainName(entry.name)));
  const names = readdirSync(release).sort();
  const gaps = missing(names);
  if (gaps.length > 0) throw new Error(`Not built: ${gaps.join(", ")}`);
  const updates = latest(names, (name) => readFileSync(join(release, name), "utf8"), version, url);
  const text = notes(readFileSync("CHANGELOG.md", "utf8"), version);
  if (Object.keys(updates.platforms).length > 0) {
    writeFileSync(join(release, "latest.json"), `${JSON.stringify({ ...updates, notes: text }, null, 2)}\n`);
  }
  const sums = names.map((name) => `${createHash("sha256").update(readFileSync(join(release, name))).digest("hex")}  ${name}\n`);
  writeFileSync(join(release, "SHA256SUMS"), sums.join(""));
  const signed = Object.keys(updates.platforms);
  const said = signed.length > 0 ? `Updates itself: ${signed.join(", ")}.` : "No part of this release updates itself: it was built without a key.";
  writeFileSync("release-notes.md", `${text}\n\n${said} Checksums: SHA256SUMS. Components: famulor-sms.cdx.json.\n`);
}

if (import.meta.url === pathToFileURL(argv[1]).href) gather(argv[2], argv[3], argv[4], argv[5]);
