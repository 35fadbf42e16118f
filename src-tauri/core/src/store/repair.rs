//! Mending at the start: what is broken is set aside, and the newest good backup takes its place.

use std::path::Path;

use super::backup::{self, Backup};
use super::lock::Lock;
use super::{StoreError, replacement};
use crate::clock::Millis;

/// What was done to a broken database: it is set aside, never deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repaired {
    /// When the backup was made that is in use now; none if there was none and all is empty.
    pub at: Option<Millis>,
}

/// Replaces the database by the newest good backup, or by an empty one.
///
/// # Errors
/// [`StoreError`]; the broken database is where it was then, and the next start tries again.
pub(super) fn repair(data: &Path, lock: &Lock, now: Millis) -> Result<Repaired, StoreError> {
    for backup in backup::all(data, now)? {
        if restore(data, &backup, now)? {
            replacement::finish(data, lock, now)?;
            return Ok(Repaired { at: Some(backup.at) });
        }
    }
    replacement::empty(data)?;
    replacement::finish(data, lock, now)?;
    Ok(Repaired { at: None })
}

/// False if the backup is no good.
fn restore(data: &Path, backup: &Backup, now: Millis) -> Result<bool, StoreError> {
    match replacement::examine(&backup.file) {
        Ok(copy) => replacement::from_copy(data, &copy, now).map(|_| true),
        Err(error) => {
            tracing::error!(%error, "a backup cannot be used");
            Ok(false)
        }
    }
}
