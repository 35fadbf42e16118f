//! The program as one of Tauri's packages: the kind is written into its file as the bundler does it. An AppImage is run from a
//! mount of its own, and is the one file that an update takes the place of.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use crate::desktop::Desktop;
use crate::place;

/// Where the bundler writes the kind of the package.
const UNKNOWN: &[u8] = b"__TAURI_BUNDLE_TYPE_VAR_UNK";

/// What the old AppImage holds: nobody starts it.
const OLD: &[u8] = b"\x7fELF the old version";

/// A package of this kind on this desktop.
#[derive(Debug)]
pub struct AppImage {
    /// The AppImage's own file.
    pub file: PathBuf,
    /// The program in its mount.
    pub program: PathBuf,
}

impl AppImage {
    /// An AppImage, as it runs once it is mounted.
    #[must_use]
    pub fn on(desktop: &Desktop) -> Self {
        Self::packed_as(desktop, "APP")
    }

    /// The same program packed as another kind (`DEB`, `RPM`, `MSI`, `UNK`), in the same surroundings.
    #[must_use]
    pub fn packed_as(desktop: &Desktop, kind: &str) -> Self {
        let mount = desktop.folder().join(".mount_Famulor/usr/bin");
        let (file, program) = (desktop.folder().join("Famulor SMS.AppImage"), mount.join("famulor-sms"));
        fs::create_dir_all(&mount).expect("the desktop's folder can be written");
        fs::write(&file, OLD).expect("the desktop's folder can be written");
        let mut bytes = fs::read(place::program()).expect("the program can be read");
        let at = bytes.windows(UNKNOWN.len()).position(|part| part == UNKNOWN).expect("the program has a place for it");
        let end = at + UNKNOWN.len();
        bytes[end - kind.len()..end].copy_from_slice(kind.as_bytes());
        fs::write(&program, bytes).expect("the desktop's folder can be written");
        for one in [&file, &program] {
            fs::set_permissions(one, fs::Permissions::from_mode(0o755)).expect("the file is ours");
        }
        Self { file, program }
    }

    /// Whether the file is still the old one, and nothing was left beside it.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        fs::read(&self.file).is_ok_and(|bytes| bytes == OLD)
    }

    /// What a process runs.
    #[must_use]
    pub fn run_by(pid: u32) -> Option<PathBuf> {
        fs::read_link(Path::new("/proc").join(pid.to_string()).join("exe")).ok()
    }
}
