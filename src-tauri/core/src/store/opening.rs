//! Opening the database, and mending it where it is broken.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::lock::{Lock, Mark};
use super::repair::{Repaired, repair};
use super::{APPLICATION_ID, FILE_NAME, StoreError, backup, folder, health, migrations, replacement, snapshot};
use crate::clock::Millis;

/// A database that was opened under the lock.
pub(super) struct Opening {
    pub(super) connection: Connection,
    pub(super) lock: Lock,
    pub(super) ended_badly: bool,
    pub(super) repaired: Option<Repaired>,
}

/// Opens (or makes) the database; one that is broken is an error.
pub(super) fn open(data: &Path, now: Millis) -> Result<Opening, StoreError> {
    let (lock, last) = take(data, now)?;
    begin(open_as_found(data, last, now)?, lock, last, None)
}

/// Opens (or makes) the database, or the newest good backup in its place.
pub(super) fn open_or_repair(data: &Path, now: Millis) -> Result<Opening, StoreError> {
    let (lock, last) = take(data, now)?;
    let (connection, repaired) = match open_as_found(data, last, now) {
        Err(StoreError::Damaged(_) | StoreError::NotOurs) => {
            let repaired = repair(data, &lock, now)?;
            (open_file(data, Mark::Well, now)?, Some(repaired))
        }
        found => (found?, None),
    };
    begin(connection, lock, last, repaired)
}

/// The lock, with a replacement put in place that the last process has left.
fn take(data: &Path, now: Millis) -> Result<(Lock, Mark), StoreError> {
    folder::make_private(data)?;
    let lock = Lock::take(data)?;
    replacement::finish(data, &lock, now)?;
    snapshot::tidy(data)?;
    snapshot::tidy(&backup::folder(data))?;
    let last = lock.mark()?;
    Ok((lock, last))
}

fn begin(connection: Connection, lock: Lock, last: Mark, repaired: Option<Repaired>) -> Result<Opening, StoreError> {
    lock.set(Mark::Running)?;
    Ok(Opening { connection, lock, ended_badly: last.is_bad(), repaired })
}

fn open_as_found(data: &Path, last: Mark, now: Millis) -> Result<Connection, StoreError> {
    if last == Mark::Damaged {
        return Err(StoreError::damaged("that was found by the process before"));
    }
    if is_lost(data, last, now)? {
        return Err(StoreError::damaged("the file is missing or empty"));
    }
    let opened = open_file(data, last, now);
    if matches!(opened, Err(StoreError::FromNewerVersion)) {
        replacement::keep_newer(data)?;
    }
    opened
}

/// There was a database, and its file is gone or has nothing in it. SQLite takes a file of one byte for empty.
fn is_lost(data: &Path, last: Mark, now: Millis) -> Result<bool, StoreError> {
    let is_empty = |name: &str| folder::length(&data.join(name)).map(|length| length.unwrap_or(0) <= 1);
    let was_there = || Ok(last != Mark::New || !is_empty("famulor-sms.db-wal")? || !backup::all(data, now)?.is_empty());
    if is_empty(FILE_NAME)? { was_there() } else { Ok(false) }
}

/// Until the file has been judged, closing it changes nothing in it.
fn open_file(data: &Path, last: Mark, now: Millis) -> Result<Connection, StoreError> {
    let file = data.join(FILE_NAME);
    folder::make_file_private(&file)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(&file, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    judge(&connection, last)?;
    configure(&connection)?;
    if migrations::is_old(&connection)? {
        backup::make(data, now)?;
    }
    migrations::apply(&mut connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(connection)
}

/// A file with nothing in it is ours to be: new, or left by a first start that was cut short. Any other must carry our
/// mark and a version that we know. After a bad end it is also looked at whether its tables are all there.
fn judge(connection: &Connection, last: Mark) -> Result<(), StoreError> {
    match health::first_look(connection)? {
        (0, true) => Ok(()),
        (APPLICATION_ID, true) => Err(StoreError::damaged("there are no tables")),
        (APPLICATION_ID, false) => {
            migrations::done(connection)?;
            if last.is_bad() { health::check_parts(connection) } else { Ok(()) }
        }
        _ => Err(StoreError::NotOurs),
    }
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

    /// What `.cargo/config.toml` says of it, wherever it is built.
    #[test]
    fn sqlite_has_the_search_that_is_used_and_loads_no_code() {
        let connection = Connection::open_in_memory().unwrap();
        let has = |option: &str| -> bool {
            connection.query_row("SELECT sqlite_compileoption_used(?1)", [option], |row| row.get(0)).unwrap()
        };
        for option in ["ENABLE_FTS5", "OMIT_LOAD_EXTENSION"] {
            assert!(has(option), "{option}");
        }
        for option in ["ENABLE_FTS3", "ENABLE_FTS3_PARENTHESIS", "ENABLE_RTREE", "ENABLE_DBSTAT_VTAB", "SOUNDEX"] {
            assert!(!has(option), "{option}");
        }
    }
}
