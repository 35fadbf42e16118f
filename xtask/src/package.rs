//! `package`: the .deb and the .rpm, and with `--test` the proof that they install, run, upgrade and go again.
//!
//! Each is made with its own system's plain tools: `dpkg-shlibdeps` and `rpmbuild` read from the program itself which
//! libraries it needs, under the names that every distribution knows.

mod bare;
mod contents;
mod deb;
mod facts;
mod files;
mod installing;
mod notices;
mod rpm;

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::packages::{self, Purpose};
use crate::place;
use crate::say;
use crate::shell::Line;
use crate::tally::Tally;

use facts::Facts;

/// An older version, for the proof of an upgrade.
const OLDER: &str = "0.0.1";

/// What packages are made with.
const MAKING: [&str; 5] = ["dpkg-shlibdeps", "ar", "tar", "xz", "rpmbuild"];

/// What they are tried with; what a bare Debian needs is looked for by itself.
const TESTING: [&str; 5] = ["dpkg-deb", "rpm", "lintian", "appstreamcli", "desktop-file-validate"];

/// Makes one sort of package from the program; where it lies.
type Make = fn(&Facts, &Path) -> Result<PathBuf, String>;

/// What was made: the packages of this version, and the same program as an older one.
struct Made {
    facts: Facts,
    deb: PathBuf,
    rpm: PathBuf,
    older_deb: PathBuf,
    older_rpm: PathBuf,
}

/// Makes both packages; with `--test` tries them, too.
pub(crate) fn package(arguments: &[String]) -> Outcome {
    match arguments {
        [] => make_only(),
        [flag] if flag == "--test" => tally().sum_up(),
        _ => Err("`cargo xtask package` knows one option: --test.".to_owned()),
    }
}

/// Makes both packages and tries them, counted.
pub(crate) fn tally() -> Tally {
    let purposes = [Purpose::Build, Purpose::Package, Purpose::PackageTest];
    if let Err(reason) = tools(&purposes, &[&MAKING[..], &TESTING].concat()) {
        say::line(&format!("{reason} The tests of the packages are skipped."));
        return Tally::skipped(files::COUNT + installing::COUNT);
    }
    match made() {
        Ok(made) => files::tests(&made).and(installing::tests(&made)),
        Err(problem) => Tally::one(Err(problem)),
    }
}

fn make_only() -> Outcome {
    tools(&[Purpose::Build, Purpose::Package], &MAKING)?;
    let facts = Facts::of(env!("CARGO_PKG_VERSION"))?;
    let program = program()?;
    for package in [deb::make(&facts, &program)?, rpm::make(&facts, &program)?] {
        say::line(&format!("{}: {}", package.display(), megabytes(size(&package)?)));
    }
    Ok(())
}

fn made() -> Result<Made, String> {
    let facts = Facts::of(env!("CARGO_PKG_VERSION"))?;
    let (program, older) = (program()?, facts.older(OLDER));
    say::stage("making the packages", || {
        Ok(Made {
            deb: deb::make(&facts, &program)?,
            rpm: rpm::make(&facts, &program)?,
            older_deb: deb::make(&older, &program)?,
            older_rpm: rpm::make(&older, &program)?,
            facts,
        })
    })
}

/// The program in the release profile, with no other features than its own.
fn program() -> Result<PathBuf, String> {
    say::stage("building the program in the release profile (the first time takes 10 to 20 minutes)", || {
        let line = Line::new("cargo build --release --locked --package famulor-sms");
        line.env("CARGO_ENCODED_RUSTFLAGS", place::without_paths()?).run()
    })?;
    Ok(place::target()?.join("release/famulor-sms"))
}

/// Installs what is missing of these tools, or says which is.
fn tools(purposes: &[Purpose], tools: &[&str]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("The .deb and the .rpm are made on Linux only.".to_owned());
    }
    packages::install(purposes)?;
    match tools.iter().find(|tool| !place::on_path(tool)) {
        Some(tool) => Err(format!("The packages need `{tool}`, which is not there.")),
        None => Ok(()),
    }
}

fn size(file: &Path) -> Result<u64, String> {
    file.metadata().map(|metadata| metadata.len()).map_err(|error| format!("{}: {error}.", file.display()))
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{:02} MB", bytes / 1_000_000, bytes % 1_000_000 / 10_000)
}
