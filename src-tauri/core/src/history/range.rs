//! What the history can be filtered by.

use rusqlite::Connection;

use crate::phone_number::grouped;
use crate::store::StoreError;
use crate::types::{HistoryRange, HistorySender};

/// When the oldest message was written, and the senders with their newest names.
///
/// # Errors
/// [`StoreError`].
pub fn range(connection: &Connection) -> Result<HistoryRange, StoreError> {
    let oldest = connection.query_row("SELECT min(created_at) FROM message", [], |row| row.get(0))?;
    // From one sender to the next in the index, past all the messages of each.
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE listed (id) AS (
             SELECT min(sender_id) FROM message
             UNION ALL
             SELECT (SELECT min(sender_id) FROM message WHERE sender_id > listed.id) FROM listed WHERE listed.id IS NOT NULL
         )
         SELECT message.sender_id, message.sender_number, message.sender_name FROM listed
         JOIN message ON message.id = (SELECT max(newest.id) FROM message AS newest WHERE newest.sender_id = listed.id)
         ORDER BY message.sender_id",
    )?;
    let senders = statement.query_map([], |row| {
        Ok(HistorySender { id: row.get(0)?, number: grouped(&row.get::<_, String>(1)?), name: row.get(2)? })
    })?;
    Ok(HistoryRange { oldest, senders: senders.collect::<Result<_, _>>()? })
}
