//! The tables, in the order in which they came to be; `user_version` counts the steps that were made.

use rusqlite::{Connection, TransactionBehavior};

use super::{APPLICATION_ID, StoreError};

const STEPS: &[&str] =
    &[include_str!("migrations/0001_messages.sql"), include_str!("migrations/0002_waiting_and_searching.sql")];

/// Makes the steps that are missing, all or none of them.
pub(super) fn apply(connection: &mut Connection) -> Result<(), StoreError> {
    let done: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = done as usize;
    if done == STEPS.len() {
        return Ok(());
    }
    let missing = STEPS.get(done..).ok_or(StoreError::FromNewerVersion)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in missing {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", u32::try_from(STEPS.len()).unwrap_or(u32::MAX))?;
    transaction.commit()?;
    Ok(())
}
