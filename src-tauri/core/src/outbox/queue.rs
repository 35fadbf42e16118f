//! Queueing: the commit that stands before the window says anything.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, named_params};
use uuid::Uuid;

use super::step::note;
use crate::clock::{Millis, millis};
use crate::contacts;
use crate::money::Money;
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::text::TextAnalysis;
use crate::types::{AskReason, DoNotWrite, MessageState};

/// How long the same text to the same number is asked about, in milliseconds.
const SAME_AGAIN: Millis = 10 * 60 * 1000;

/// The sender's number as it was when Send was pressed.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Famulor's id of it.
    pub id: i64,
    /// The number.
    pub number: String,
    /// The name the account gave it.
    pub name: Option<String>,
}

/// When a message is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// After the time in which it can be taken back.
    After(Duration),
    /// At a time that the person chose ("send later"), in milliseconds since 1970.
    At(Millis),
}

impl Due {
    pub(crate) fn at(self, now: Millis) -> Millis {
        match self {
            Self::After(wait) => now.saturating_add(millis(wait)),
            Self::At(at) => at,
        }
    }

    const fn is_chosen(self) -> bool {
        matches!(self, Self::At(_))
    }
}

/// A message to be queued; everything in it has been checked.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// The draft that it is made from; a second one from the same draft is the same message.
    pub draft_id: Uuid,
    /// The recipient's name as it is shown.
    pub name: Option<String>,
    /// The recipient's number.
    pub number: PhoneNumber,
    /// The text with its predicted parts.
    pub text: TextAnalysis,
    /// The sender.
    pub sender: Sender,
    /// The account's e-mail address.
    pub account_email: String,
    /// The generation of the key.
    pub key_generation: i64,
    /// What it is expected to cost, where that is known.
    pub expected_cost: Option<Money>,
    /// The balance as last heard, as an exact decimal.
    pub balance_before: Option<String>,
    /// When it is to go.
    pub due: Due,
    /// The message that it sends again.
    pub repeats: Option<i64>,
    /// Whether the person has answered "send anyway".
    pub confirmed: bool,
}

/// What became of a press of Send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Queueing {
    /// It is committed, as this row.
    Queued(i64),
    /// It was committed by an earlier press, as this row.
    Already(i64),
    /// Nothing was committed: the person is asked first.
    Ask(Vec<AskReason>),
}

/// Queues a message in one transaction, in which its draft goes.
pub(super) fn queue(connection: &mut Connection, message: &NewMessage, now: Millis) -> Result<Queueing, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if let Some(id) = of_draft(&transaction, message.draft_id)? {
        return Ok(Queueing::Already(id));
    }
    let mark = contacts::mark(&transaction, message.number.as_str())?;
    if !message.confirmed {
        let reasons = reasons(same_again(&transaction, message, now)?, mark.clone());
        if !reasons.is_empty() {
            return Ok(Queueing::Ask(reasons));
        }
    }
    let id = insert(&transaction, message, mark, now)?;
    contacts::note_use(&transaction, message.number.as_str(), now)?;
    transaction.execute("DELETE FROM draft WHERE id = ?1", [message.draft_id.to_string()])?;
    transaction.commit()?;
    Ok(Queueing::Queued(id))
}

fn reasons(same_again: Option<AskReason>, mark: Option<DoNotWrite>) -> Vec<AskReason> {
    let do_not_write = mark.map(|DoNotWrite { reason, since }| AskReason::DoNotWrite { reason, since });
    same_again.into_iter().chain(do_not_write).collect()
}

/// The message that was made from a draft.
pub(crate) fn of_draft(connection: &Connection, draft_id: Uuid) -> rusqlite::Result<Option<i64>> {
    let mut statement = connection.prepare_cached("SELECT id FROM message WHERE draft_id = ?1")?;
    statement.query_row([draft_id.to_string()], |row| row.get(0)).optional()
}

/// The newest message with the same text to the same number that may have gone out within ten minutes, or may at its
/// chosen time, or of which that is unclear at any age. Rows dated in the future are ignored.
fn same_again(connection: &Connection, message: &NewMessage, now: Millis) -> rusqlite::Result<Option<AskReason>> {
    let mut statement = connection.prepare_cached(
        "SELECT created_at, state FROM message
         WHERE recipient_number = :number AND body = :body AND created_at <= :now
           AND (state = 'unclear' OR ((created_at > :since OR (due_chosen = 1 AND due_at > :since)) AND (
                    state IN ('sent', 'queued', 'held', 'sending')
                    OR (state = 'rejected' AND reason = 'carrier')
                    OR settled_by_person = 1)))
         ORDER BY created_at DESC LIMIT 1",
    )?;
    let found = named_params! {
        ":number": message.number.as_str(), ":body": message.text.text, ":now": now, ":since": now - SAME_AGAIN,
    };
    let reason =
        |row: &rusqlite::Row<'_>| Ok(AskReason::SameAgain { at: row.get(0)?, state: row.get::<_, MessageState>(1)? });
    statement.query_row(found, reason).optional()
}

/// With the mark that the person overruled, if there is one.
fn insert(
    connection: &Connection,
    message: &NewMessage,
    overruled: Option<DoNotWrite>,
    now: Millis,
) -> rusqlite::Result<i64> {
    let cost = message.expected_cost.as_ref();
    connection.execute(
        "INSERT INTO message (uuid, draft_id, recipient_name, recipient_number, body, sender_id, sender_number,
             sender_name, account_email, key_generation, predicted_segments, predicted_cost,
             predicted_currency, balance_before, created_at, due_at, due_chosen, repeats, overruled)
         VALUES (:uuid, :draft_id, :name, :number, :body, :sender_id, :sender_number,
             :sender_name, :email, :generation, :segments, :cost,
             :currency, :balance, :now, :due_at, :due_chosen, (SELECT id FROM message WHERE id = :repeats), :overruled)",
        named_params! {
            ":uuid": Uuid::new_v4().to_string(), ":draft_id": message.draft_id.to_string(), ":name": message.name,
            ":number": message.number.as_str(), ":body": message.text.text, ":sender_id": message.sender.id,
            ":sender_number": message.sender.number, ":sender_name": message.sender.name,
            ":email": message.account_email, ":generation": message.key_generation,
            ":segments": message.text.segments, ":cost": cost.map(|money| money.amount.to_string()),
            ":currency": cost.and_then(|money| money.currency.as_ref()), ":balance": message.balance_before, ":now": now,
            ":due_at": message.due.at(now), ":due_chosen": message.due.is_chosen(), ":repeats": message.repeats,
            ":overruled": overruled.map(|mark| mark.since),
        },
    )?;
    let id = connection.last_insert_rowid();
    note(connection, id, now)?;
    Ok(id)
}
