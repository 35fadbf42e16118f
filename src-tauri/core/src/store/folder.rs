//! The data folder and its files, readable by their owner alone.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io;
use std::path::Path;

/// Makes the folder, or narrows the rights of the one that is there.
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    narrow(folder, 0o700)
}

/// Makes an empty file where there is none, so that SQLite gives the files beside it its rights.
pub(super) fn make_file_private(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)?;
    narrow(file, 0o600)
}

#[cfg(unix)]
fn narrow(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// Windows: the folder lies in the person's profile, whose rights it inherits.
#[cfg(not(unix))]
fn narrow(path: &Path, _mode: u32) -> io::Result<()> {
    fs::metadata(path).map(|_| ())
}
