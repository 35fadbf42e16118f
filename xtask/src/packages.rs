//! Which system packages are needed for what, and installing those that are missing.

use std::fs;

use crate::Outcome;
use crate::place::on_path;
use crate::say;
use crate::shell::Line;

/// What the packages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building the program.
    Build,
    /// A desktop of its own to try the program on.
    Desktop,
    /// Making the .deb and the .rpm.
    Package,
    /// Checking them, and a bare Debian to try them in.
    PackageTest,
    /// Building for Windows, and running what needs no window.
    Windows,
    /// Node, which checks and tests the window's JavaScript.
    Node,
}

const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libsoup-3.0-dev",
    "libxdo-dev",
    "patchelf",
    "file",
];
const DESKTOP: &[&str] = &[
    "xvfb",
    "xauth",
    "x11-utils",
    "xclip",
    "xdotool",
    "openbox",
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "libsecret-tools",
    "dunst",
    "imagemagick",
    "webkit2gtk-driver",
    "at-spi2-core",
    "poppler-utils",
    "strace",
    "curl",
    "tinyproxy",
    "util-linux",
    "xdg-utils",
    "libglib2.0-bin",
];
const PACKAGE: &[&str] = &["dpkg-dev", "binutils", "xz-utils", "rpm"];
const PACKAGE_TEST: &[&str] = &["debootstrap", "lintian", "appstream", "desktop-file-utils", "util-linux"];
const WINDOWS: &[&str] = &["gcc-mingw-w64-x86-64-posix", "g++-mingw-w64-x86-64-posix", "wine", "wine64"];
/// Programs that often come from elsewhere, so that it is they and not their packages that are looked for.
const DESKTOP_PROGRAMS: &[(&str, &str)] = &[("busctl", "systemd")];
const NODE_PROGRAMS: &[(&str, &str)] = &[("node", "nodejs"), ("npm", "npm")];

/// Installs what is missing; where there is no apt, says what is needed and goes on.
pub(crate) fn install(purposes: &[Purpose]) -> Outcome {
    let wanted: Vec<&str> = purposes.iter().flat_map(|purpose| wanted(*purpose)).collect();
    if !(on_path("apt-get") && on_path("dpkg-query")) {
        say_what_is_needed(&wanted);
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let work = format!("installing {}", missing.join(" "));
    say::stage(&work, || {
        if let Err(problem) = apt("update")?.run() {
            say::problem(&format!("{problem} Going on with the lists of packages that are there."));
        }
        apt("install --yes --no-install-recommends")?.args(&missing).run()
    })
}

/// The standard library for another system, through rustup; a Rust without rustup must bring it along.
pub(crate) fn rust_target(target: &str) -> Outcome {
    if on_path("rustup") { Line::new("rustup --quiet target add").arg(target).run() } else { Ok(()) }
}

/// The packages for a purpose, under Debian's names.
pub(crate) fn wanted(purpose: Purpose) -> Vec<&'static str> {
    match purpose {
        Purpose::Build => BUILD.to_vec(),
        Purpose::Desktop => DESKTOP.iter().copied().chain(without_program(DESKTOP_PROGRAMS)).collect(),
        Purpose::Package => PACKAGE.to_vec(),
        Purpose::PackageTest => PACKAGE_TEST.to_vec(),
        Purpose::Windows => WINDOWS.to_vec(),
        Purpose::Node => without_program(NODE_PROGRAMS).collect(),
    }
}

fn without_program(programs: &'static [(&str, &str)]) -> impl Iterator<Item = &'static str> {
    programs.iter().filter(|(program, _)| !on_path(program)).map(|(_, package)| *package)
}

fn installed(package: &str) -> bool {
    // A word of two parts would be taken for two arguments, so no spaces in the format.
    Line::new("dpkg-query -W -f=${db:Status-Abbrev}")
        .arg(package)
        .quiet_answer()
        .is_some_and(|status| status.starts_with("ii"))
}

/// apt-get as root: directly, or through sudo.
fn apt(what: &str) -> Result<Line, String> {
    let apt = format!("env DEBIAN_FRONTEND=noninteractive apt-get --quiet {what}");
    if root() {
        Ok(Line::new(&apt))
    } else if on_path("sudo") {
        Ok(Line::new(&format!("sudo {apt}")))
    } else {
        Err("Packages are missing and only root may install them: run this as root, or install sudo.".to_owned())
    }
}

pub(crate) fn root() -> bool {
    fs::read_to_string("/proc/self/status").is_ok_and(|status| {
        // The second number is the user in whose name things are done.
        status.lines().find_map(|line| line.strip_prefix("Uid:")).and_then(|users| users.split_whitespace().nth(1))
            == Some("0")
    })
}

fn say_what_is_needed(wanted: &[&str]) {
    if cfg!(target_os = "linux") && !wanted.is_empty() {
        say::line(&format!(
            "There is no apt here, so nothing is installed. Needed, under Debian's names: {}. Going on with what is there.",
            wanted.join(" ")
        ));
    } else if !(on_path("node") && on_path("npm")) {
        say::line("Node is not found; the checks of the window's JavaScript need it (https://nodejs.org). Going on.");
    }
}
