//! The folders and variables of a desktop, which are nobody else's.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::DesktopOptions;
use crate::children::mortal;

/// What every process of the desktop finds around itself: its folders and variables.
#[derive(Debug)]
pub(crate) struct Surroundings {
    folder: TempDir,
    pub(super) environment: Vec<(String, OsString)>,
}

impl Surroundings {
    pub(super) fn new(options: &DesktopOptions) -> Self {
        let folder = tempfile::Builder::new().prefix("famulor-sms-desktop-").tempdir();
        let mut surroundings =
            Self { folder: folder.expect("a temporary folder can be made"), environment: Vec::new() };
        surroundings.make_folders();
        surroundings.set("PATH", std::env::var_os("PATH").unwrap_or_default());
        surroundings.set("LANG", format!("{}.UTF-8", options.language));
        surroundings.set("LANGUAGE", options.language);
        // The language's own locale may not be installed, this one always is; LANGUAGE goes before it.
        surroundings.set("LC_ALL", "C.UTF-8");
        surroundings.set("GDK_BACKEND", "x11");
        surroundings.set("GSETTINGS_BACKEND", "memory");
        surroundings.set("RUST_BACKTRACE", "1");
        // An unset address would make some libraries look for a bus elsewhere.
        surroundings.set("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}/no-bus", surroundings.folder().display()));
        if !options.accessibility {
            surroundings.set("NO_AT_BRIDGE", "1");
        }
        surroundings
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = mortal(program);
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value))).current_dir(self.folder());
        command
    }

    /// A file that takes what a process prints.
    pub(crate) fn log(&self, name: &str) -> File {
        let path = self.log_path(name);
        OpenOptions::new().create(true).append(true).open(path).expect("the temporary folder can be written")
    }

    pub(crate) fn read_log(&self, name: &str) -> String {
        fs::read(self.log_path(name)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    fn log_path(&self, name: &str) -> PathBuf {
        self.folder().join(format!("{name}.log"))
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.folder().join("home")
    }

    pub(super) fn set(&mut self, name: &str, value: impl Into<OsString>) {
        self.environment.retain(|(present, _)| present != name);
        self.environment.push((name.to_owned(), value.into()));
    }

    fn make_folders(&mut self) {
        let folders = [
            ("HOME", "home"),
            ("XDG_DATA_HOME", "home/.local/share"),
            ("XDG_STATE_HOME", "home/.local/state"),
            ("XDG_CONFIG_HOME", "home/.config"),
            ("XDG_CACHE_HOME", "home/.cache"),
            ("XDG_RUNTIME_DIR", "run"),
            ("TMPDIR", "tmp"),
        ];
        for (variable, below) in folders {
            let path = self.folder().join(below);
            fs::create_dir_all(&path).expect("the temporary folder can be written");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("the temporary folder is ours");
            self.set(variable, path);
        }
    }
}
