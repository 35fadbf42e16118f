//! Messages put into a database by hand, where a test is about the database and not about sending.

use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_core::clock;
use famulor_sms_core::store::{Opened, Store, StoreError};
use rusqlite::{Connection, OpenFlags};

use crate::wait::{PATIENCE, wait_for};

/// Opens the database of a folder, mended if need be, as soon as nobody holds its lock: a process that another test
/// starts holds every lock of this one for a moment.
///
/// # Errors
/// [`StoreError`].
pub fn start(folder: &Path) -> Result<Opened, StoreError> {
    let open = || match Store::open_or_repair(folder, clock::now()) {
        Err(StoreError::AlreadyOpen) => None,
        opened => Some(opened),
    };
    wait_for(PATIENCE, open).unwrap_or(Err(StoreError::AlreadyOpen))
}

/// Opens a sound database again, as soon as nobody holds its lock.
#[must_use]
pub fn open(folder: &Path) -> Store {
    let opened = start(folder).expect("the database can be opened");
    assert_eq!(opened.repaired, None);
    opened.store
}

/// A database as the first version of its tables was.
#[must_use]
pub fn of_the_first_version(file: &Path) -> Connection {
    old(file, &[include_str!("../../src-tauri/core/src/store/migrations/0001_messages.sql")])
}

/// A database as the second version of its tables was.
#[must_use]
pub fn of_the_second_version(file: &Path) -> Connection {
    old(
        file,
        &[
            include_str!("../../src-tauri/core/src/store/migrations/0001_messages.sql"),
            include_str!("../../src-tauri/core/src/store/migrations/0002_waiting_and_searching.sql"),
        ],
    )
}

fn old(file: &Path, steps: &[&str]) -> Connection {
    let version = u32::try_from(steps.len()).expect("they are few");
    let old = Connection::open(file).expect("a file can be made");
    for step in steps {
        old.execute_batch(step).expect("it is SQL");
    }
    old.pragma_update(None, "application_id", 0x4653_4d53).expect("it can be marked");
    old.pragma_update(None, "user_version", version).expect("it can be marked");
    old
}

/// Adds a queued message with this text, and its first step.
///
/// # Errors
/// What SQLite says.
pub fn queue(connection: &mut Connection, body: &str) -> rusqlite::Result<i64> {
    let transaction = connection.transaction()?;
    transaction.execute(
        "INSERT INTO message (uuid, draft_id, recipient_name, recipient_number, body, sender_id, sender_number,
             account_email, key_generation, predicted_segments, created_at, due_at)
         VALUES (hex(randomblob(16)), hex(randomblob(16)), 'Anna', '+4915123456789', ?1, 1, '+491713920001',
             'a@b.example', 1, 1, 0, 0)",
        [body],
    )?;
    let id = transaction.last_insert_rowid();
    transaction.execute("INSERT INTO message_event (message_id, at, state) VALUES (?1, 0, 'queued')", [id])?;
    transaction.commit()?;
    Ok(id)
}

/// Adds a message with this text, brought to this state by legal changes.
///
/// # Errors
/// What SQLite says.
pub fn message(connection: &mut Connection, body: &str, state: &str) -> rusqlite::Result<i64> {
    let id = queue(connection, body)?;
    let way: &[&str] = match state {
        "queued" => &[],
        "sent" | "rejected" | "unclear" => &["sending", state],
        _ => &[state],
    };
    for step in way {
        connection.execute("UPDATE message SET state = ?2 WHERE id = ?1", (id, step))?;
    }
    Ok(id)
}

/// The texts of a store's messages with their states, in the order in which they were written.
#[must_use]
pub fn messages(store: &Store) -> Vec<(String, String)> {
    store.now(|c| read(c)).expect("the messages can be read")
}

/// The same of a database that nobody has open.
///
/// # Errors
/// What SQLite says.
pub fn messages_in(file: &Path) -> rusqlite::Result<Vec<(String, String)>> {
    read(&Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

/// Everything in a folder that is a file, by its path from there.
#[must_use]
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn read(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut question = connection.prepare("SELECT body, state FROM message ORDER BY id")?;
    let rows = question.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}
