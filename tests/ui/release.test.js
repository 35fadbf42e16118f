import assert from "node:assert/strict";
import { test } from "node:test";
import { latest, missing, notes, plainName } from "../../packaging/release/gather.js";
import { plan } from "../../packaging/release/keys.js";

const ALL = {
  TAURI_SIGNING_PRIVATE_KEY: "secret", UPDATE_KEY: "public",
  WINDOWS_CERTIFICATE: "pfx", WINDOWS_CERTIFICATE_PASSWORD: "x", WINDOWS_CERTIFICATE_THUMBPRINT: "AB12",
  APPLE_CERTIFICATE: "p12", APPLE_CERTIFICATE_PASSWORD: "x", APPLE_SIGNING_IDENTITY: "x", APPLE_ID: "x", APPLE_PASSWORD: "x",
  APPLE_TEAM_ID: "x",
};

test("with every secret everything is signed and nothing is warned of", () => {
  for (const system of ["linux", "win32", "darwin"]) assert.deepEqual(plan(ALL, system).warnings, []);
  const { outputs } = plan(ALL, "win32");
  assert.deepEqual(JSON.parse(outputs.config), {
    bundle: {
      createUpdaterArtifacts: true,
      windows: { certificateThumbprint: "AB12", timestampUrl: "http://timestamp.digicert.com" },
    },
    plugins: { updater: { pubkey: "public" } },
  });
  assert.equal(JSON.parse(outputs["config-without-updates"]).bundle.createUpdaterArtifacts, false);
  assert.equal(outputs["update-key"], "public");
  assert.equal(outputs.apple, "true");
});

test("a missing secret is a sentence that names it, and no part of a signature is tried", () => {
  const none = { TAURI_SIGNING_PRIVATE_KEY: "", APPLE_ID: "x" };
  assert.match(plan(none, "linux").warnings.join(), /TAURI_SIGNING_PRIVATE_KEY/);
  assert.match(plan(none, "win32").warnings.join(), /WINDOWS_CERTIFICATE/);
  assert.match(plan(none, "darwin").warnings.join(), /APPLE_TEAM_ID/);
  const { outputs } = plan(none, "darwin");
  assert.deepEqual(JSON.parse(outputs.config), { bundle: { createUpdaterArtifacts: false, macOS: { signingIdentity: "-" } } });
  assert.deepEqual(JSON.parse(plan(none, "linux").outputs.config), { bundle: { createUpdaterArtifacts: false } });
  assert.deepEqual([outputs["update-key"], outputs.windows, outputs.apple], ["", "false", "false"]);
});

test("a key for signing alone, or for checking alone, makes no update", () => {
  for (const name of /** @type {const} */ (["TAURI_SIGNING_PRIVATE_KEY", "UPDATE_KEY"])) {
    assert.equal(plan({ [name]: "x" }, "linux").outputs["update-key"], "");
  }
});

test("the updater is offered what is signed, under the address of its release", () => {
  const names = ["Famulor-SMS_0.2.0_amd64.AppImage", "Famulor-SMS_0.2.0_amd64.AppImage.sig", "Famulor-SMS_0.2.0_x64-setup.exe", "x.msi"];
  assert.deepEqual(latest(names, () => "signature\n", "0.2.0", "https://releases.example/v0.2.0"), {
    version: "0.2.0",
    platforms: {
      "linux-x86_64": {
        signature: "signature",
        url: "https://releases.example/v0.2.0/Famulor-SMS_0.2.0_amd64.AppImage",
      },
    },
  });
});

test("a release says what is new in it, and one that says nothing is not made", () => {
  const changelog = "# What is new\n\n## 0.2.0 (not released yet)\n\n- Faster.\n\n## 0.1.0\n\n- First.\n";
  assert.equal(notes(changelog, "0.2.0"), "- Faster.");
  assert.equal(notes(changelog, "0.1.0"), "- First.");
  assert.throws(() => notes(changelog, "0.3.0"), /0\.3\.0/);
});

test("what was not built is named", () => {
  assert.deepEqual(missing(["a.deb", "a.rpm", "a.AppImage", "a-setup.exe", "a.msi", "a.cdx.json"]), [".dmg"]);
  assert.equal(plainName("bundle/nsis/Famulor SMS_0.2.0_x64-setup.exe"), "Famulor-SMS_0.2.0_x64-setup.exe");
});
