//! Which file goes where in the packages, and the tree that they are made from.

use std::fs;
use std::path::Path;

use super::facts::Facts;
use crate::Outcome;
use crate::icons;
use crate::place::root;
use crate::shell::Line;

/// A file of a package: where, and what is in it.
pub(super) type Piece = (String, Vec<u8>);

/// The program, the only file that may be executed.
pub(super) const PROGRAM: &str = "usr/bin/famulor-sms";

/// What both packages hold, wherever they put their papers.
pub(super) fn common(facts: &Facts, program: &Path) -> Result<Vec<Piece>, String> {
    let mut pieces = vec![
        (PROGRAM.to_owned(), bytes(program)?),
        text(facts, "usr/share/applications", "famulor-sms.desktop")?,
        text(facts, "usr/share/metainfo", "io.famulor.sms.metainfo.xml")?,
        text(facts, "usr/share/man/man1", "famulor-sms.1")?,
        (icon("scalable", "svg"), bytes(&root().join("icons/icon.svg"))?),
    ];
    for (name, size) in icons::PNG {
        pieces.push((icon(&format!("{size}x{size}"), "png"), bytes(&root().join("icons").join(name))?));
    }
    Ok(pieces)
}

/// Where an icon of this size goes.
fn icon(size: &str, ending: &str) -> String {
    format!("usr/share/icons/hicolor/{size}/apps/famulor-sms.{ending}")
}

fn text(facts: &Facts, folder: &str, name: &str) -> Result<Piece, String> {
    Ok((format!("{folder}/{name}"), facts.template(name)?.into_bytes()))
}

fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}.", file.display()))
}

/// Lays the pieces out below an empty folder, and packs those that systems expect packed.
pub(super) fn lay_out(tree: &Path, pieces: &[Piece], packed: &[&str]) -> Outcome {
    if tree.exists() {
        fs::remove_dir_all(tree).map_err(|error| format!("{}: {error}.", tree.display()))?;
    }
    for (to, content) in pieces {
        lay(&tree.join(to), content).map_err(|error| format!("{to}: {error}."))?;
    }
    Line::new("chmod --recursive u=rwX,go=rX").arg(tree).run()?;
    Line::new("chmod 0755").arg(tree.join(PROGRAM)).run()?;
    Line::new("gzip --no-name --best").folder(tree).args(packed).run()
}

fn lay(to: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, content)
}
