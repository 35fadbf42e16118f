//! What a restored backup holds open: it may have been sent since the backup was made.

use rusqlite::{Connection, TransactionBehavior};

use super::step::step_all;
use crate::clock::Millis;
use crate::store::StoreError;

/// Queued, Held and Sending become Unclear, before anything can be sent. How many they were.
pub(crate) fn settle_restored(connection: &mut Connection, now: Millis) -> Result<u32, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let unclear = step_all(
        &transaction,
        now,
        "UPDATE message SET state = 'unclear', reason = 'restored', revision = revision + 1
         WHERE state IN ('queued', 'held', 'sending') RETURNING id",
        [],
    )?;
    transaction.commit()?;
    Ok(u32::try_from(unclear.len()).unwrap_or(u32::MAX))
}
