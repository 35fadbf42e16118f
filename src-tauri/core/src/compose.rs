//! From the form as the person left it to a message that can be queued, or the field to mend.

use std::time::Duration;

use rusqlite::Connection;
use thiserror::Error;
use uuid::Uuid;

use crate::clock::Millis;
use crate::contacts;
use crate::estimate;
use crate::outbox::{self, Due, KeyStatus, NewMessage, Sender};
use crate::phone_number::{Country, NotAPhoneNumber, PhoneNumber};
use crate::policy::{Planned, Policy, Refusal};
use crate::session;
use crate::store::StoreError;
use crate::text::{self, TextAnalysis};
use crate::types::SendForm;

/// How far ahead a time can be chosen, in milliseconds: a year, leap years too.
const FURTHEST: Millis = 366 * 24 * 60 * 60 * 1000;

/// What is to be mended before the message can go. Nothing has been sent.
#[derive(Debug, Error)]
pub enum ComposeError {
    /// Shown at the recipient field.
    #[error(transparent)]
    Recipient(#[from] NotAPhoneNumber),
    /// Shown at the text field: there is no text.
    #[error("there is no text")]
    TextEmpty,
    /// Shown at the text field: it is longer than the service takes.
    #[error("the text has {0} code points")]
    TextTooLong(u32),
    /// Shown at the text field: this placeholder of a template still stands in it.
    #[error("a placeholder is not filled")]
    Unfilled(String),
    /// Shown at the sender field: none is chosen, or not one of this account.
    #[error("there is no such sender")]
    SenderMissing,
    /// Shown at the sender field: this number cannot send.
    #[error("this sender cannot send")]
    SenderUnusable,
    /// Shown at the time: it has passed already.
    #[error("the chosen time has passed")]
    DueInPast,
    /// Shown at the time: it is more than a year ahead.
    #[error("the chosen time is more than a year ahead")]
    DueTooFar,
    /// There is no key to send with: set up the account.
    #[error("there is no key")]
    KeyMissing,
    /// The organisation's policy does not let it go: shown where it belongs.
    #[error(transparent)]
    Forbidden(#[from] Refusal),
    /// The window gave no valid draft id.
    #[error("the draft has no id")]
    NoDraft,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How the form is read here and now.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances {
    /// The country of numbers typed without one.
    pub default_country: Country,
    /// How long a message can be taken back that is not to go later.
    pub undo: Duration,
    /// What the wall clock shows.
    pub now: Millis,
}

/// Checks a form field by field, and what the organisation allows.
///
/// # Errors
/// [`ComposeError`]: the first field to mend, from top to bottom.
pub fn compose(
    connection: &Connection,
    form: &SendForm,
    key: &KeyStatus,
    circumstances: Circumstances,
    policy: &Policy,
) -> Result<NewMessage, ComposeError> {
    let number = PhoneNumber::parse(&form.recipient, circumstances.default_country)?.unmistakable()?;
    let text = sendable(form)?;
    let (generation, email, balance) = account(connection, key)?;
    let sender = sender(connection, form.sender_id)?;
    let due = due(form.due_at, circumstances)?;
    let draft_id = form.draft_id.parse::<Uuid>().map_err(|_| ComposeError::NoDraft)?;
    let planned = Planned { to: &number, sender: &sender.number, at: due.at(circumstances.now) };
    allowed(connection, policy, planned, draft_id)?;
    Ok(NewMessage {
        draft_id,
        name: contacts::owner(connection, &number, form.contact_id)?.map(|contact| contact.name),
        due,
        repeats: form.repeats,
        expected_cost: estimate::expected_cost(connection, &email, &number, sender.id, text.segments)?,
        sender,
        number,
        text,
        account_email: email,
        key_generation: generation,
        balance_before: balance,
        confirmed: form.confirmed,
    })
}

fn sendable(form: &SendForm) -> Result<TextAnalysis, ComposeError> {
    if let Some(placeholder) = form.unfilled.iter().find(|placeholder| form.body.contains(placeholder.as_str())) {
        return Err(ComposeError::Unfilled(placeholder.clone()));
    }
    let analysis = text::analyze(&form.body);
    match analysis.code_points {
        0 => Err(ComposeError::TextEmpty),
        length if length as usize > text::LIMIT => Err(ComposeError::TextTooLong(length)),
        _ => Ok(analysis),
    }
}

/// What the message is written under; while the keychain is being asked, the account as last heard.
fn account(connection: &Connection, key: &KeyStatus) -> Result<(i64, String, Option<String>), ComposeError> {
    let known = session::account(connection)?;
    match (key, known) {
        (KeyStatus::Absent, _) | (KeyStatus::Asking, None) => Err(ComposeError::KeyMissing),
        (KeyStatus::Present(credentials), known) => {
            let balance = known.and_then(|account| account.balance);
            Ok((credentials.generation, credentials.email.clone(), balance))
        }
        (KeyStatus::Asking, Some(account)) => Ok((account.key_generation, account.email, account.balance)),
    }
}

fn sender(connection: &Connection, id: i64) -> Result<Sender, ComposeError> {
    let number = session::sender(connection, id)?.ok_or(ComposeError::SenderMissing)?;
    if number.problem.is_some() {
        return Err(ComposeError::SenderUnusable);
    }
    Ok(Sender { id, number: number.number, name: number.nickname })
}

/// What was queued from this draft already is not refused for having taken the day's last place.
fn allowed(connection: &Connection, policy: &Policy, planned: Planned<'_>, draft_id: Uuid) -> Result<(), ComposeError> {
    if outbox::of_draft(connection, draft_id).map_err(StoreError::from)?.is_some() {
        return Ok(());
    }
    match policy.refuses_new(connection, planned)? {
        Some(refusal) => Err(refusal.into()),
        None => Ok(()),
    }
}

fn due(chosen: Option<Millis>, circumstances: Circumstances) -> Result<Due, ComposeError> {
    match chosen {
        None => Ok(Due::After(circumstances.undo)),
        Some(at) if at <= circumstances.now => Err(ComposeError::DueInPast),
        Some(at) if at - circumstances.now > FURTHEST => Err(ComposeError::DueTooFar),
        Some(at) => Ok(Due::At(at)),
    }
}
