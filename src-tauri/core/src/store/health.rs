//! Whether a database is sound, and what the process that has it open knows about that.

use std::collections::BTreeSet;

use rusqlite::{Connection, ErrorCode};
use tokio::sync::watch;

use super::lock::{Lock, Mark};
use super::{StoreError, migrations};

/// Every table, index and trigger by its name, and every column.
const PARTS: &str = "SELECT type || ' ' || name FROM sqlite_schema
     UNION SELECT s.name || '.' || c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c WHERE s.type = 'table'";

/// Reads the whole database: SQLite's own check, and whether everything is there that we have made.
///
/// # Errors
/// [`StoreError::Damaged`] if it is not sound.
pub(super) fn check(connection: &Connection) -> Result<(), StoreError> {
    let is_ok = connection.query_row("PRAGMA quick_check(1)", [], |row| Ok(row.get_ref(0)?.as_bytes()? == b"ok"));
    if is_ok.map_err(unreadable)? {
        check_parts(connection)
    } else {
        Err(StoreError::damaged("the check found a fault"))
    }
}

/// The mark in a database's header, and whether it has no tables: the first look at a file.
///
/// # Errors
/// [`StoreError::Damaged`] where SQLite cannot tell what the file is.
pub(super) fn first_look(connection: &Connection) -> Result<(i32, bool), StoreError> {
    let id = connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(unreadable)?;
    let is_empty = connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0));
    Ok((id, is_empty.map_err(unreadable)?))
}

/// Whether every table, column, index and trigger is there that we have made: a schema that lost one can still be read.
///
/// # Errors
/// [`StoreError::Damaged`] if one is missing.
pub(super) fn check_parts(connection: &Connection) -> Result<(), StoreError> {
    let expected = parts(&migrations::example(migrations::done(connection)?)?)?;
    let is_whole = expected.is_subset(&parts(connection).map_err(unreadable)?);
    if is_whole { Ok(()) } else { Err(StoreError::damaged("a part is missing")) }
}

/// As bytes: a broken name need not be a text.
fn parts(connection: &Connection) -> rusqlite::Result<BTreeSet<Vec<u8>>> {
    let mut statement = connection.prepare(PARTS)?;
    let parts = statement.query_map([], |row| Ok(row.get_ref(0)?.as_bytes()?.to_owned()))?;
    parts.collect()
}

/// A definition or a format that SQLite does not understand: the question was right, so the file is not.
fn unreadable(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::Unknown) => StoreError::Damaged(error),
        Some(_) | None => error.into(),
    }
}

/// What the process that has the database open knows of its soundness.
#[derive(Debug)]
pub(super) struct Health {
    damaged: watch::Sender<bool>,
}

impl Health {
    pub(super) fn new() -> Self {
        Self { damaged: watch::Sender::new(false) }
    }

    pub(super) fn is_damaged(&self) -> bool {
        *self.damaged.borrow()
    }

    pub(super) fn watch(&self) -> watch::Receiver<bool> {
        self.damaged.subscribe()
    }

    /// The next start mends it, even if this process is killed now.
    pub(super) fn note_damage(&self, lock: &Lock) {
        if self.damaged.send_replace(true) {
            return;
        }
        tracing::error!("the database is damaged; it is mended at the next start");
        if let Err(error) = lock.set(Mark::Damaged) {
            tracing::error!(%error, "the damage could not be written down");
        }
    }
}
