//! `check`: what is wrong without running anything, in seconds when nothing changed.

use crate::Outcome;
use crate::deny;
use crate::node;
use crate::packages::{self, Purpose};
use crate::say;
use crate::shell::Line;
use crate::tally::Tally;
use crate::types;

/// Every check; each is done even if one before it failed.
pub(crate) fn check() -> Outcome {
    packages::install(&[Purpose::Build, Purpose::Node])?;
    match tally().failed {
        0 => Ok(()),
        1 => Err("One check failed.".to_owned()),
        failed => Err(format!("{failed} checks failed.")),
    }
}

/// The same, counted: each check is one test.
pub(crate) fn tally() -> Tally {
    one("format", format)
        .and(one("clippy", clippy))
        .and(one("licences, bans and sources of the crates", deny::deny))
        .and(one("ui/types.d.ts is current", types::current))
        .and(one("types of the window", node::ui_types))
        .and(one("docs/words.md and the guides' keys are current", words))
}

fn one(name: &str, check: fn() -> Outcome) -> Tally {
    Tally::one(say::stage(name, check))
}

fn words() -> Outcome {
    node::words(&["--check".to_owned()])
}

fn format() -> Outcome {
    Line::new("cargo fmt --all --check").run()
}

fn clippy() -> Outcome {
    Line::new("cargo clippy --quiet --workspace --all-targets -- -D warnings").run()
}
