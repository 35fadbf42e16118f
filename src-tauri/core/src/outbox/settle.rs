//! What one attempt came to, written down. Each change names the state that it needs.

use std::time::Duration;

use rusqlite::{Connection, Params, TransactionBehavior};

use super::outgoing::Outgoing;
use super::step::{step, step_all};
use super::turn::Countdowns;
use crate::clock::{Millis, Moment, millis};
use crate::famulor::{Answer, Attempt, Failure, Receipt};
use crate::store::StoreError;
use crate::types::Reason;

/// How often "too many requests" is waited out before it counts as a refusal.
const MOST_WAITS: u32 = 3;

/// What the courier does after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The next message.
    GoOn,
    /// The same message again, after the wait before attempt number so much.
    Retry(usize),
}

/// What became of an attempt, and of the messages behind it.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) next: Next,
    /// Messages that wait for the person now.
    pub(super) held: Vec<i64>,
}

/// Writes down what an attempt came to. `retries` is how many more attempts provably empty
/// connections get.
pub(super) fn settle(
    connection: &mut Connection,
    outgoing: &Outgoing,
    attempt: &Attempt,
    retries: usize,
    countdowns: &Countdowns,
    now: Moment,
) -> Result<Settled, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut settled = Settled { next: Next::GoOn, held: Vec::new() };
    match attempt {
        Attempt::NeverLeft { failure, answered } => {
            settled.next = never_left(&transaction, outgoing, *failure, if *answered { 0 } else { retries }, now)?;
        }
        Attempt::NoAnswer => unclear(&transaction, outgoing, Reason::NoAnswer, now.wall)?,
        Attempt::Answered(answer) => settled.held = answered(&transaction, outgoing, answer, countdowns, now)?,
    }
    transaction.commit()?;
    Ok(settled)
}

/// Queued → Held. False if the person has changed the message meanwhile.
pub(super) fn hold(
    connection: &mut Connection,
    outgoing: &Outgoing,
    reason: Reason,
    now: Millis,
) -> Result<bool, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let held = step(
        &transaction,
        outgoing.id,
        now,
        "UPDATE message SET state = 'held', reason = ?3, revision = revision + 1
         WHERE id = ?1 AND state = 'queued' AND revision = ?2",
        (outgoing.id, outgoing.revision, reason),
    )?;
    transaction.commit()?;
    Ok(held)
}

/// The body never left. A claim that this process made all the same is undone for good, never tried again; what another
/// process has claimed is that one's to settle.
fn never_left(
    connection: &Connection,
    outgoing: &Outgoing,
    failure: Failure,
    retries: usize,
    now: Moment,
) -> rusqlite::Result<Next> {
    let tries = usize::try_from(outgoing.connection_tries).unwrap_or(usize::MAX);
    let in_time = !outgoing.turn.is_late(now);
    if failure == Failure::Connection && tries < retries && in_time && try_again(connection, outgoing, now.wall)? {
        return Ok(Next::Retry(tries));
    }
    step(
        connection,
        outgoing.id,
        now.wall,
        "UPDATE message SET state = 'not-sent', reason = ?3, revision = revision + 1
         WHERE id = ?1 AND ((state = 'queued' AND revision = ?2) OR (state = 'sending' AND ?4))",
        (outgoing.id, outgoing.revision, reason_of(failure), outgoing.own_claim.was_made()),
    )?;
    Ok(Next::GoOn)
}

/// Raises the revision, so that a claim still on its way comes too late.
fn try_again(connection: &Connection, outgoing: &Outgoing, now: Millis) -> rusqlite::Result<bool> {
    step(
        connection,
        outgoing.id,
        now,
        "UPDATE message SET connection_tries = connection_tries + 1, reason = 'offline', revision = revision + 1
         WHERE id = ?1 AND state = 'queued' AND revision = ?2",
        (outgoing.id, outgoing.revision),
    )
}

const fn reason_of(failure: Failure) -> Reason {
    match failure {
        Failure::Connection => Reason::Offline,
        Failure::Certificate => Reason::Certificate,
        Failure::Proxy => Reason::Proxy,
        Failure::Claim | Failure::Internal => Reason::Internal,
    }
}

