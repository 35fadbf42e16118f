//! What can be said of the packages without installing the .deb: size, contents, scripts, and what the systems' own
//! checkers find.

use std::fs;
use std::path::{Path, PathBuf};

use super::contents::PROGRAM;
use super::{Made, deb, megabytes, notices, rpm, size};
use crate::Outcome;
use crate::icons;
use crate::packages;
use crate::say;
use crate::shell::Line;
use crate::tally::Tally;

/// How many tests there are.
pub(super) const COUNT: u32 = 7;

/// The largest .deb, in bytes.
const LIMIT: u64 = 6_000_000;

pub(super) fn tests(made: &Made) -> Tally {
    let one = |name: &str, test: fn(&Made) -> Outcome| Tally::one(say::stage(name, || test(made)));
    one("packed again, both packages have the same bytes", same_bytes)
        .and(one("the .deb is small", deb_is_small))
        .and(one("lintian finds no error in the .deb", lintian))
        .and(one("the .deb holds every file, and nothing that would run at its installation", deb_contents))
        .and(one("the desktop entry, the metainfo and the manual page are valid", valid))
        .and(one("the .rpm holds the same, asks for its libraries, and runs nothing at its installation", rpm_contents))
        .and(rpm_installs(made))
}

fn same_bytes(made: &Made) -> Outcome {
    let program = super::program()?;
    for (package, make) in [(&made.deb, deb::make as super::Make), (&made.rpm, rpm::make)] {
        let first = contents(package)?;
        let again = contents(&make(&made.facts, &program)?)?;
        ensure(first == again, || format!("{} has other bytes when it is packed again.", package.display()))?;
    }
    Ok(())
}

fn contents(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}.", file.display()))
}

fn deb_is_small(made: &Made) -> Outcome {
    let bytes = size(&made.deb)?;
    say::line(&format!(".deb: {}, .rpm: {}", megabytes(bytes), megabytes(size(&made.rpm)?)));
    ensure(bytes < LIMIT, || format!("The .deb has {}: more than {}.", megabytes(bytes), megabytes(LIMIT)))
}

fn lintian(made: &Made) -> Outcome {
    Line::new("lintian --allow-root --no-cfg --fail-on error --tag-display-limit 0").arg(&made.deb).run()
}

fn deb_contents(made: &Made) -> Outcome {
    let tree = unpacked(made)?;
    let found = listed(&tree)?;
    same(&found, &everything(&DEB_PAPERS))?;
    let control = made.facts.folder.join("control");
    emptied(&control)?;
    Line::new("dpkg-deb --control").arg(&made.deb).arg(&control).run()?;
    let control = Line::new("find . -type f").folder(control).answer()?;
    ensure(control.lines().all(|name| ["./control", "./md5sums"].contains(&name)), || format!("It runs: {control}"))?;
    let owners = Line::new("dpkg-deb --contents").arg(&made.deb).answer()?;
    ensure(owners.lines().all(|line| line.contains(" root/root ")), || format!("Not all is root's:\n{owners}"))?;
    every_crate_is_named(&tree)
}

/// The notices in the package name each crate of the tree.
fn every_crate_is_named(tree: &Path) -> Outcome {
    let file = tree.join("usr/share/doc/famulor-sms/THIRD-PARTY-NOTICES");
    let notices = fs::read_to_string(&file).map_err(|error| format!("{}: {error}.", file.display()))?;
    let crates = notices::crates()?;
    let named = |name: &str, version: &str| notices.contains(&format!("\n{name} {version} ("));
    let missing = crates.iter().find(|one| !named(&one.name, &one.version));
    missing.map_or(Ok(()), |one| Err(format!("The notices do not name {} {}.", one.name, one.version)))?;
    say::line(&format!("{} crates are named in the notices.", crates.len()));
    Ok(())
}

fn valid(made: &Made) -> Outcome {
    let tree = unpacked(made)?.join("usr/share");
    Line::new("desktop-file-validate").arg(tree.join("applications/famulor-sms.desktop")).run()?;
    Line::new("appstreamcli validate --no-net").arg(tree.join("metainfo/io.famulor.sms.metainfo.xml")).run()?;
    let page = tree.join("man/man1/famulor-sms.1.gz");
    let shown = Line::new("zgrep --count OPTIONS").arg(page).answer()?;
    ensure(shown.trim() == "1", || "The manual page has no options.".to_owned())
}

fn rpm_contents(made: &Made) -> Outcome {
    let ask = |question: &str| Line::new("rpm --query --package").arg(question).arg(&made.rpm).answer();
    let listed = ask("--queryformat=[%{FILEMODES:perms} %{FILEUSERNAME}:%{FILEGROUPNAME} /%{FILENAMES}\n]")?;
    let mut files: Vec<String> = listed.lines().filter(|line| !line.starts_with('d')).map(plain_path).collect();
    files.sort();
    same(&files, &everything(&RPM_PAPERS))?;
    ensure(listed.lines().all(|line| line.contains(" root:root ")), || format!("Not all is root's:\n{listed}"))?;
    ensure(ask("--scripts")?.trim().is_empty() && ask("--triggers")?.trim().is_empty(), || "It runs scripts.".into())?;
    let requires = ask("--requires")?;
    for library in ["libwebkit2gtk-4.1.so.0()(64bit)", "libgtk-3.so.0()(64bit)", "libc.so.6(GLIBC_2.34)(64bit)"] {
        ensure(requires.lines().any(|line| line == library), || format!("It does not ask for {library}:\n{requires}"))?;
    }
    let built_on = ask("--queryformat=%{BUILDHOST} %{VERSION} %{LICENSE}")?;
    let expected = format!("localhost {} MIT OR Apache-2.0", made.facts.version);
    ensure(built_on == expected, || format!("It says of itself: {built_on}"))?;
    Line::new("rpm --checksig --nosignature").arg(&made.rpm).answer().map(drop)
}

