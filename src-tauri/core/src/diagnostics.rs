//! What the database can tell those who help: how many messages are in which state, and the last steps with their reasons.
//!
//! Nothing that anybody wrote is read here: no number, no name, no text, no words of the service.

use rusqlite::Connection;

use crate::clock::Millis;
use crate::store::StoreError;
use crate::types::{MessageState, Reason};

/// How many of the last steps are told.
const STEPS: u32 = 30;

/// What the database can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostics {
    /// How many steps of migration the database has made.
    pub tables_version: u32,
    /// How many messages are in which state for which reason.
    pub messages: Vec<(MessageState, Option<Reason>, u32)>,
    /// The last steps of all messages, the newest first: when, what, why.
    pub steps: Vec<(Millis, MessageState, Option<Reason>)>,
    /// How many contacts there are.
    pub contacts: u32,
    /// How many templates there are.
    pub templates: u32,
    /// How many texts are being written.
    pub drafts: u32,
}

/// What the database can tell now.
///
/// # Errors
/// [`StoreError`].
pub fn of(connection: &Connection) -> Result<Diagnostics, StoreError> {
    Ok(Diagnostics {
        tables_version: connection.pragma_query_value(None, "user_version", |row| row.get(0))?,
        messages: messages(connection)?,
        steps: steps(connection)?,
        contacts: count(connection, "SELECT count(*) FROM contact")?,
        templates: count(connection, "SELECT count(*) FROM template")?,
        drafts: count(connection, "SELECT count(*) FROM draft")?,
    })
}

fn messages(connection: &Connection) -> Result<Vec<(MessageState, Option<Reason>, u32)>, StoreError> {
    let mut statement = connection
        .prepare("SELECT state, reason, count(*) FROM message GROUP BY state, reason ORDER BY state, reason")?;
    let counted = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(counted.collect::<Result<_, _>>()?)
}

fn steps(connection: &Connection) -> Result<Vec<(Millis, MessageState, Option<Reason>)>, StoreError> {
    let mut statement = connection.prepare("SELECT at, state, reason FROM message_event ORDER BY id DESC LIMIT ?1")?;
    let steps = statement.query_map([STEPS], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(steps.collect::<Result<_, _>>()?)
}

fn count(connection: &Connection, question: &str) -> Result<u32, StoreError> {
    Ok(connection.query_row(question, [], |row| row.get(0))?)
}
