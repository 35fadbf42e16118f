//! What waits: for the person, or for its time.

use rusqlite::Connection;

use super::turn::Countdowns;
use crate::clock::{Millis, Moment};
use crate::history;
use crate::store::StoreError;
use crate::types::{MessageState, MessageView, Waiting};

/// Messages of each kind that are shown.
const MOST: u32 = 500;

/// How near a message's turn is when its end is waited for, in milliseconds.
const SOON: Millis = 60_000;

/// How many messages want the person's word; those that go by themselves later do not.
///
/// # Errors
/// [`StoreError`].
pub fn asking(connection: &Connection) -> Result<u32, StoreError> {
    let held = history::count(connection, MessageState::Held)?;
    Ok(held.saturating_add(history::count(connection, MessageState::Unclear)?))
}

/// What waits for the person's word or for its time, 500 of each kind at most.
///
/// # Errors
/// [`StoreError`].
pub fn waiting(connection: &Connection) -> Result<Waiting, StoreError> {
    Ok(Waiting {
        asking: asking(connection)?,
        held: views(connection, "state = 'held' ORDER BY id")?,
        unclear: views(connection, "state = 'unclear' ORDER BY id DESC")?,
        later: views(
            connection,
            "state = 'queued' AND (due_chosen = 1 OR reason = 'too-many-requests') ORDER BY due_at, id",
        )?,
    })
}

fn views(connection: &Connection, which: &str) -> Result<Vec<MessageView>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT id FROM message WHERE {which} LIMIT {MOST}"))?;
    let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let views = ids.into_iter().map(|id| history::message(connection, id));
    Ok(views.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// How many messages are being sent, or will be within the minute.
pub(super) fn under_way(connection: &Connection, countdowns: &Countdowns, now: Moment) -> Result<u32, StoreError> {
    due_within(connection, countdowns, now, SOON)
}

/// How many messages are being sent, or will be within this time.
pub(super) fn due_within(
    connection: &Connection,
    countdowns: &Countdowns,
    now: Moment,
    time: Millis,
) -> Result<u32, StoreError> {
    let sending: u32 =
        connection.query_row("SELECT count(*) FROM message WHERE state = 'sending'", [], |row| row.get(0))?;
    let queued = countdowns.queued(connection, now)?;
    Ok(sending.saturating_add(count(queued.iter().filter(|message| message.left < time))))
}

/// How many messages wait for a time that is further away than a minute: a chosen one, or the service's.
pub(super) fn later(connection: &Connection, countdowns: &Countdowns, now: Moment) -> Result<u32, StoreError> {
    let queued = countdowns.queued(connection, now)?;
    Ok(count(queued.iter().filter(|message| message.left >= SOON)))
}

fn count(messages: impl Iterator) -> u32 {
    u32::try_from(messages.count()).unwrap_or(u32::MAX)
}
