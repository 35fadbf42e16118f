//! The claim: one statement that makes a message ours to send, synced before its first byte leaves.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, TransactionBehavior};

use super::step::step;
use crate::clock::Millis;
use crate::store::StoreError;

/// Whether this process made the claim of one attempt, or may have: only then what is Sending is its own to settle.
///
/// The lock keeps every other process away; this holds even where the lock does not.
#[derive(Debug, Clone, Default)]
pub(super) struct OwnClaim(Arc<AtomicBool>);

impl OwnClaim {
    /// Settles are made after the claim on the same connection, so they see what it says.
    pub(super) fn was_made(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// Queued → Sending, if nobody has changed the message since `revision`. True if it is ours now.
pub(super) fn claim(
    connection: &mut Connection,
    id: i64,
    revision: i64,
    own: &OwnClaim,
    now: Millis,
) -> Result<bool, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let claimed = step(
        &transaction,
        id,
        now,
        "UPDATE message SET state = 'sending', reason = NULL, revision = revision + 1
         WHERE id = ?1 AND state = 'queued' AND revision = ?2",
        (id, revision),
    )?;
    own.0.store(claimed, Ordering::SeqCst);
    transaction.commit()?;
    Ok(claimed)
}
