//! What the person decides about a message.

use rusqlite::{Connection, Params, TransactionBehavior};

use super::step::step;
use super::{Credentials, OutboxError};
use crate::clock::Millis;

/// Held → Queued, due now, under the account as it is now.
pub(super) fn release(
    connection: &mut Connection,
    id: i64,
    credentials: &Credentials,
    now: Millis,
) -> Result<(), OutboxError> {
    change(
        connection,
        id,
        now,
        "UPDATE message SET state = 'queued', reason = NULL, due_at = ?2, due_chosen = 0, connection_tries = 0,
             waits = 0, account_email = ?3, key_generation = ?4, revision = revision + 1
         WHERE id = ?1 AND state = 'held'",
        (id, now, &credentials.email, credentials.generation),
    )
}

/// Queued or Held → Cancelled.
pub(super) fn cancel(connection: &mut Connection, id: i64, now: Millis) -> Result<(), OutboxError> {
    change(
        connection,
        id,
        now,
        "UPDATE message SET state = 'cancelled', reason = NULL, revision = revision + 1
         WHERE id = ?1 AND state IN ('queued', 'held')",
        (id,),
    )
}

/// Unclear → Sent or NotSent, and between those two while it was a person who settled it.
pub(super) fn settle(connection: &mut Connection, id: i64, sent: bool, now: Millis) -> Result<(), OutboxError> {
    change(
        connection,
        id,
        now,
        "UPDATE message SET state = ?2, reason = 'settled-by-person', settled_by_person = 1, revision = revision + 1
         WHERE id = ?1 AND (state = 'unclear' OR settled_by_person = 1)",
        (id, if sent { "sent" } else { "not-sent" }),
    )
}

fn change(
    connection: &mut Connection,
    id: i64,
    now: Millis,
    statement: &str,
    values: impl Params,
) -> Result<(), OutboxError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if !step(&transaction, id, now, statement, values)? {
        return Err(OutboxError::TooLate);
    }
    transaction.commit()?;
    Ok(())
}
