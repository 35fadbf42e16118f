//! How the program came to this computer. Tauri's bundler writes the kind of package into the program itself; nothing that
//! the environment says makes one kind into another.

use std::path::{Path, PathBuf};

use famulor_sms_core::updates::Installation;
use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;

/// How this program came here. `ours` is a folder that belongs to the person.
pub(super) fn of_this_program(ours: &Path) -> Installation {
    let program = std::env::current_exe().unwrap_or_default();
    match bundle_type() {
        Some(BundleType::AppImage) => app_image().map_or(Installation::Unknown, |file| of_file(&file, ours)),
        Some(BundleType::App) => bundle_of(&program).map_or(Installation::Unknown, |bundle| of_file(bundle, ours)),
        Some(BundleType::Nsis) if !is_for_all(&program) => Installation::Own,
        None if !is_for_all(&program) => Installation::Unknown,
        // Whatever is not known to update itself does not.
        Some(_) | None => Installation::Managed,
    }
}

/// The file of the AppImage that this program runs from: what a new one takes the place of, and what is started anew.
pub(crate) fn app_image() -> Option<PathBuf> {
    let is_one = cfg!(target_os = "linux") && matches!(bundle_type(), Some(BundleType::AppImage));
    // Unpacked by hand it would take the file of the AppImage that it was started from, perhaps another program's.
    let is_mounted = || std::env::current_exe().is_ok_and(|program| lies_in_a_mount(&program));
    let file = || std::env::var_os("APPIMAGE").map(PathBuf::from).filter(|file| file.is_file());
    (is_one && is_mounted()).then(file).flatten()
}

/// Where an AppImage mounts itself.
fn lies_in_a_mount(program: &Path) -> bool {
    let is_mount = |part: &Path| part.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".mount_"));
    program.ancestors().skip(1).any(is_mount)
}

/// On macOS every program claims to be an app; one that was built and not packed lies in no bundle.
fn bundle_of(program: &Path) -> Option<&Path> {
    program.ancestors().find(|folder| folder.extension().is_some_and(|end| end == "app"))
}

/// Where only administrators put programs.
fn is_for_all(program: &Path) -> bool {
    let windows = ["ProgramFiles", "ProgramFiles(x86)"].into_iter().filter_map(std::env::var_os).map(PathBuf::from);
    let unix = ["/usr", "/opt", "/nix", "/app", "/snap"].map(PathBuf::from);
    unix.into_iter().chain(windows).any(|place| program.starts_with(place))
}

/// What belongs to somebody else was put there for everybody.
#[cfg(unix)]
fn of_file(file: &Path, ours: &Path) -> Installation {
    use std::os::unix::fs::MetadataExt as _;
    let owner = |path: &Path| std::fs::metadata(path).map(|found| found.uid()).ok();
    let is_mine = owner(file).is_some_and(|theirs| owner(ours) == Some(theirs));
    if is_mine { Installation::Own } else { Installation::Managed }
}

#[cfg(not(unix))]
const fn of_file(_file: &Path, _ours: &Path) -> Installation {
    Installation::Own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_where_administrators_put_programs_is_theirs() {
        assert!(is_for_all(Path::new("/usr/bin/famulor-sms")));
        assert!(!is_for_all(Path::new("/home/anna/usr/famulor-sms")));
        assert!(!is_for_all(Path::new("/usrlocal/famulor-sms")));
    }

    #[test]
    fn an_app_image_lies_in_its_mount_and_an_app_in_its_bundle() {
        assert!(lies_in_a_mount(Path::new("/tmp/.mount_FamuloXyZ/usr/bin/famulor-sms")));
        assert!(!lies_in_a_mount(Path::new("/home/anna/squashfs-root/usr/bin/famulor-sms")));
        let bundle = Path::new("/Applications/Famulor SMS.app");
        assert_eq!(bundle_of(&bundle.join("Contents/MacOS/famulor-sms")), Some(bundle));
        assert_eq!(bundle_of(Path::new("/Users/anna/target/debug/famulor-sms")), None);
    }

    #[cfg(unix)]
    #[test]
    fn what_belongs_to_somebody_else_is_not_ones_own() {
        let ours = tempfile::tempdir().unwrap();
        let file = ours.path().join("Famulor.AppImage");
        std::fs::write(&file, "").unwrap();
        assert_eq!(of_file(&file, ours.path()), Installation::Own);
        assert_eq!(of_file(&ours.path().join("gone"), ours.path()), Installation::Managed);
    }

    #[test]
    fn a_program_that_was_built_and_not_packed_is_unknown() {
        assert_eq!(of_this_program(Path::new("/")), Installation::Unknown);
        assert_eq!(app_image(), None);
    }
}
