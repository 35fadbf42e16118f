//! How big the program is: its file, its package, and what it takes when it is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use famulor_sms_tests::place;

use crate::figures::Unit;
use crate::programs::{self, OWN, Subject};
use crate::report::Measured;

pub(crate) fn measure() -> Measured {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (program, package) = (place::program(), package());
    let installed = package.as_deref().and_then(|deb| said_by_deb(deb, "Installed-Size"));
    let mut measured = Measured::default();
    let own = [
        OWN.to_owned(),
        megabytes(size(&program)),
        megabytes(package.as_deref().and_then(size)),
        megabytes(installed.map(|kibibytes| kibibytes * 1024)),
    ];
    let bare = ["bare window".to_owned(), megabytes(size(&programs::bare().program)), "–".into(), "–".into()];
    let peers = programs::peers(folder.path()).into_iter().map(row);
    let rows = [own.to_vec(), bare.to_vec()].into_iter().chain(peers).collect();
    measured.table(&["program", "its file", "package", "installed, without what it depends on"], rows);
    if let Some(bytes) = package.as_deref().and_then(size) {
        measured.goal(".deb under 6 MB", megabytes(Some(bytes)), bytes < 6_000_000);
        measured.goal(".deb of 5 MB at most (aimed at)", megabytes(Some(bytes)), bytes <= 5_000_000);
    }
    measured
}

/// The youngest package that `cargo xtask package` has made.
fn package() -> Option<PathBuf> {
    let folder = place::kept("").parent()?.join("packages");
    let files = fs::read_dir(folder).ok()?.flatten().map(|file| file.path());
    files.filter(|file| file.extension().is_some_and(|ending| ending == "deb")).max_by_key(|file| {
        // The older one is made only to be upgraded from.
        let is_current = !file.to_string_lossy().contains("_0.0.1-");
        (is_current, file.metadata().and_then(|metadata| metadata.modified()).ok())
    })
}

fn row(peer: Subject) -> Vec<String> {
    let package = peer.package.unwrap_or_default();
    let packed = said_by("apt-cache", &["show", "--no-all-versions", package], "Size");
    let installed = said_by("dpkg-query", &["--status", package], "Installed-Size");
    let file = fs::canonicalize(&peer.program).ok().as_deref().and_then(size);
    vec![
        peer.name.to_owned(),
        megabytes(file),
        megabytes(packed),
        megabytes(installed.map(|kibibytes| kibibytes * 1024)),
    ]
}

fn said_by_deb(deb: &Path, field: &str) -> Option<u64> {
    said_by("dpkg-deb", &["--field", &deb.display().to_string()], field)
}

fn said_by(program: &str, words: &[&str], field: &str) -> Option<u64> {
    let output = Command::new(program).args(words).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':')?.trim().parse().ok())
}

fn size(file: &Path) -> Option<u64> {
    fs::metadata(file).map(|metadata| metadata.len()).ok()
}

fn megabytes(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "–".to_owned(), |bytes| Unit::Megabytes.shown(bytes as f64 / 1e6))
}
