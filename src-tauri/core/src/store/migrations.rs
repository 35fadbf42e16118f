//! The tables, in the order in which they came to be; `user_version` counts the steps that were made.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, TransactionBehavior};

use super::{APPLICATION_ID, StoreError};
use crate::phone_number::PhoneNumber;
use crate::search_key;

const STEPS: &[&str] = &[
    include_str!("migrations/0001_messages.sql"),
    include_str!("migrations/0002_waiting_and_searching.sql"),
    include_str!("migrations/0003_history_search.sql"),
    include_str!("migrations/0004_people.sql"),
    include_str!("migrations/0005_costs.sql"),
    include_str!("migrations/0006_evidence.sql"),
    include_str!("migrations/0007_senders.sql"),
];

/// Makes the steps that are missing, all or none of them; after that rows can be written.
pub(super) fn apply(connection: &mut Connection) -> Result<(), StoreError> {
    teach(connection)?;
    let done = done(connection)?;
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

/// Makes the functions known that the triggers stand on. Only writing needs them.
fn teach(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("country_of", 1, flags, |number| {
        let number = PhoneNumber::stored(number.get_raw(0).as_str()?.to_owned());
        Ok(number.country().map(|country| country.to_string()))
    })?;
    search_key::teach(connection)
}

/// How many steps a database has made.
///
/// # Errors
/// [`StoreError::FromNewerVersion`] if those are more than we know.
pub(super) fn done(connection: &Connection) -> Result<usize, StoreError> {
    let done: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    usize::try_from(done).ok().filter(|done| *done <= STEPS.len()).ok_or(StoreError::FromNewerVersion)
}

/// Whether a database has content and lacks steps.
pub(super) fn is_old(connection: &Connection) -> Result<bool, StoreError> {
    let done = done(connection)?;
    Ok(0 < done && done < STEPS.len())
}

/// An empty database after so many steps, in memory.
pub(super) fn example(steps: usize) -> Result<Connection, StoreError> {
    let connection = Connection::open_in_memory()?;
    teach(&connection)?;
    for step in STEPS.iter().take(steps) {
        connection.execute_batch(step)?;
    }
    Ok(connection)
}
