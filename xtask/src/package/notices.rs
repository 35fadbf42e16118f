//! The third-party notices: every crate in the program, with its licence and the texts that come with its source.
//!
//! Made from `cargo tree` and the sources that cargo has anyway: nothing to install, nothing to look up elsewhere. A
//! crate without a text gets the usual one of its licence; one whose licence is not known here stops the packages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::facts;
use crate::shell::Line;

/// What is in the window, or in everything that Rust makes, and is no crate.
const OTHERS: [(&str, &str, &str); 3] = [
    ("@fluent/bundle (https://github.com/projectfluent/fluent.js)", "Apache-2.0", "ui/vendor/fluent-bundle/LICENSE"),
    ("Lucide icons (https://lucide.dev)", "ISC", "ui/icons/LICENSE"),
    ("The Rust standard library (https://www.rust-lang.org)", "MIT OR Apache-2.0", "LICENSE-APACHE"),
];

/// Licences that ask for no more than to be named with their text, in the order in which a crate's own choice is used.
const USUAL: [(&str, &str); 4] = [
    ("MIT", "packaging/licences/MIT.txt"),
    ("Apache-2.0", "LICENSE-APACHE"),
    ("BSD-3-Clause", "packaging/licences/BSD-3-Clause.txt"),
    ("MPL-2.0", "packaging/licences/MPL-2.0.txt"),
];

/// How the names of files with licences begin.
const NAMES: [&str; 6] = ["license", "licence", "copying", "copyright", "notice", "unlicense"];

/// A crate as `cargo tree` names it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    licence: String,
}

/// The whole file.
pub(super) fn text() -> Result<String, String> {
    let folders = folders()?;
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in crates()? {
        let title = format!("{} {} (https://crates.io/crates/{})", one.name, one.version, one.name);
        for text in texts(&one, folders.get(&format!("{}-{}", one.name, one.version)))? {
            by_text.entry(text).or_default().push(format!("{title}: {}", one.licence));
        }
    }
    for (title, licence, file) in OTHERS {
        by_text.entry(tidy(&facts::contents(file)?)).or_default().push(format!("{title}: {licence}"));
    }
    Ok(written(&by_text))
}

/// The crates in the program, without our own.
pub(super) fn crates() -> Result<Vec<Crate>, String> {
    let tree = "cargo tree --locked --package famulor-sms --edges normal --prefix none --no-dedupe --format {p}|{l}";
    let mut crates: Vec<Crate> = Line::new(tree).answer()?.lines().filter_map(read).collect();
    crates.sort();
    crates.dedup();
    Ok(crates)
}

/// `serde v1.0.229|MIT OR Apache-2.0`; our own have a path instead of a licence of their own.
fn read(line: &str) -> Option<Crate> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let is_ours = name.starts_with("famulor-");
    (!is_ours).then(|| Crate { name: name.into(), version: version.into(), licence: licence.into() })
}

/// The source of each crate, under `name-version`.
fn folders() -> Result<BTreeMap<String, PathBuf>, String> {
    let metadata = Line::new("cargo metadata --format-version 1 --locked").answer()?;
    let manifests = metadata.split("\"manifest_path\":\"").skip(1).filter_map(|after| after.split('"').next());
    let folders = manifests.filter_map(|manifest| Path::new(manifest).parent().map(Path::to_path_buf));
    Ok(folders.filter_map(|folder| Some((folder.file_name()?.to_str()?.to_owned(), folder))).collect())
}

fn texts(one: &Crate, folder: Option<&PathBuf>) -> Result<Vec<String>, String> {
    let folder = folder.ok_or_else(|| format!("The source of {} {} is not found.", one.name, one.version))?;
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file() && holds_a_licence(path));
    let texts: Vec<String> = files.filter_map(|file| fs::read_to_string(file).ok()).map(|text| tidy(&text)).collect();
    if texts.is_empty() { usual(one).map(|text| vec![text]) } else { Ok(texts) }
}

fn holds_a_licence(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    NAMES.iter().any(|begin| name.starts_with(begin)) && !name.ends_with(".rs") && !name.ends_with(".toml")
}

/// The text of the licence that a crate without one names.
fn usual(one: &Crate) -> Result<String, String> {
    let named = |(licence, _): &&(&str, &str)| one.licence.split([' ', '/', '(', ')']).any(|word| word == *licence);
    let (_, file) = USUAL.iter().find(named).ok_or_else(|| {
        format!(
            "{} {} comes without a licence's text, and \"{}\" is not known here.",
            one.name, one.version, one.licence
        )
    })?;
    Ok(format!("Copyright (c) the authors of {}\n\n{}", one.name, tidy(&facts::contents(file)?)))
}

/// Without the differences that nobody reads, so that the same text is there once.
fn tidy(text: &str) -> String {
    let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim_end);
    lines.collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

fn written(by_text: &BTreeMap<String, Vec<String>>) -> String {
    let mut out =
        String::from("Famulor SMS is made with the work of others. Below stands what it holds, with its licences.\n");
    let mut entries: Vec<_> = by_text.iter().map(|(text, titles)| (titles, text)).collect();
    entries.sort();
    for (titles, text) in entries {
        out.push_str(&format!("\n{}\n\n{}\n\n{text}\n", "=".repeat(100), titles.join("\n")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Crate, read, tidy, usual, written};

    fn serde() -> Crate {
        Crate { name: "serde".into(), version: "1.0.229".into(), licence: "MIT OR Apache-2.0".into() }
    }

    #[test]
    fn a_line_of_the_tree_is_read_and_our_own_crates_are_left_out() {
        assert_eq!(read("serde v1.0.229|MIT OR Apache-2.0"), Some(serde()));
        assert_eq!(read("serde v1.0.229 (proc-macro)|MIT OR Apache-2.0"), Some(serde()));
        assert_eq!(read("famulor-sms v0.1.0 (/somewhere)|MIT"), None);
    }

    #[test]
    fn a_crate_without_a_text_gets_the_usual_one_and_an_unknown_licence_stops_everything() {
        assert!(usual(&serde()).is_ok_and(|text| text.contains("Permission is hereby granted")));
        assert!(usual(&Crate { licence: "GPL-3.0-only".into(), ..serde() }).is_err());
    }

    #[test]
    fn the_same_text_is_there_once_with_all_who_use_it() {
        assert_eq!(tidy("\u{FEFF}A  \r\nB\n\n"), "A\nB");
        let both = vec!["serde: MIT".to_owned(), "tokio: MIT".to_owned()];
        let text = written(&[("The licence.".to_owned(), both)].into());
        assert!(text.ends_with("serde: MIT\ntokio: MIT\n\nThe licence.\n"));
    }
}
