//! Why the database could not be opened or used.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::iter;

use rusqlite::ErrorCode;
use rusqlite::ffi::{self, SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_IOERR_SHMSIZE};
use thiserror::Error;

/// Why the database could not be opened or used.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another process holds the lock: nothing is read, sent or settled here.
    #[error("the data is open in another session")]
    AlreadyOpen,
    /// The folder or a file in it cannot be made or opened.
    #[error("the data folder cannot be used: {0}")]
    Folder(#[source] io::Error),
    /// The file belongs to another program.
    #[error("the file is not a database of this program")]
    NotOurs,
    /// The file was written by a newer version of the program.
    #[error("the database was written by a newer version")]
    FromNewerVersion,
    /// The file is broken: nothing is sent from it, and the next start mends it.
    #[error("the database is damaged: {0}")]
    Damaged(#[source] rusqlite::Error),
    /// There is no room left on the disk; nothing of the transaction or file is kept.
    #[error("the disk is full")]
    Full,
    /// SQLite failed; nothing of the transaction is kept.
    #[error("the database failed: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// The program is ending.
    #[error("the program is ending")]
    Ending,
}

impl StoreError {
    /// Damage that a look at the content has shown.
    pub(super) fn damaged(what: &str) -> Self {
        Self::Damaged(rusqlite::Error::SqliteFailure(ffi::Error::new(SQLITE_CORRUPT), Some(what.to_owned())))
    }

    /// Another program holds the file.
    pub(super) fn busy() -> Self {
        Self::Sqlite(rusqlite::Error::SqliteFailure(ffi::Error::new(SQLITE_BUSY), None))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(code) if code == ErrorCode::DiskFull || no_room_to_begin(&error) => Self::Full,
            Some(code) if is_broken(code) => Self::Damaged(error),
            Some(_) | None => Self::Sqlite(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        let is_full = matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded);
        if is_full { Self::Full } else { Self::Folder(error) }
    }
}

/// The index beside the log of changes could not be made: SQLite does not say "full" then.
fn no_room_to_begin(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == SQLITE_IOERR_SHMSIZE)
}

/// Whether SQLite found the file itself to be broken, however deep that lies in the error.
pub(super) fn is_damage(error: &(dyn Error + 'static)) -> bool {
    iter::successors(Some(error), |error| (*error).source())
        .filter_map(|error| error.downcast_ref::<rusqlite::Error>()?.sqlite_error_code())
        .any(is_broken)
}

const fn is_broken(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
}
