//! The .rpm: the same tree with its papers where that world looks for them, and `rpmbuild`, which reads from the
//! program which libraries it needs.

use std::fs;
use std::path::{Path, PathBuf};

use super::contents;
use super::facts::{self, Facts};
use crate::shell::Line;

const LICENCES: &str = "usr/share/licenses/famulor-sms";

/// Makes it; where it lies.
pub(super) fn make(facts: &Facts, program: &Path) -> Result<PathBuf, String> {
    let tree = facts.folder.join("rpm");
    let mut pieces = contents::common(facts, program)?;
    pieces.push(("usr/share/doc/famulor-sms/CHANGELOG.md".into(), facts::contents("CHANGELOG.md")?.into_bytes()));
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        pieces.push((format!("{LICENCES}/{licence}"), facts::contents(licence)?.into_bytes()));
    }
    pieces.push((format!("{LICENCES}/THIRD-PARTY-NOTICES"), facts.notices.clone().into_bytes()));
    contents::lay_out(&tree, &pieces, &["usr/share/man/man1/famulor-sms.1"])?;
    build(facts, &tree)
}

fn build(facts: &Facts, tree: &Path) -> Result<PathBuf, String> {
    let spec = facts.folder.join("famulor-sms.spec");
    let text = facts.template("famulor-sms.spec")?.replace("@TREE@", &tree.to_string_lossy());
    fs::write(&spec, text).map_err(|error| format!("{}: {error}.", spec.display()))?;
    let folder = facts.folder.to_string_lossy();
    let name = format!("famulor-sms-{}-1.{}.rpm", facts.version, std::env::consts::ARCH);
    let mut line = Line::new("rpmbuild -bb --quiet").env("SOURCE_DATE_EPOCH", &facts.epoch);
    for (macro_name, value) in [
        ("_topdir", format!("{folder}/rpmbuild")),
        ("_rpmdir", folder.to_string()),
        ("_rpmfilename", name.clone()),
        ("_binary_payload", format!("w{}.xzdio", facts.packing)),
        // Whose machine this is stays here.
        ("_buildhost", "localhost".to_owned()),
        ("use_source_date_epoch_as_buildtime", "1".to_owned()),
        ("clamp_mtime_to_source_date_epoch", "1".to_owned()),
    ] {
        line = line.arg("--define").arg(format!("{macro_name} {value}"));
    }
    line.arg(spec).answer()?;
    Ok(facts.folder.join(name))
}
