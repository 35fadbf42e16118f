//! What the program has written down, seen from outside while it runs or after it.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, Row};

/// A program's database.
#[derive(Debug, Clone)]
pub struct Database(PathBuf);

/// One message as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMessage {
    /// Its row.
    pub id: i64,
    /// What it is sent under.
    pub uuid: String,
    /// Its state.
    pub state: String,
    /// Why it is in that state.
    pub reason: Option<String>,
    /// The recipient's number in E.164.
    pub recipient_number: String,
    /// The text.
    pub body: String,
}

impl Database {
    /// The database of a program with this data folder; it need not be there yet.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self(folder.join("famulor-sms.db"))
    }

    /// Every message, oldest first; none if there is no database yet.
    #[must_use]
    pub fn messages(&self) -> Vec<StoredMessage> {
        if !self.0.exists() {
            return Vec::new();
        }
        let connection = self.open();
        let mut question = connection
            .prepare("SELECT id, uuid, state, reason, recipient_number, body FROM message ORDER BY id")
            .expect("the table of messages is there");
        let rows = question.query_map([], stored).expect("the messages can be read");
        rows.map(|row| row.expect("a message can be read")).collect()
    }

    /// What a question with one text as its answer gives, if there is a row.
    #[must_use]
    pub fn answer(&self, question: &str) -> Option<String> {
        self.open().query_row(question, [], |row| row.get(0)).ok()
    }

    /// Changes it from outside, as the passing of time would; how many rows.
    #[must_use]
    pub fn change(&self, statement: &str) -> usize {
        self.opened(OpenFlags::SQLITE_OPEN_READ_WRITE).execute(statement, []).expect("the database can be changed")
    }

    fn open(&self) -> Connection {
        self.opened(OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    fn opened(&self, flags: OpenFlags) -> Connection {
        let connection = Connection::open_with_flags(&self.0, flags).expect("the database can be opened");
        connection.busy_timeout(std::time::Duration::from_secs(5)).expect("a time-out can be set");
        connection
    }
}

fn stored(row: &Row<'_>) -> rusqlite::Result<StoredMessage> {
    Ok(StoredMessage {
        id: row.get(0)?,
        uuid: row.get(1)?,
        state: row.get(2)?,
        reason: row.get(3)?,
        recipient_number: row.get(4)?,
        body: row.get(5)?,
    })
}
