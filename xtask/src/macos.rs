//! `macos`: the types and lints of everything that is built for macOS. Nothing is linked and nothing runs: that takes a Mac.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::packages;
use crate::place;
use crate::say;
use crate::shell::Line;
use crate::tally::Tally;

const TARGET: &str = "aarch64-apple-darwin";
const LINTS: &str = "cargo clippy --quiet --workspace --all-targets --target aarch64-apple-darwin -- -D warnings";

/// SQLite and ring are compiled by their build scripts, and never used by a check: an empty file stands for each.
const COMPILER: &str = "#!/bin/sh
while [ $# -gt 0 ]; do
    if [ \"$1\" = -o ]; then shift; : > \"$1\"; fi
    shift
done
";
const ARCHIVER: &str = "#!/bin/sh
for word in \"$@\"; do
    case \"$word\" in *.a) : > \"$word\" ;; esac
done
";

pub(crate) fn macos(arguments: &[String]) -> Outcome {
    match arguments {
        [] => tally().sum_up(),
        _ => Err("`cargo xtask macos` takes no options.".to_owned()),
    }
}

/// The same where it was checked before, since from nothing it takes some minutes.
pub(crate) fn tally_if_warm() -> Tally {
    if place::target().is_ok_and(|target| target.join(TARGET).join("debug/deps").is_dir()) {
        return tally();
    }
    say::line("macOS is skipped: `cargo xtask macos` was never run with this target folder.");
    Tally::skipped(1)
}

fn tally() -> Tally {
    Tally::one(say::stage("types and lints for macOS (nothing is linked or run)", lints))
}

fn lints() -> Outcome {
    packages::rust_target(TARGET)?;
    let folder = place::target()?.join("no-compiler");
    let (compiler, archiver) = (script(&folder, "cc", COMPILER)?, script(&folder, "ar", ARCHIVER)?);
    Line::new(LINTS).env("CC_aarch64_apple_darwin", compiler).env("AR_aarch64_apple_darwin", archiver).run()
}

fn script(folder: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let path = folder.join(name);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
    written.map_err(|error| format!("{}: {error}.", path.display()))?;
    Line::new("chmod +x").arg(&path).run()?;
    Ok(path)
}
