//! What the person decides about a message.

use rusqlite::{Connection, OptionalExtension as _, Params, Transaction, TransactionBehavior};

use super::step::{note_because, step};
use super::{Credentials, OutboxError};
use crate::clock::Millis;
use crate::contacts;
use crate::draft;
use crate::phone_number::PhoneNumber;
use crate::policy::{Planned, Policy};
use crate::types::{Draft, Reason, Verdict};

/// Queued → due now, under the account that it was written under; Held → Queued, due now, under the account as it is.
pub(super) fn send_now(
    connection: &mut Connection,
    id: i64,
    credentials: Option<&Credentials>,
    policy: &Policy,
    now: Millis,
) -> Result<(), OutboxError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    allowed(&transaction, id, policy, now)?;
    let was_queued = step(
        &transaction,
        id,
        now,
        "UPDATE message SET reason = NULL, due_at = ?2, due_chosen = 0, revision = revision + 1
         WHERE id = ?1 AND state = 'queued'",
        (id, now),
    )?;
    if !was_queued {
        release(&transaction, id, credentials, now)?;
    }
    transaction.commit()?;
    Ok(())
}

/// What the policy forbids is not even queued again.
fn allowed(transaction: &Transaction<'_>, id: i64, policy: &Policy, now: Millis) -> Result<(), OutboxError> {
    let waits = "SELECT recipient_number, sender_number FROM message WHERE id = ?1 AND state IN ('queued', 'held')";
    let waits = transaction.query_row(waits, [id], |row| Ok((row.get(0)?, row.get(1)?)));
    let (to, sender): (String, String) = waits.optional()?.ok_or(OutboxError::TooLate)?;
    let planned = Planned { to: &PhoneNumber::stored(to), sender: &sender, at: now };
    match policy.refuses_now(transaction, planned)? {
        Some(refusal) => Err(refusal.into()),
        None => Ok(()),
    }
}

fn release(
    transaction: &Transaction<'_>,
    id: i64,
    credentials: Option<&Credentials>,
    now: Millis,
) -> Result<(), OutboxError> {
    let held = "SELECT recipient_number FROM message WHERE id = ?1 AND state = 'held'";
    let held: Option<String> = transaction.query_row(held, [id], |row| row.get(0)).optional()?;
    let mark = contacts::mark(transaction, &held.ok_or(OutboxError::TooLate)?)?;
    let credentials = credentials.ok_or(OutboxError::KeyMissing)?;
    change(
        transaction,
        id,
        now,
        "UPDATE message SET state = 'queued', reason = NULL, due_at = ?2, due_chosen = 0, connection_tries = 0,
             waits = 0, account_email = ?3, key_generation = ?4, overruled = ?5, revision = revision + 1
         WHERE id = ?1 AND state = 'held'",
        (id, now, &credentials.email, credentials.generation, mark.map(|mark| mark.since)),
    )
}

/// Queued or Held → Cancelled.
pub(super) fn cancel(connection: &mut Connection, id: i64, now: Millis) -> Result<(), OutboxError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    cancelled(&transaction, id, now)?;
    transaction.commit()?;
    Ok(())
}

/// Queued or Held → Cancelled, and what was written is a draft again: both or neither.
pub(super) fn take_back(connection: &mut Connection, id: i64, now: Millis) -> Result<Draft, OutboxError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    cancelled(&transaction, id, now)?;
    let draft = draft::of_message(&transaction, id, now)?.ok_or(OutboxError::TooLate)?;
    draft::save(&transaction, &draft, now)?;
    transaction.commit()?;
    Ok(draft)
}

fn cancelled(transaction: &Transaction<'_>, id: i64, now: Millis) -> Result<(), OutboxError> {
    change(
        transaction,
        id,
        now,
        "UPDATE message SET state = 'cancelled', reason = NULL, revision = revision + 1
         WHERE id = ?1 AND state IN ('queued', 'held')",
        (id,),
    )
}

/// Unclear → Sent or NotSent, and between those two while it was a person who settled it. Who does not know yet leaves
/// it Unclear, with a step that says so.
pub(super) fn settle(connection: &mut Connection, id: i64, verdict: Verdict, now: Millis) -> Result<(), OutboxError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    match verdict {
        Verdict::Sent => settled(&transaction, id, "sent", now)?,
        Verdict::NotSent => settled(&transaction, id, "not-sent", now)?,
        Verdict::Unknown => undecided(&transaction, id, now)?,
    }
    transaction.commit()?;
    Ok(())
}

fn settled(transaction: &Transaction<'_>, id: i64, state: &str, now: Millis) -> Result<(), OutboxError> {
    change(
        transaction,
        id,
        now,
        "UPDATE message SET state = ?2, reason = 'settled-by-person', settled_by_person = 1, undecided_at = NULL,
             revision = revision + 1
         WHERE id = ?1 AND (state = 'unclear' OR settled_by_person = 1)",
        (id, state),
    )
}

fn undecided(transaction: &Transaction<'_>, id: i64, now: Millis) -> Result<(), OutboxError> {
    let statement = "UPDATE message SET undecided_at = ?2 WHERE id = ?1 AND state = 'unclear'";
    if transaction.prepare_cached(statement)?.execute((id, now))? == 0 {
        return Err(OutboxError::TooLate);
    }
    Ok(note_because(transaction, id, now, Reason::NotKnownYet)?)
}

fn change(
    transaction: &Transaction<'_>,
    id: i64,
    now: Millis,
    statement: &str,
    values: impl Params,
) -> Result<(), OutboxError> {
    if step(transaction, id, now, statement, values)? { Ok(()) } else { Err(OutboxError::TooLate) }
}
