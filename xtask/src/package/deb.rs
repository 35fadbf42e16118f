//! The .deb: a tree, what it needs as the program itself says it, and the three archives that make one.

use std::fs;
use std::path::{Path, PathBuf};

use super::contents::{self, PROGRAM, Piece};
use super::facts::{self, Facts};
use crate::Outcome;
use crate::shell::Line;

const PAPERS: &str = "usr/share/doc/famulor-sms";
const PACKED: [&str; 3] = [
    "usr/share/man/man1/famulor-sms.1",
    "usr/share/doc/famulor-sms/changelog",
    "usr/share/doc/famulor-sms/changelog.Debian",
];

/// Makes it; where it lies.
pub(super) fn make(facts: &Facts, program: &Path) -> Result<PathBuf, String> {
    let folder = facts.folder.join("deb");
    let tree = folder.join("tree");
    contents::lay_out(&tree, &pieces(facts, program)?, &PACKED)?;
    describe(facts, &folder, &tree)?;
    pack(facts, &tree, &folder.join("data.tar.xz"))?;
    pack(facts, &folder.join("control"), &folder.join("control.tar.xz"))?;
    bundle(facts, &folder)
}

fn pieces(facts: &Facts, program: &Path) -> Result<Vec<Piece>, String> {
    let mut pieces = contents::common(facts, program)?;
    for (name, text) in [
        ("copyright", copyright(facts)?),
        ("changelog", facts::contents("CHANGELOG.md")?),
        ("changelog.Debian", facts.template("changelog")?),
        ("THIRD-PARTY-NOTICES", facts.notices.clone()),
    ] {
        pieces.push((format!("{PAPERS}/{name}"), text.into_bytes()));
    }
    Ok(pieces)
}

/// All of it is root's, and as old as the source: a folder that was there before has another time of its own.
fn pack(facts: &Facts, tree: &Path, to: &Path) -> Outcome {
    let line = Line::new("tar --create --format=gnu --sort=name --owner=root:0 --group=root:0");
    let line =
        line.arg(format!("--mtime=@{}", facts.epoch)).arg(format!("--use-compress-program={}", xz(facts.packing)));
    line.arg("--file").arg(to).arg("--directory").arg(tree).arg(".").run()
}

/// Told that it packs a program, xz makes it 7 % smaller than `dpkg-deb` can; every dpkg since 2012 reads that.
fn xz(packing: u8) -> String {
    let filter = if cfg!(target_arch = "x86_64") { "--x86 " } else { "" };
    format!("xz {filter}--lzma2=preset={packing},lc=4,pb=0")
}

/// The archive of archives that a .deb is, in the order that it asks for.
fn bundle(facts: &Facts, folder: &Path) -> Result<PathBuf, String> {
    let package = facts.folder.join(format!("famulor-sms_{}-1_{}.deb", facts.version, architecture()?));
    let begun = fs::write(folder.join("debian-binary"), "2.0\n");
    begun.map_err(|error| format!("{}: {error}.", folder.display()))?;
    let _ = fs::remove_file(&package);
    let line = Line::new("ar rcD").folder(folder).arg(&package);
    line.args(["debian-binary", "control.tar.xz", "data.tar.xz"]).run()?;
    Ok(package)
}

/// The control files, beside the tree.
fn describe(facts: &Facts, folder: &Path, tree: &Path) -> Outcome {
    let control = facts
        .template("control")?
        .replace("@ARCHITECTURE@", &architecture()?)
        .replace("@DEPENDS@", &depends(facts, tree)?)
        .replace("@SIZE@", &size(tree)?);
    let to = folder.join("control");
    let sums = sums(tree)?;
    let written = fs::create_dir_all(&to)
        .and_then(|()| fs::write(to.join("control"), control))
        .and_then(|()| fs::write(to.join("md5sums"), sums));
    written.map_err(|error| format!("{}: {error}.", to.display()))?;
    Line::new("chmod --recursive u=rwX,go=rX").arg(to).run()
}

/// The Debian architecture of this machine.
fn architecture() -> Result<String, String> {
    Ok(Line::new("dpkg --print-architecture").answer()?.trim().to_owned())
}

/// The packages with the libraries that the program was linked with, in the versions that have what it uses.
fn depends(facts: &Facts, tree: &Path) -> Result<String, String> {
    // dpkg-shlibdeps wants to stand beside a source package's own control file.
    let desk = facts.folder.join("shlibdeps");
    let made = fs::create_dir_all(desk.join("debian")).and_then(|()| {
        fs::write(desk.join("debian/control"), "Source: famulor-sms\n\nPackage: famulor-sms\nArchitecture: any\n")
    });
    made.map_err(|error| format!("{}: {error}.", desk.display()))?;
    let answer = Line::new("dpkg-shlibdeps -O --warnings=0").arg(tree.join(PROGRAM)).folder(desk).answer()?;
    let depends = answer.trim().strip_prefix("shlibs:Depends=").map(str::to_owned);
    depends.ok_or_else(|| format!("dpkg-shlibdeps named no libraries: {answer}"))
}

/// In whole kibibytes, as dpkg counts.
fn size(tree: &Path) -> Result<String, String> {
    let answer = Line::new("du --summarize --apparent-size --block-size=1024 usr").folder(tree).answer()?;
    Ok(answer.split_whitespace().next().unwrap_or_default().to_owned())
}

fn sums(tree: &Path) -> Result<String, String> {
    let files = Line::new("find usr -type f").folder(tree).answer()?;
    let mut files: Vec<&str> = files.lines().collect();
    files.sort_unstable();
    Line::new("md5sum").folder(tree).args(files).answer()
}

fn copyright(facts: &Facts) -> Result<String, String> {
    Ok(facts.template("copyright")?.replace("@MIT@", &indented(&facts::contents("packaging/licences/MIT.txt")?)))
}

/// As a field of several lines: each begins with a space, an empty one holds a dot.
fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { " .".to_owned() } else { format!(" {line}") };
    text.trim().lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn a_text_becomes_a_field_of_several_lines() {
        assert_eq!(indented("One\n\nTwo\n"), " One\n .\n Two");
    }
}
