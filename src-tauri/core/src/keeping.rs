//! Keeping and forgetting messages: what is deleted is gone from the file at once, and nothing under way is ever deleted.

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ZonedDateTime};
use rusqlite::{Connection, Params, TransactionBehavior};

use crate::clock::Millis;
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::Deleted;

/// Under way, waiting for the person, or unclear: not to be forgotten.
const IS_OPEN: &str = "state IN ('queued', 'held', 'sending', 'unclear')";

/// So many old messages go in one step.
const STEP: u32 = 50;

/// Deletes one message with its steps.
///
/// # Errors
/// [`StoreError`]; nothing is deleted then.
pub fn delete_message(connection: &mut Connection, id: i64, now: Millis) -> Result<Deleted, StoreError> {
    let deleted = delete(connection, "id = ?1", [id], now)?;
    let kept = connection.query_row("SELECT count(*) FROM message WHERE id = ?1", [id], |row| row.get(0))?;
    Ok(Deleted { deleted, kept })
}

/// Deletes the messages to one recipient.
///
/// # Errors
/// [`StoreError`]; nothing is deleted then.
pub fn delete_recipient(connection: &mut Connection, number: &PhoneNumber, now: Millis) -> Result<Deleted, StoreError> {
    let number = [number.as_str()];
    let deleted = delete(connection, "recipient_number = ?1", number, now)?;
    let kept =
        connection.query_row("SELECT count(*) FROM message WHERE recipient_number = ?1", number, |row| row.get(0))?;
    Ok(Deleted { deleted, kept })
}

/// Deletes some of the messages that were written before a time, the oldest first. Call it again until nothing was
/// deleted: so the database is never taken for long. `kept` is all that stays for good.
///
/// # Errors
/// [`StoreError`]; nothing is deleted then.
pub fn forget_older(connection: &mut Connection, before: Millis, now: Millis) -> Result<Deleted, StoreError> {
    let oldest = format!(
        "id IN (SELECT id FROM message INDEXED BY message_by_time WHERE created_at < ?1 AND NOT {IS_OPEN}
                ORDER BY created_at LIMIT {STEP})"
    );
    let deleted = delete(connection, &oldest, [before], now)?;
    // By state: few are open, many are old.
    let open = format!("message INDEXED BY message_by_state_alone WHERE {IS_OPEN} AND created_at < ?1");
    let kept = connection.query_row(&format!("SELECT count(*) FROM {open}"), [before], |row| row.get(0))?;
    Ok(Deleted { deleted, kept })
}

/// So many calendar months before now (UTC): what was written before then is older. Never for times no calendar knows.
#[must_use]
pub fn months_ago(months: u32, now: Millis) -> Millis {
    let then = || {
        let now = Timestamp::from_millisecond(now)?.to_zoned_datetime(TimeZone::UTC);
        now.checked_sub(Span::new().try_months(months)?)
    };
    then().map_or(Millis::MIN, |then: ZonedDateTime| then.timestamp().as_millisecond())
}

/// How many are gone.
fn delete(connection: &mut Connection, which: &str, value: impl Params, now: Millis) -> Result<u32, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let deleted = transaction.execute(&format!("DELETE FROM message WHERE {which} AND NOT {IS_OPEN}"), value)?;
    if deleted > 0 {
        transaction.execute(
            "INSERT INTO housekeeping (id, deleted_at) VALUES (1, ?1)
             ON CONFLICT (id) DO UPDATE SET deleted_at = excluded.deleted_at",
            [now],
        )?;
    }
    transaction.commit()?;
    leave_no_trace(connection)?;
    Ok(u32::try_from(deleted).unwrap_or(u32::MAX))
}

/// The write-ahead log still holds the pages as they were: it is emptied.
fn leave_no_trace(connection: &Connection) -> Result<(), StoreError> {
    let is_in_use: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if is_in_use {
        tracing::warn!("what was deleted stays in the log until whoever reads the database is done");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Millis = 86_400_000;

    #[test]
    fn months_are_those_of_the_calendar() {
        let end_of_march = 1_774_915_200_000; // 31 March 2026, 00:00
        assert_eq!(months_ago(1, end_of_march), end_of_march - 31 * DAY); // 28 February
        assert_eq!(months_ago(3, end_of_march), end_of_march - 90 * DAY); // 31 December
        assert_eq!(months_ago(12, end_of_march), end_of_march - 365 * DAY);
        assert_eq!(months_ago(0, end_of_march), end_of_march);
        assert_eq!(months_ago(u32::MAX, end_of_march), Millis::MIN);
    }
}
