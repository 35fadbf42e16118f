//! A copy for the person to keep, and taking over from one: a new computer.

use std::path::Path;
use std::sync::atomic::Ordering;

use rusqlite::{Connection, ErrorCode};
use thiserror::Error;

use super::{FILE_NAME, Store, StoreError, backup, replacement, snapshot};
use crate::clock::Millis;

/// What was taken over; the program must be started anew now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenOver {
    /// How many messages came with the copy.
    pub messages: u32,
    /// How many of them were open, and are unclear now.
    pub unclear: u32,
}

/// Why nothing was taken over; the data is as it was.
#[derive(Debug, Error)]
pub enum TakeOverError {
    /// The file is not a copy of this program's data.
    #[error("the file is not a copy of this program's data")]
    NotOurs,
    /// A newer version of the program wrote the file.
    #[error("the copy was written by a newer version")]
    FromNewerVersion,
    /// The copy is damaged.
    #[error("the copy is damaged")]
    Damaged,
    /// The file cannot be read.
    #[error("the copy cannot be read: {0}")]
    Unreadable(#[source] StoreError),
    /// Messages are queued or being sent here, and would be forgotten.
    #[error("{0} messages are still to be sent")]
    Waiting(u32),
    /// The data folder cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Saves a copy of everything to `target`, in place of what is there. Takes long where there is much.
    ///
    /// # Errors
    /// [`StoreError`]; what was at `target` is still there then.
    pub fn save_copy(&self, target: &Path) -> Result<(), StoreError> {
        let _files = self.files();
        let folder = target.parent().unwrap_or(target).canonicalize()?;
        if folder.starts_with(self.open.folder.canonicalize()?) {
            return Err(StoreError::Folder(std::io::ErrorKind::InvalidInput.into()));
        }
        snapshot::write(&snapshot::open_to_read(&self.open.folder.join(FILE_NAME))?, target, |_| Ok(()))
    }

    /// Makes ready to go on with the data of a copy: the next start sets the present data aside, which is also kept as
    /// a backup first, and whatever was open in the copy is unclear then. Until that start nothing is written any more.
    ///
    /// # Errors
    /// [`TakeOverError`]; the data is as it was then.
    pub fn take_over(&self, copy: &Path, now: Millis) -> Result<TakenOver, TakeOverError> {
        let _files = self.files();
        let copy = replacement::examine(copy).map_err(TakeOverError::of_copy)?;
        // Whoever wants to write waits, since that would be set aside.
        self.now(|present| {
            check_nothing_waits(present)?;
            match backup::make(&self.open.folder, now) {
                // It is set aside all the same.
                Ok(()) | Err(StoreError::Damaged(_)) => {}
                Err(error) => return Err(error.into()),
            }
            let unclear = replacement::from_copy(&self.open.folder, &copy, now)?;
            self.open.is_replaced.store(true, Ordering::SeqCst);
            Ok(TakenOver { messages: count(&copy, "SELECT count(*) FROM message")?, unclear })
        })
    }
}

impl TakeOverError {
    fn of_copy(error: StoreError) -> Self {
        match error {
            StoreError::NotOurs => Self::NotOurs,
            StoreError::FromNewerVersion => Self::FromNewerVersion,
            StoreError::Damaged(cause) if cause.sqlite_error_code() == Some(ErrorCode::NotADatabase) => Self::NotOurs,
            StoreError::Damaged(_) => Self::Damaged,
            StoreError::AlreadyOpen
            | StoreError::Folder(_)
            | StoreError::Full
            | StoreError::Sqlite(_)
            | StoreError::Ending => Self::Unreadable(error),
        }
    }
}

fn check_nothing_waits(connection: &Connection) -> Result<(), TakeOverError> {
    match count(connection, "SELECT count(*) FROM message WHERE state IN ('queued', 'sending')") {
        Ok(0) | Err(StoreError::Damaged(_)) => Ok(()),
        Ok(waiting) => Err(TakeOverError::Waiting(waiting)),
        Err(error) => Err(error.into()),
    }
}

fn count(connection: &Connection, question: &str) -> Result<u32, StoreError> {
    Ok(connection.query_row(question, [], |row| row.get(0))?)
}
