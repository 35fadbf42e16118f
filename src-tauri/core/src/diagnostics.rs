//! What can be told to whoever helps: versions, states and error codes. Never a number, a name, a text or the key: every
//! word here is one of the program's own, and what the service or a person wrote is not read at all.

use std::fmt::Write as _;

use rusqlite::Connection;
use serde::Serialize;

use crate::api_key::KeyStoreError;
use crate::famulor::AccountError;
use crate::session::Standing;
use crate::store::StoreError;
use crate::types::{KeyState, MessageState, Reason};

/// Failures of each kind that are told.
const RECENT: u32 = 5;

const STATES: [MessageState; 8] = [
    MessageState::Queued,
    MessageState::Held,
    MessageState::Sending,
    MessageState::Sent,
    MessageState::Rejected,
    MessageState::NotSent,
    MessageState::Unclear,
    MessageState::Cancelled,
];
/// The states that a message comes to when something went wrong.
const FAILURES: [MessageState; 4] =
    [MessageState::Rejected, MessageState::NotSent, MessageState::Unclear, MessageState::Held];

/// What the database tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    database_version: u32,
    sqlite_version: String,
    counts: Vec<(MessageState, u32)>,
    failures: Vec<(MessageState, Vec<Reason>)>,
}

/// What the program knows of itself and of the system that it runs on; nothing in it may come from a person or a service.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The program's version.
    pub version: String,
    /// "real", "practice" or "other service".
    pub mode: &'static str,
    /// The system's name and version, its architecture, the web view's version: each with its label.
    pub system: Vec<(&'static str, String)>,
    /// Where the key is and what went wrong last.
    pub standing: Standing,
    /// Whether the database was found to be damaged.
    pub is_damaged: bool,
}

/// Reads what the database tells.
///
/// # Errors
/// [`StoreError`].
pub fn records(connection: &Connection) -> Result<Records, StoreError> {
    let count = |state| Ok((state, crate::history::count(connection, state)?));
    let failures = |state| Ok((state, reasons(connection, state)?));
    Ok(Records {
        database_version: connection.pragma_query_value(None, "user_version", |row| row.get(0))?,
        sqlite_version: rusqlite::version().to_owned(),
        counts: STATES.into_iter().map(count).collect::<Result<_, StoreError>>()?,
        failures: FAILURES.into_iter().map(failures).collect::<Result<_, StoreError>>()?,
    })
}

/// The reasons of the newest messages in a state, newest first.
fn reasons(connection: &Connection, state: MessageState) -> Result<Vec<Reason>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT reason FROM message WHERE state = ?1 AND reason IS NOT NULL ORDER BY id DESC LIMIT ?2",
    )?;
    let reasons = statement.query_map((state, RECENT), |row| row.get(0))?;
    Ok(reasons.collect::<Result<_, _>>()?)
}

/// Everything as plain lines, to be copied. In English, whatever the person's language: it is read by whoever helps.
#[must_use]
pub fn report(surroundings: &Surroundings, records: &Records) -> String {
    let mut lines = vec![("Famulor SMS", format!("{} ({})", surroundings.version, surroundings.mode))];
    lines.extend(surroundings.system.iter().map(|(label, value)| (*label, plain(value))));
    let damage = if surroundings.is_damaged { "damaged" } else { "no damage known" };
    lines.push((
        "Database",
        format!("version {}, SQLite {}, {damage}", records.database_version, records.sqlite_version),
    ));
    lines.push(("Messages", listed(records.counts.iter().map(|(state, count)| format!("{} {count}", word(state))))));
    for (state, reasons) in records.failures.iter().filter(|(_, reasons)| !reasons.is_empty()) {
        lines.push(("Last failures", format!("{}: {}", word(state), listed(reasons.iter().map(word)))));
    }
    lines.extend(key(&surroundings.standing));
    lines.iter().fold(String::new(), |mut text, (label, value)| {
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{label}: {value}");
        text
    })
}

fn key(standing: &Standing) -> Vec<(&'static str, String)> {
    let state = match standing.key {
        KeyState::Asking => "asking",
        KeyState::Missing => "no key",
        KeyState::Stored => "stored",
        KeyState::ThisRunOnly => "this run only",
        KeyState::Unavailable => "unavailable",
    };
    let mut lines = vec![("Keychain", state.to_owned())];
    lines.extend(standing.keychain_problem.map(|problem: KeyStoreError| ("Keychain problem", format!("{problem:?}"))));
    lines.extend(standing.account_problem.map(|problem: AccountError| ("Account problem", format!("{problem:?}"))));
    lines
}

/// The word that the program has for one of its own states or reasons.
fn word(what: impl Serialize) -> String {
    serde_json::to_value(what).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

fn listed(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// A value of the system's in one short line.
fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).take(80).collect()
}
