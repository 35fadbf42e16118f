//! What the outbox asks of the contacts: who is not to be written to, and that somebody was written to.

use rusqlite::{Connection, OptionalExtension as _};

use crate::clock::Millis;
use crate::types::DoNotWrite;

/// The newest mark "do not write to" among the contacts that a number belongs to.
pub(crate) fn mark(connection: &Connection, number: &str) -> rusqlite::Result<Option<DoNotWrite>> {
    let mut statement = connection.prepare_cached(
        "SELECT do_not_write_reason, do_not_write_since
         FROM contact_number JOIN contact ON contact.id = contact_number.contact_id
         WHERE contact_number.number = ?1 AND do_not_write_since IS NOT NULL
         ORDER BY do_not_write_since DESC, contact.id LIMIT 1",
    )?;
    statement.query_row([number], |row| Ok(DoNotWrite { reason: row.get(0)?, since: row.get(1)? })).optional()
}

/// A message to this number was written.
pub(crate) fn note_use(connection: &Connection, number: &str, now: Millis) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("UPDATE contact_number SET used_at = ?2 WHERE number = ?1")?;
    statement.execute((number, now)).map(|_| ())
}
