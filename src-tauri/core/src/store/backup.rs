//! Backups: the last seven, one a day and one before each change of the tables, in `backups/`.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension as _};

use super::{FILE_NAME, StoreError, folder, health, snapshot, stamp};
use crate::clock::Millis;
use crate::types::BackupView;

const MOST: usize = 7;
const DAY: Millis = 24 * 60 * 60 * 1000;

/// How long after the last deletion the older backups are replaced, so that one deletion after the other makes one backup.
const AFTER_DELETING: Millis = 6 * 60 * 60 * 1000;

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Backup {
    /// When it was made, to the second.
    pub(super) at: Millis,
    pub(super) file: PathBuf,
}

/// Where they lie.
pub(super) fn folder(data: &Path) -> PathBuf {
    data.join("backups")
}

/// Every backup, newest first. Those dated in the future were made while the clock was wrong, and come last.
pub(super) fn all(data: &Path, now: Millis) -> Result<Vec<Backup>, StoreError> {
    let mut backups = Vec::new();
    for file in folder::entries(&folder(data))? {
        if let Some(at) = time_of(&file)? {
            backups.push(Backup { at, file });
        }
    }
    backups.sort_by_key(|backup| std::cmp::Reverse((backup.at <= now, backup.at)));
    Ok(backups)
}

/// How many there are, and how old the newest is.
pub(super) fn view(data: &Path, now: Millis) -> Result<BackupView, StoreError> {
    let backups = all(data, now)?;
    Ok(BackupView { latest: backups.first().map(|b| b.at), count: u32::try_from(backups.len()).unwrap_or(u32::MAX) })
}

/// Makes one, and removes those that are too many or still hold what was deleted.
///
/// # Errors
/// [`StoreError::Damaged`] if there is nothing sound to keep; the older ones are kept then.
pub(super) fn make(data: &Path, now: Millis) -> Result<(), StoreError> {
    let source = snapshot::open_to_read(&data.join(FILE_NAME))?;
    health::check(&source)?;
    let deleted_at = deleted_at(&source)?;
    folder::make_private(&folder(data))?;
    let file = folder(data).join(format!("famulor-sms-{}.db", stamp::of(now)?));
    snapshot::write(&source, &file, |_| Ok(()))?;
    prune(data, &file, deleted_at, now)
}

/// Whether a day has passed since the last, or something was deleted that the last may still hold.
pub(super) fn is_due(data: &Path, connection: &Connection, now: Millis) -> Result<bool, StoreError> {
    let Some(newest) = all(data, now)?.into_iter().next() else { return Ok(true) };
    let is_old = newest.at > now || now - newest.at >= DAY;
    Ok(is_old || deleted_at(connection)?.is_some_and(|at| newest.at <= at && now - at >= AFTER_DELETING))
}

fn prune(data: &Path, made: &Path, deleted_at: Option<Millis>, now: Millis) -> Result<(), StoreError> {
    let holds_what_was_deleted = |backup: &Backup| deleted_at.is_some_and(|at| backup.at <= at);
    let others = all(data, now)?.into_iter().filter(|backup| backup.file != made);
    for (number, backup) in others.enumerate() {
        if number + 1 >= MOST || holds_what_was_deleted(&backup) {
            folder::remove_file(&backup.file)?;
        }
    }
    Ok(folder::sync(&folder(data))?)
}

/// When a message was deleted last. A database that is yet to be migrated has no word of it.
fn deleted_at(connection: &Connection) -> Result<Option<Millis>, StoreError> {
    if !connection.table_exists(None, "housekeeping")? {
        return Ok(None);
    }
    let deleted_at: Option<Option<Millis>> =
        connection.query_row("SELECT deleted_at FROM housekeeping", [], |row| row.get(0)).optional()?;
    Ok(deleted_at.flatten())
}

fn time_of(file: &Path) -> Result<Option<Millis>, StoreError> {
    let name = file.file_name().and_then(|name| name.to_str());
    match name.and_then(|name| name.strip_prefix("famulor-sms-")?.strip_suffix(".db")) {
        Some(text) => stamp::time(text),
        None => Ok(None),
    }
}