/// From `-rwxr-xr-x root:root //usr/bin/x`.
fn plain_path(line: &str) -> String {
    line.rsplit(' ').next().unwrap_or_default().trim_start_matches('/').to_owned()
}

/// In an empty system, since this one's packages are not rpm's: installed, upgraded and erased.
fn rpm_installs(made: &Made) -> Tally {
    const NAME: &str = "the .rpm installs, upgrades and erases itself without a trace in an empty system";
    if !packages::root() {
        say::line(&format!("Skipped, since only root may: {NAME}."));
        return Tally::skipped(1);
    }
    Tally::one(say::stage(NAME, || rpm_life(made)))
}

fn rpm_life(made: &Made) -> Outcome {
    let system = made.facts.folder.join("rpm-system");
    let rpm = |what: &str| Line::new("rpm --root").arg(&system).args(what.split(' '));
    emptied(&system)?;
    // The libraries that it needs are not there, so they are not asked for.
    rpm("--install --force-debian --nodeps --ignoreos").arg(&made.older_rpm).run()?;
    rpm("--upgrade --force-debian --nodeps --ignoreos").arg(&made.rpm).run()?;
    let version = rpm("--query --queryformat=%{VERSION} famulor-sms").answer()?;
    ensure(version == made.facts.version, || format!("Upgraded, it is {version}."))?;
    same(&listed(&system)?, &everything(&RPM_PAPERS))?;
    rpm("--verify --nodeps famulor-sms").run()?;
    let read = |tree: &Path| fs::read(tree.join(PROGRAM)).map_err(|error| format!("{PROGRAM}: {error}."));
    ensure(read(&system)? == read(&unpacked(made)?)?, || "The .rpm holds another program than the .deb.".to_owned())?;
    rpm("--erase --force-debian famulor-sms").run()?;
    ensure(listed(&system)?.is_empty(), || "Files are left of the .rpm.".to_owned())
}

const DEB_PAPERS: [&str; 4] = [
    "usr/share/doc/famulor-sms/THIRD-PARTY-NOTICES",
    "usr/share/doc/famulor-sms/changelog.Debian.gz",
    "usr/share/doc/famulor-sms/changelog.gz",
    "usr/share/doc/famulor-sms/copyright",
];
const RPM_PAPERS: [&str; 4] = [
    "usr/share/doc/famulor-sms/CHANGELOG.md",
    "usr/share/licenses/famulor-sms/LICENSE-APACHE",
    "usr/share/licenses/famulor-sms/LICENSE-MIT",
    "usr/share/licenses/famulor-sms/THIRD-PARTY-NOTICES",
];

/// Every file of a package, in order.
fn everything(papers: &[&str]) -> Vec<String> {
    let own = [
        PROGRAM,
        "usr/share/applications/famulor-sms.desktop",
        "usr/share/metainfo/io.famulor.sms.metainfo.xml",
        "usr/share/man/man1/famulor-sms.1.gz",
        "usr/share/icons/hicolor/scalable/apps/famulor-sms.svg",
    ];
    let pictures = icons::PNG.map(|(_, size)| format!("usr/share/icons/hicolor/{size}x{size}/apps/famulor-sms.png"));
    let mut all: Vec<String> = own.iter().chain(papers).map(ToString::to_string).chain(pictures).collect();
    all.sort();
    all
}

/// The files of the .deb, unpacked.
fn unpacked(made: &Made) -> Result<PathBuf, String> {
    let tree = made.facts.folder.join("unpacked");
    emptied(&tree)?;
    Line::new("dpkg-deb --extract").arg(&made.deb).arg(&tree).run()?;
    Ok(tree)
}

/// The files below a folder's `usr`, in order.
fn listed(tree: &Path) -> Result<Vec<String>, String> {
    if !tree.join("usr").exists() {
        return Ok(Vec::new());
    }
    let answer = Line::new("find usr ( -type f -o -type l ) -not -path usr/lib/sysimage/*").folder(tree).answer()?;
    let mut files: Vec<String> = answer.lines().map(str::to_owned).collect();
    files.sort();
    Ok(files)
}

fn emptied(folder: &Path) -> Outcome {
    let gone = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    gone.and_then(|()| fs::create_dir_all(folder)).map_err(|error| format!("{}: {error}.", folder.display()))
}

fn same(found: &[String], expected: &[String]) -> Outcome {
    ensure(found == expected, || format!("The files are\n{}\ninstead of\n{}", found.join("\n"), expected.join("\n")))
}

/// Nothing, or what is wrong.
pub(super) fn ensure(holds: bool, problem: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(problem()) }
}
