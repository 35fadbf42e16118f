//! `types`: the window's TypeScript declarations, made from the Rust types that cross to it.

use std::fs;

use crate::Outcome;
use crate::place::{self, root};
use crate::say;
use crate::shell::Line;

const FILE: &str = "ui/types.d.ts";

/// Writes the declarations, or with `--check` says whether they are current.
pub(crate) fn types(arguments: &[String]) -> Outcome {
    match arguments {
        [] => write(),
        [flag] if flag == "--check" => current(),
        _ => Err("`cargo xtask types` knows one option: --check.".to_owned()),
    }
}

/// Whether the file is what the Rust types would make.
pub(crate) fn current() -> Outcome {
    let kept = fs::read_to_string(root().join(FILE)).unwrap_or_default();
    if kept == made()? {
        Ok(())
    } else {
        Err(format!("{FILE} is not what the Rust types make: run `cargo xtask types`."))
    }
}

fn write() -> Outcome {
    fs::write(root().join(FILE), made()?).map_err(|error| format!("{FILE}: {error}."))?;
    say::line(&format!("{FILE} is made anew."));
    Ok(())
}

fn made() -> Result<String, String> {
    Line::new("cargo build --quiet --workspace --example typescript").run()?;
    Line::program(place::built("examples/typescript")?).answer()
}
