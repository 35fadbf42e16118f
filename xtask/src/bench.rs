//! `bench`: builds the program, what it is measured beside and what measures it, all in the release profile, and measures.

use crate::Outcome;
use crate::package;
use crate::packages::{self, Purpose};
use crate::place;
use crate::say;
use crate::shell::Line;

/// Measures the topics named, or all. Peers are measured where they are installed; nothing installs them.
pub(crate) fn bench(topics: &[String]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("Only Linux has a screen that lies in a file, so only there is measured.".to_owned());
    }
    packages::install(&[Purpose::Build, Purpose::Desktop])?;
    if topics.is_empty() || topics.iter().any(|topic| topic == "size") {
        package::package(&[])?;
    }
    // The program alone, so that it is the one that is packed; then what measures it.
    build("--package famulor-sms")?;
    build("--package bare-window")?;
    build("--package famulor-sms-tests --bin bench")?;
    let folder = place::target()?.join("release");
    Line::program(folder.join("bench")).args(topics).env("FAMULOR_SMS_PROGRAM", folder.join("famulor-sms")).run()
}

fn build(what: &str) -> Outcome {
    let name = format!("building in the release profile: {what} (the first time takes some minutes)");
    let line = Line::new(&format!("cargo build --release --locked {what}"));
    // As the package is built, so that nothing is built twice.
    let line = line.env("CARGO_ENCODED_RUSTFLAGS", place::without_paths()?);
    say::stage(&name, || line.run())
}
