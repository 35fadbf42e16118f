//! A bare Debian 12 in a folder, made anew from this machine's own mirror, without anything that Debian does not need.
//!
//! What runs in it has processes and mounts of its own, which end with it: nothing is left running or mounted.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::packages;
use crate::place::on_path;
use crate::shell::Line;

/// The Debian that the packages are made on and for.
const SUITE: &str = "bookworm";

/// The person who works there.
pub(super) const PERSON: &str = "anna";

/// Mounts what programs expect, then becomes a shell inside: folder, person, script, further variables.
const ENTER: &str = r#"mount -t proc proc "$0/proc" && mount -t tmpfs tmpfs "$0/dev/shm" &&
    folder=$0 person=$1 home=$2 script=$3 && shift 3 &&
    exec chroot --userspec="$person" "$folder" /usr/bin/env -i HOME="$home" USER="$person" LANG=C.UTF-8 \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@" \
        sh -euc "cd $home; $script""#;

/// The system. Its folder is gone when this is dropped.
pub(super) struct Bare {
    folder: PathBuf,
}

impl Bare {
    /// Makes one.
    ///
    /// # Errors
    /// The sentence why this machine cannot.
    pub(super) fn make(folder: PathBuf) -> Result<Self, String> {
        if let Some(reason) = cannot_be_made() {
            return Err(reason);
        }
        let sources = sources()?;
        let mirror = sources.iter().find(|source| source.suite == SUITE);
        let mirror = mirror.ok_or("The sources of apt name no mirror of Debian 12.")?;
        let bare = Self { folder };
        bare.clear();
        let mut line = Line::new("debootstrap --variant=minbase");
        if sources.iter().any(|source| source.address.starts_with("https:")) {
            line = line.arg("--include=ca-certificates");
        }
        line.arg(SUITE)
            .arg(&bare.folder)
            .arg(&mirror.address)
            .answer()
            .map_err(|problem| format!("A bare Debian cannot be made from this machine's mirror. {problem}"))?;
        bare.settle(&sources)?;
        Ok(bare)
    }

    /// Runs a script as root.
    pub(super) fn run(&self, script: &str) -> Outcome {
        self.line("root", "/root", script).run().map_err(|_| failed(script))
    }

    /// Installs packages, by their names or files, without a question and in silence.
    pub(super) fn install(&self, packages: &[&str]) -> Outcome {
        let install = format!("apt-get -qq install --no-install-recommends {}", packages.join(" "));
        self.run(&format!("{install} >/tmp/apt.log 2>&1 || {{ cat /tmp/apt.log; exit 1; }}"))
    }

    /// Runs a script as root and hands back what it printed.
    pub(super) fn answer(&self, script: &str) -> Result<String, String> {
        self.line("root", "/root", script).answer().map_err(|_| failed(script))
    }

    /// Runs a script as the person who works there.
    pub(super) fn work(&self, script: &str) -> Outcome {
        self.line(PERSON, &format!("/home/{PERSON}"), script).run().map_err(|_| failed(script))
    }

    /// Brings a file along, into a folder for files of a moment; its path there.
    pub(super) fn bring(&self, file: &Path) -> Result<String, String> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let to = self.folder.join("tmp/brought");
        let brought = fs::create_dir_all(&to).and_then(|()| fs::copy(file, to.join(&name)));
        brought.map_err(|error| format!("{}: {error}.", file.display()))?;
        Ok(format!("/tmp/brought/{name}"))
    }

    fn line(&self, person: &str, home: &str, script: &str) -> Line {
        Line::new("unshare --mount --pid --fork --kill-child sh -c")
            .arg(ENTER)
            .arg(&self.folder)
            .args([person, home, script])
            .args(proxies())
    }

    /// Its sources of packages are this machine's, and somebody works there.
    fn settle(&self, sources: &[Source]) -> Outcome {
        let lines: Vec<String> = sources.iter().map(Source::line).collect();
        let settings = Line::new("apt-config dump Acquire::http Acquire::https").answer()?;
        let write = fs::write(self.folder.join("etc/apt/sources.list"), lines.concat())
            .and_then(|()| fs::write(self.folder.join("etc/apt/apt.conf.d/80of-this-machine"), settings));
        write.map_err(|error| format!("{}: {error}.", self.folder.display()))?;
        self.run(&format!("apt-get -qq update; useradd --create-home {PERSON}"))
    }

    fn clear(&self) {
        // What cannot be taken away is named by debootstrap, which wants an empty folder.
        let _ = Line::new("rm --recursive --force --one-file-system").arg(&self.folder).run();
    }
}

fn failed(script: &str) -> String {
    format!("In the bare Debian this failed: {script}")
}

impl Drop for Bare {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Why this machine makes no bare Debian, if it does not.
fn cannot_be_made() -> Option<String> {
    if !packages::root() {
        return Some("Only root may make a bare Debian.".to_owned());
    }
    if let Some(tool) = ["debootstrap", "unshare", "apt-get"].into_iter().find(|tool| !on_path(tool)) {
        return Some(format!("A bare Debian is made with `{tool}`, which is not there."));
    }
    let here = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !here.lines().any(|line| line == format!("VERSION_CODENAME={SUITE}")) {
        return Some("This is not Debian 12, and what is built here may need a newer one.".to_owned());
    }
    let own = Line::new("unshare --mount --pid --fork true").quiet_answer();
    own.is_none()
        .then(|| "Nothing may have mounts of its own here (unshare), so no Debian can run in a folder.".to_owned())
}

/// A source of packages of this machine.
struct Source {
    address: String,
    suite: String,
    component: String,
}

impl Source {
    fn line(&self) -> String {
        format!("deb {} {} {}\n", self.address, self.suite, self.component)
    }

    /// `Debian http://mirror.example/debian/ bookworm main`; those of others are left out.
    fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        let ["Debian", address, suite, component] = words[..] else { return None };
        let of_this_debian = suite.starts_with(SUITE) && !suite.ends_with("-backports");
        of_this_debian.then(|| Self { address: address.into(), suite: suite.into(), component: component.into() })
    }
}

/// Debian's own among the sources, as apt itself reads them.
fn sources() -> Result<Vec<Source>, String> {
    let format = "$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)";
    let answer = Line::new("apt-get indextargets --format").arg(format).arg("Created-By: Packages").answer()?;
    Ok(answer.lines().filter_map(Source::read).collect())
}

/// The way out, where this machine's environment names one.
fn proxies() -> Vec<String> {
    let names = ["http_proxy", "https_proxy", "no_proxy"];
    names.iter().filter_map(|name| env::var(name).ok().map(|value| format!("{name}={value}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn debians_own_sources_are_read_and_those_of_others_are_not() {
        let read = |line| Source::read(line).map(|source| source.line());
        let debian = "Debian http://mirror.example/debian/ bookworm-updates main";
        assert_eq!(read(debian).as_deref(), Some("deb http://mirror.example/debian/ bookworm-updates main\n"));
        for other in [". https://node.example nodistro main", "Debian http://mirror.example/debian/ trixie main", ""] {
            assert_eq!(read(other), None);
        }
    }
}
