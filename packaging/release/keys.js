// Which signing keys there are: says plainly what stays unsigned, and hands on the bundler's configuration for that.

import { appendFileSync } from "node:fs";
import { argv, env } from "node:process";
import { pathToFileURL } from "node:url";

/** @typedef {Record<string, string | undefined>} Variables */

const APPLE = [
  "APPLE_CERTIFICATE", "APPLE_CERTIFICATE_PASSWORD", "APPLE_SIGNING_IDENTITY", "APPLE_ID", "APPLE_PASSWORD", "APPLE_TEAM_ID",
];

const WINDOWS = ["WINDOWS_CERTIFICATE", "WINDOWS_CERTIFICATE_PASSWORD", "WINDOWS_CERTIFICATE_THUMBPRINT"];

/** Without a time stamp a signature ends with its certificate. */
const TIME_STAMPS = "http://timestamp.digicert.com";

/**
 * What follows from the secrets that this system's job was given.
 * @param {Variables} variables
 * @param {string} system
 */
export function plan(variables, system) {
  const updates = has(variables, ["TAURI_SIGNING_PRIVATE_KEY", "UPDATE_KEY"]);
  const windows = has(variables, WINDOWS);
  const apple = has(variables, APPLE);
  const signing = {
    ...(windows ? { windows: { certificateThumbprint: variables.WINDOWS_CERTIFICATE_THUMBPRINT, timestampUrl: TIME_STAMPS } } : {}),
    // Without at least a signature by nobody ("-"), macOS calls what was downloaded damaged and offers no detour.
    ...(system !== "darwin" || apple ? {} : { macOS: { signingIdentity: "-" } }),
  };
  // The bundler signs updates only if it is told the key that checks them.
  const checked = updates ? { plugins: { updater: { pubkey: variables.UPDATE_KEY } } } : {};
  return {
    outputs: {
      config: JSON.stringify({ bundle: { createUpdaterArtifacts: updates, ...signing }, ...checked }),
      "config-without-updates": JSON.stringify({ bundle: { createUpdaterArtifacts: false, ...signing } }),
      "update-key": updates ? String(variables.UPDATE_KEY) : "",
      windows: String(windows),
      apple: String(apple),
    },
    warnings: [
      ...(updates ? [] : ["No key for updates (secret TAURI_SIGNING_PRIVATE_KEY, variable FAMULOR_SMS_UPDATE_KEY): this build does not update itself."]),
      ...(system !== "win32" || windows ? [] : ["No certificate (secrets WINDOWS_CERTIFICATE, WINDOWS_CERTIFICATE_PASSWORD, variable WINDOWS_CERTIFICATE_THUMBPRINT): Windows will warn of an unknown publisher."]),
      ...(system !== "darwin" || apple ? [] : [`No Apple identity (secrets ${APPLE.join(", ")}): macOS will not open the program without a detour.`]),
    ],
  };
}

/** @param {Variables} variables @param {string[]} names */
function has(variables, names) {
  return names.every((name) => Boolean(variables[name]));
}

function main() {
  const { outputs, warnings } = plan(env, process.platform);
  for (const warning of warnings) console.log(`::warning title=Unsigned::${warning}`);
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
  appendFileSync(String(env.GITHUB_OUTPUT), lines.join(""));
}

if (import.meta.url === pathToFileURL(argv[1]).href) main();
