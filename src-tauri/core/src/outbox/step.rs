//! One step in the life of a message: the change and its line in the message's steps, or neither.

use rusqlite::{Connection, Params};

use crate::clock::Millis;
use crate::types::Reason;

/// Makes a change to the message `id`; the statement names the state that it needs. True if it
/// was in that state: then its new state is one of its steps.
pub(super) fn step(
    connection: &Connection,
    id: i64,
    now: Millis,
    statement: &str,
    values: impl Params,
) -> rusqlite::Result<bool> {
    let changed = connection.prepare_cached(statement)?.execute(values)? == 1;
    if changed {
        note(connection, id, now)?;
    }
    Ok(changed)
}

/// Makes the same change to every message that is in the state it needs, and names those.
pub(super) fn step_all(
    connection: &Connection,
    now: Millis,
    statement: &str,
    values: impl Params,
) -> rusqlite::Result<Vec<i64>> {
    let mut returning = connection.prepare_cached(statement)?;
    let changed: Vec<i64> = returning.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?;
    changed.iter().try_for_each(|id| note(connection, *id, now))?;
    Ok(changed)
}

/// Adds the state that a message is in to its steps.
pub(super) fn note(connection: &Connection, id: i64, now: Millis) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO message_event (message_id, at, state, reason)
             SELECT id, ?2, state, reason FROM message WHERE id = ?1",
        )?
        .execute((id, now))
        .map(|_| ())
}

/// Adds a step that leaves the message in its state, with a reason of its own.
pub(super) fn note_because(connection: &Connection, id: i64, now: Millis, reason: Reason) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO message_event (message_id, at, state, reason)
             SELECT id, ?2, state, ?3 FROM message WHERE id = ?1",
        )?
        .execute((id, now, reason))
        .map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper;
    use crate::store::StoreError;

    #[test]
    fn a_change_that_comes_too_late_leaves_no_step() {
        let (_folder, store) = paper::with(&["Hallo"]);
        let steps = |c: &Connection| c.query_row("SELECT count(*) FROM message_event", [], |row| row.get::<_, i64>(0));
        store
            .now(|c| {
                let cancel = "UPDATE message SET state = 'cancelled' WHERE id = ?1 AND state = 'queued'";
                let hold = "UPDATE message SET state = 'held' WHERE id = ?1 AND state = 'queued'";
                assert!(step(c, 1, 5, cancel, [1])?);
                assert!(!step(c, 1, 6, hold, [1])?);
                assert_eq!(steps(c)?, 1);
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }
}