/// The messages that are held with it.
fn answered(
    connection: &Connection,
    outgoing: &Outgoing,
    answer: &Answer,
    countdowns: &Countdowns,
    now: Moment,
) -> rusqlite::Result<Vec<i64>> {
    match answer {
        Answer::Sent(receipt) => sent(connection, outgoing, receipt, now.wall)?,
        Answer::Rejected { reason, detail } => {
            rejected(connection, outgoing, *reason, detail.as_deref(), now.wall)?;
            if matches!(reason, Reason::Key | Reason::Balance) {
                return hold_the_rest(connection, now.wall);
            }
        }
        Answer::TooMany(Some(wait)) if outgoing.waits < MOST_WAITS => {
            wait_and_go_on(connection, outgoing, *wait, now.wall)?;
            countdowns.begin(outgoing.id, *wait, now);
        }
        Answer::TooMany(_) => rejected(connection, outgoing, Reason::TooManyRequests, None, now.wall)?,
        Answer::Unclear => unclear(connection, outgoing, Reason::StrangeAnswer, now.wall)?,
    }
    Ok(Vec::new())
}

fn sent(connection: &Connection, outgoing: &Outgoing, receipt: &Receipt, now: Millis) -> rusqlite::Result<()> {
    let cost = receipt.cost.as_ref();
    let amount = cost.map(|money| money.amount.to_string());
    let currency = cost.and_then(|money| money.currency.as_ref());
    from_sending(
        connection,
        outgoing,
        now,
        "UPDATE message SET state = 'sent', reason = NULL, revision = revision + 1, provider_id = ?2,
             billed_segments = ?3, cost = ?4, currency = ?5
         WHERE id = ?1 AND state = 'sending'",
        (outgoing.id, &receipt.provider_id, receipt.segments, amount, currency),
    )
}

fn rejected(
    connection: &Connection,
    outgoing: &Outgoing,
    reason: Reason,
    detail: Option<&str>,
    now: Millis,
) -> rusqlite::Result<()> {
    from_sending(
        connection,
        outgoing,
        now,
        "UPDATE message SET state = 'rejected', reason = ?2, detail = ?3, revision = revision + 1
         WHERE id = ?1 AND state = 'sending'",
        (outgoing.id, reason, detail),
    )
}

fn unclear(connection: &Connection, outgoing: &Outgoing, reason: Reason, now: Millis) -> rusqlite::Result<()> {
    from_sending(
        connection,
        outgoing,
        now,
        "UPDATE message SET state = 'unclear', reason = ?2, revision = revision + 1
         WHERE id = ?1 AND state = 'sending'",
        (outgoing.id, reason),
    )
}

/// Sending → Queued, the one way back: the service says that it did not take it.
fn wait_and_go_on(connection: &Connection, outgoing: &Outgoing, wait: Duration, now: Millis) -> rusqlite::Result<()> {
    from_sending(
        connection,
        outgoing,
        now,
        "UPDATE message SET state = 'queued', reason = 'too-many-requests', waits = waits + 1, due_at = ?2,
             due_chosen = 0, revision = revision + 1
         WHERE id = ?1 AND state = 'sending'",
        (outgoing.id, now.saturating_add(millis(wait))),
    )
}

/// Nobody but the courier moves a message on from Sending, so it is still there.
fn from_sending(
    connection: &Connection,
    outgoing: &Outgoing,
    now: Millis,
    statement: &str,
    values: impl Params,
) -> rusqlite::Result<()> {
    step(connection, outgoing.id, now, statement, values).map(|_| ())
}

/// The next message would be refused like this one: the whole queue waits for the person.
fn hold_the_rest(connection: &Connection, now: Millis) -> rusqlite::Result<Vec<i64>> {
    step_all(
        connection,
        now,
        "UPDATE message SET state = 'held', reason = 'queue-stopped', revision = revision + 1
         WHERE state = 'queued' RETURNING id",
        [],
    )
}
