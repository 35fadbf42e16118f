//! Licences, bans and sources of all crates, asked of `cargo deny` by `deny.toml`.
//!
//! Known holes (advisories) are asked for by the workflow alone: their list is not everywhere to be had, and what was not
//! asked is not clean.

use std::path::PathBuf;

use crate::Outcome;
use crate::place;
use crate::say;
use crate::shell::Line;

const VERSION: &str = "0.20.2";

/// Asks; the tool is built once, into the target folder, where nobody has installed it.
pub(crate) fn deny() -> Outcome {
    Line::program(tool()?).args(["--log-level", "error", "check", "licenses", "bans", "sources"]).run()
}

fn tool() -> Result<PathBuf, String> {
    if place::on_path("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    let tools = place::target()?.join("tools");
    let tool = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if !tool.is_file() {
        say::stage("building cargo-deny (once, some minutes)", || {
            let line = Line::new("cargo install --quiet --locked").arg(format!("cargo-deny@{VERSION}"));
            line.arg("--root").arg(&tools).env("CARGO_TARGET_DIR", tools.join("build")).run()
        })?;
        let _ = std::fs::remove_dir_all(tools.join("build"));
    }
    Ok(tool)
}
