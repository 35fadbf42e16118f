//! The database: one SQLite file, opened by one process at a time, with backups beside it.

mod backup;
mod copies;
mod error;
mod folder;
mod forget;
mod health;
mod lock;
mod migrations;
mod opening;
mod repair;
mod replacement;
mod snapshot;
mod stamp;
mod worker;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use tokio::sync::watch;

pub use copies::{TakeOverError, TakenOver};
pub use error::StoreError;
pub use forget::ForgetError;
pub use repair::Repaired;

use crate::clock::{self, Millis};
use crate::types::BackupView;
use health::Health;
use lock::{Lock, Mark};
use opening::Opening;
use worker::Worker;

/// The name of the database file in the data folder.
pub const FILE_NAME: &str = "famulor-sms.db";

/// `FSMS`, in the file's header: this file is ours.
const APPLICATION_ID: i32 = 0x4653_4d53;

/// The open database; clones share it. The lock is held until the last clone is dropped.
#[derive(Debug, Clone)]
pub struct Store {
    open: Arc<Open>,
}

#[derive(Debug)]
struct Open {
    connection: Mutex<Connection>,
    worker: Worker,
    /// Held by whoever makes, moves or removes whole files.
    files: Mutex<()>,
    folder: PathBuf,
    health: Health,
    /// A replacement is ready: what is written now would be set aside.
    is_replaced: AtomicBool,
    ended_badly: bool,
    lock: Lock,
}

/// A database that was opened, mended if need be.
#[derive(Debug)]
pub struct Opened {
    /// The database.
    pub store: Store,
    /// What was mended; the person is told.
    pub repaired: Option<Repaired>,
}

impl Store {
    /// Opens (or makes) the database in `folder` as it is, with the lock taken before anything touches it.
    ///
    /// # Errors
    /// [`StoreError`]; nothing has been changed then, except that the folder may have been made.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::of(opening::open(folder, clock::now())?, folder)
    }

    /// The same, but a broken database is set aside, and the newest good backup or an empty database is in its place.
    /// What was open in the backup is unclear then.
    ///
    /// # Errors
    /// [`StoreError`]; never [`StoreError::Damaged`] or [`StoreError::NotOurs`], unless mending failed.
    pub fn open_or_repair(folder: &Path, now: Millis) -> Result<Opened, StoreError> {
        let opening = opening::open_or_repair(folder, now)?;
        let repaired = opening.repaired;
        Ok(Opened { store: Self::of(opening, folder)?, repaired })
    }

    fn of(opening: Opening, folder: &Path) -> Result<Self, StoreError> {
        let open = Open {
            connection: Mutex::new(opening.connection),
            worker: Worker::start()?,
            files: Mutex::new(()),
            folder: folder.to_path_buf(),
            health: Health::new(),
            is_replaced: AtomicBool::new(false),
            ended_badly: opening.ended_badly,
            lock: opening.lock,
        };
        Ok(Self { open: Arc::new(open) })
    }

    /// Whether the process that had the database open last was killed or cut off: then it is to be checked.
    #[must_use]
    pub fn ended_badly(&self) -> bool {
        self.open.ended_badly
    }

    /// Reads the whole database on a connection of its own and says whether it is sound; if not, that is noted. Takes
    /// long where there is much, and keeps nobody waiting.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn check(&self) -> Result<bool, StoreError> {
        let checked = snapshot::open_to_read(&self.open.folder.join(FILE_NAME)).and_then(|c| health::check(&c));
        match self.noting_damage(checked) {
            Ok(()) => Ok(true),
            Err(StoreError::Damaged(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether the database was found to be damaged: then nothing may be sent, and the next start mends it.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.open.health.is_damaged()
    }

    /// Tells when the database is found to be damaged.
    #[must_use]
    pub fn damage(&self) -> watch::Receiver<bool> {
        self.open.health.watch()
    }

    /// Makes a backup. Takes long where there is much, and keeps nobody waiting.
    ///
    /// # Errors
    /// [`StoreError`]; the older backups are kept then.
    pub fn back_up(&self, now: Millis) -> Result<(), StoreError> {
        let _files = self.files();
        self.noting_damage(backup::make(&self.open.folder, now))
    }

    /// Makes a backup if a day has passed since the last, or if messages were deleted some hours ago that the last may
    /// still hold. Whether one was made.
    ///
    /// # Errors
    /// [`StoreError`]; the older backups are kept then.
    pub fn back_up_if_due(&self, now: Millis) -> Result<bool, StoreError> {
        let is_due = self.now(|connection| backup::is_due(&self.open.folder, connection, now))?;
        if is_due {
            self.back_up(now)?;
        }
        Ok(is_due)
    }

    /// The backups that there are.
    ///
    /// # Errors
    /// [`StoreError`] if their folder cannot be read.
    pub fn backups(&self) -> Result<BackupView, StoreError> {
        backup::view(&self.open.folder, clock::now())
    }

    /// Notes that this process ends as it should: the last thing before it does.
    ///
    /// # Errors
    /// [`StoreError`]; the next start checks the database then.
    pub fn close_well(&self) -> Result<(), StoreError> {
        if !self.is_damaged() {
            self.open.lock.set(Mark::Well)?;
        }
        Ok(())
    }

    /// Runs `work` on the database here and now, waiting for whoever uses it.
    ///
    /// # Errors
    /// What `work` returns.
    pub fn now<T, E>(&self, work: impl FnOnce(&mut Connection) -> Result<T, E>) -> Result<T, E>
    where
        E: Error + 'static,
    {
        let mut connection = self.open.connection.lock().unwrap_or_else(PoisonError::into_inner);
        self.noting_damage(work(&mut connection))
    }

    /// Runs `work` on the database, on the thread that does so for all who may not wait.
    ///
    /// # Errors
    /// What `work` returns; [`StoreError::Ending`] after [`Store::take_over`].
    pub async fn run<T, E>(&self, work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Error + Send + 'static,
    {
        let store = self.clone();
        let work = move || {
            store.now(|connection| {
                // Asked under the mutex that taking over holds.
                if store.open.is_replaced.load(Ordering::SeqCst) {
                    Err(StoreError::Ending.into())
                } else {
                    work(connection)
                }
            })
        };
        self.open.worker.run(work).await.unwrap_or_else(|| Err(StoreError::Ending.into()))
    }

    fn files(&self) -> MutexGuard<'_, ()> {
        self.open.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn noting_damage<T, E: Error + 'static>(&self, result: Result<T, E>) -> Result<T, E> {
        if result.as_ref().is_err_and(|error| error::is_damage(error)) {
            self.open.health.note_damage(&self.open.lock);
        }
        result
    }
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
        assert!(matches!(Store::open(folder.path()), Err(StoreError::Damaged(_))));
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
