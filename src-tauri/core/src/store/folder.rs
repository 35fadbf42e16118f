//! The data folder and its files, readable by their owner alone.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

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
    private().create(true).truncate(false).open(file)?;
    narrow(file, 0o600)
}

/// Makes an empty file that was not there before.
pub(super) fn make_new_file(file: &Path) -> io::Result<()> {
    private().create_new(true).open(file).map(|_| ())
}

/// How many bytes a file has; none where there is no file.
pub(super) fn length(file: &Path) -> io::Result<Option<u64>> {
    unless_missing(fs::metadata(file).map(|data| data.len()))
}

/// What is in a folder; nothing where there is none.
pub(super) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let Some(entries) = unless_missing(fs::read_dir(folder))? else { return Ok(Vec::new()) };
    entries.map(|entry| entry.map(|entry| entry.path())).collect()
}

/// Removes a file; one that is not there is fine.
pub(super) fn remove_file(file: &Path) -> io::Result<()> {
    unless_missing(fs::remove_file(file)).map(|_| ())
}

/// Removes a folder with everything in it; one that is not there is fine.
pub(super) fn remove_folder(folder: &Path) -> io::Result<()> {
    unless_missing(fs::remove_dir_all(folder)).map(|_| ())
}

/// Moves a file or folder; false if it is not there.
pub(super) fn move_if_there(from: &Path, to: &Path) -> io::Result<bool> {
    unless_missing(fs::rename(from, to)).map(|moved| moved.is_some())
}

/// Brings the names in a folder to the disk; where a folder cannot be synced, the system does so by itself.
#[cfg(unix)]
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        result => result,
    }
}

/// Windows keeps the names in a folder in order by itself.
#[cfg(not(unix))]
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    fs::metadata(folder).map(|_| ())
}

fn unless_missing<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
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
