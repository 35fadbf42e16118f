//! The database: one SQLite file, opened by one process at a time.

mod folder;
mod migrations;

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};
use thiserror::Error;

/// The name of the database file in the data folder.
pub const FILE_NAME: &str = "famulor-sms.db";

/// `FSMS`, in the file's header: this file is ours.
const APPLICATION_ID: i32 = 0x4653_4d53;

/// Why the database could not be opened or used.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another process holds the lock: nothing is read, sent or settled here.
    #[error("the data is open in another session")]
    AlreadyOpen,
    /// The folder or a file in it cannot be made or opened.
    #[error("the data folder cannot be used: {0}")]
    Folder(#[from] io::Error),
    /// The file belongs to another program.
    #[error("the file is not a database of this program")]
    NotOurs,
    /// The file was written by a newer version of the program.
    #[error("the database was written by a newer version")]
    FromNewerVersion,
    /// SQLite failed; nothing of the transaction is kept.
    #[error("the database failed: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The program is ending.
    #[error("the program is ending")]
    Ending,
}

/// The open database; clones share it. The lock is held until the last clone is dropped.
#[derive(Debug, Clone)]
pub struct Store {
    open: Arc<Open>,
}

#[derive(Debug)]
struct Open {
    connection: Mutex<Connection>,
    _lock: File,
}

impl Store {
    /// Opens (or makes) the database in `folder`, with the lock taken before anything touches it.
    ///
    /// # Errors
    /// [`StoreError`]; nothing has been changed then, except that the folder may have been made.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        folder::make_private(folder)?;
        let lock = lock(folder)?;
        let file = folder.join(FILE_NAME);
        folder::make_file_private(&file)?;
        let mut connection =
            Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        check_owner(&connection)?;
        configure(&connection)?;
        migrations::apply(&mut connection)?;
        Ok(Self { open: Arc::new(Open { connection: Mutex::new(connection), _lock: lock }) })
    }

    /// Runs `work` on the database here and now, waiting for whoever uses it.
    ///
    /// # Errors
    /// What `work` returns.
    pub fn now<T, E>(&self, work: impl FnOnce(&mut Connection) -> Result<T, E>) -> Result<T, E> {
        let mut connection = self.open.connection.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut connection)
    }

    /// Runs `work` on the database, on a thread where waiting is allowed.
    ///
    /// # Errors
    /// What `work` returns; [`StoreError::Ending`] when the runtime goes down meanwhile.
    pub async fn run<T, E>(&self, work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        match tokio::task::spawn_blocking(move || store.now(work)).await {
            Ok(result) => result,
            Err(ended) => match ended.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(StoreError::Ending.into()),
            },
        }
    }
}

fn lock(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join("famulor-sms.lock");
    folder::make_file_private(&path)?;
    let file = File::options().write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// A file with nothing in it is ours to be: new, or left by a first start that was cut short. Any other
/// must carry our mark.
fn check_owner(connection: &Connection) -> Result<(), StoreError> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let is_empty = || connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0));
    if id == APPLICATION_ID || (id == 0 && is_empty()?) { Ok(()) } else { Err(StoreError::NotOurs) }
}

/// Every commit is on the disk when it returns; nothing deleted stays in the file.
fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA secure_delete = ON;
         PRAGMA busy_timeout = 5000;",
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_process_is_told_that_the_data_is_open_already() {
        let folder = tempfile::tempdir().unwrap();
        let first = Store::open(folder.path()).unwrap();
        assert!(matches!(Store::open(folder.path()), Err(StoreError::AlreadyOpen)));
        drop(first);
        assert!(Store::open(folder.path()).is_ok());
    }

    #[test]
    fn a_file_of_another_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE_NAME);
        Connection::open(&file).unwrap().execute_batch("CREATE TABLE theirs (a)").unwrap();
        let before = std::fs::read(&file).unwrap();
        assert!(matches!(Store::open(folder.path()), Err(StoreError::NotOurs)));
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }

    #[test]
    fn a_first_start_that_was_cut_short_is_made_up_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE_NAME);
        Connection::open(&file).unwrap().pragma_update(None, "journal_mode", "WAL").unwrap();
        assert!(std::fs::metadata(&file).unwrap().len() > 0);
        assert!(Store::open(folder.path()).is_ok());
    }

    #[test]
    fn a_file_that_is_no_database_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE_NAME);
        std::fs::write(&file, "not a database at all, but long enough to look at".repeat(20)).unwrap();
        assert!(matches!(Store::open(folder.path()), Err(StoreError::Sqlite(_))));
        assert!(std::fs::read(&file).unwrap().starts_with(b"not a database"));
    }

    #[test]
    fn a_database_of_a_newer_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        store.now(|c| c.pragma_update(None, "user_version", 999)).unwrap();
        drop(store);
        assert!(matches!(Store::open(folder.path()), Err(StoreError::FromNewerVersion)));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_the_data() {
        use std::os::unix::fs::PermissionsExt as _;
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("data");
        let store = Store::open(&folder).unwrap();
        store.now(|c| c.execute_batch("CREATE TABLE trial (a)")).unwrap();
        assert_eq!(std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
        for entry in std::fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.path());
        }
    }
}
