//! What the last run left open, settled before anything else happens. Nothing is sent at the start.

use rusqlite::{Connection, TransactionBehavior};

use super::step::step_all;
use super::turn::LATE_AFTER;
use crate::clock::{Millis, millis};
use crate::store::StoreError;

/// Sending becomes Unclear: its body may have left. Queued becomes Held, but for what was chosen to go later and is not
/// due yet; whose chosen time was missed by much is Late.
pub(super) fn settle_last_run(connection: &mut Connection, now: Millis) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    step_all(
        &transaction,
        now,
        "UPDATE message SET state = 'unclear', reason = 'ended-while-sending', revision = revision + 1
         WHERE state = 'sending' RETURNING id",
        [],
    )?;
    step_all(
        &transaction,
        now,
        "UPDATE message SET state = 'held', reason = iif(due_chosen = 1 AND due_at < ?2, 'late', 'restarted'), revision = revision + 1
         WHERE state = 'queued' AND NOT (due_chosen = 1 AND due_at > ?1) RETURNING id",
        [now, now - millis(LATE_AFTER)],
    )?;
    transaction.commit()?;
    Ok(())
}
