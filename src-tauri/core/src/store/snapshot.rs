//! A whole copy of a database in one file: it has its name only when it is complete, sound and on the disk.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::{StoreError, folder, health};

/// What the name of an unfinished file ends with.
const PART: &str = ".part";

/// What the names of a database and of the files beside it end with.
const BESIDE: [&str; 4] = ["", "-journal", "-wal", "-shm"];

/// Opens a database to be read; nothing in its file changes.
pub(super) fn open_to_read(file: &Path) -> Result<Connection, StoreError> {
    Ok(Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?)
}

/// Copies `source` to `target`, in place of what is there; `prepare` changes the copy before it gets its name.
///
/// # Errors
/// [`StoreError`]; what was at `target` is still there then, and nothing unfinished is left.
pub(super) fn write<T>(
    source: &Connection,
    target: &Path,
    prepare: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    // A name that nobody else has: the folder may be the person's own.
    let part = beside(target, &format!(".{}{PART}", Uuid::new_v4()));
    let written = write_part(source, &part, prepare).and_then(|result| {
        fs::rename(&part, target)?;
        folder::sync(target.parent().unwrap_or(target))?;
        Ok(result)
    });
    if written.is_err() {
        remove_part(&part)?;
    }
    written
}

/// Removes what a process that was killed has left unfinished in a folder of ours.
pub(super) fn tidy(folder: &Path) -> Result<(), StoreError> {
    for file in folder::entries(folder)? {
        let name = file.to_string_lossy();
        if BESIDE.iter().any(|ending| name.strip_suffix(ending).is_some_and(|name| name.ends_with(PART))) {
            folder::remove_file(&file)?;
        }
    }
    Ok(())
}

/// The file beside this one whose name goes on like that.
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(OsString::from(ending));
    name.into()
}

fn write_part<T>(
    source: &Connection,
    part: &Path,
    prepare: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    folder::make_new_file(part)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(part, flags)?;
    copy_all(source, &mut copy)?;
    // One file, with nothing beside it that could be left behind.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.pragma_update(None, "secure_delete", "ON")?;
    let result = prepare(&mut copy)?;
    health::check(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    File::options().write(true).open(part)?.sync_all()?;
    Ok(result)
}

/// In one go, as the source is at one moment; whoever writes to it meanwhile is not kept waiting.
fn copy_all(source: &Connection, copy: &mut Connection) -> Result<(), StoreError> {
    let step = Backup::new(source, copy)?.step(-1)?;
    if step == StepResult::Done { Ok(()) } else { Err(StoreError::busy()) }
}

fn remove_part(part: &Path) -> Result<(), StoreError> {
    BESIDE.iter().try_for_each(|ending| Ok(folder::remove_file(&beside(part, ending))?))
}
