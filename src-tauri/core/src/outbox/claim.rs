//! The claim: one statement that makes a message ours to send, synced before its first byte leaves.

use rusqlite::{Connection, TransactionBehavior};

use super::step::step;
use crate::clock::Millis;
use crate::store::StoreError;

/// Queued → Sending, if nobody has changed the message since `revision`. True if it is ours now.
pub(super) fn claim(connection: &mut Connection, id: i64, revision: i64, now: Millis) -> Result<bool, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let claimed = step(
        &transaction,
        id,
        now,
        "UPDATE message SET state = 'sending', reason = NULL, revision = revision + 1
         WHERE id = ?1 AND state = 'queued' AND revision = ?2",
        (id, revision),
    )?;
    transaction.commit()?;
    Ok(claimed)
}
