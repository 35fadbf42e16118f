//! Carrying an import out: all of it or nothing, with what is needed to undo it.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

use super::error::ExchangeError;
use super::plan::{Earlier, Outcome, Plan, Planned, STEP, tell};
use super::row::Progress;
use crate::clock::Millis;
use crate::contacts::{self, Made, Person};
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::{ContactDetail, DuplicateChoice, Imported};

/// Carries a plan out in one transaction. A number that has become a contact's since the plan was made is a duplicate
/// too.
///
/// # Errors
/// [`ExchangeError::Cancelled`] if `progress` breaks off, or [`ExchangeError::Store`]: everything is as it was.
pub fn import(
    connection: &mut Connection,
    plan: &Plan,
    file_name: &str,
    choice: DuplicateChoice,
    now: Millis,
    progress: Progress<'_>,
) -> Result<Imported, ExchangeError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute("INSERT INTO import (at, file_name) VALUES (?1, ?2)", (now, file_name))?;
    let id = transaction.last_insert_rowid();
    let mut work =
        Work { transaction: &transaction, id, choice, now, added: HashMap::new(), done: Imported::default() };
    contacts::in_bulk(&transaction, plan.rows.len(), || work.take_all(&plan.rows, progress))?;
    let has_changed: bool =
        transaction
            .query_row("SELECT EXISTS (SELECT 1 FROM import_change WHERE import_id = ?1)", [id], |row| row.get(0))?;
    let done = Imported { id: has_changed.then_some(id), ..work.done };
    if has_changed {
        transaction.commit()?;
    }
    Ok(done)
}

struct Work<'a> {
    transaction: &'a Transaction<'a>,
    id: i64,
    choice: DuplicateChoice,
    now: Millis,
    /// The contacts that rows have become.
    added: HashMap<usize, i64>,
    done: Imported,
}

impl Work<'_> {
    fn take_all(&mut self, rows: &[Planned], progress: Progress<'_>) -> Result<(), ExchangeError> {
        for (at, row) in rows.iter().enumerate() {
            if at.is_multiple_of(STEP) {
                tell(progress, at, rows.len())?;
            }
            self.take(at, &row.outcome)?;
        }
        tell(progress, rows.len(), rows.len())
    }

    fn take(&mut self, at: usize, outcome: &Outcome) -> Result<(), StoreError> {
        match outcome {
            Outcome::Unreadable { .. } => self.done.unreadable += 1,
            Outcome::Ready(person) => match self.holder_of(person)? {
                Some(contact) => self.duplicate(at, person, Some(contact))?,
                None => self.add(at, person)?,
            },
            Outcome::Duplicate { person, of, .. } => {
                let contact = match of {
                    Earlier::Contact(id, _) => Some(*id),
                    Earlier::Row(row) => self.added.get(row).copied(),
                };
                self.duplicate(at, person, contact)?;
            }
        }
        Ok(())
    }

    fn holder_of(&self, person: &Person) -> Result<Option<i64>, StoreError> {
        let mut statement = self
            .transaction
            .prepare_cached("SELECT contact_id FROM contact_number WHERE number = ?1 ORDER BY contact_id LIMIT 1")?;
        let holder = |number: &PhoneNumber| statement.query_row([number.as_str()], |row| row.get(0)).optional();
        let mut holders = person.numbers.iter().map(|there| &there.number).map(holder);
        Ok(holders.find_map(Result::transpose).transpose()?)
    }

    fn duplicate(&mut self, at: usize, person: &Person, of: Option<i64>) -> Result<(), StoreError> {
        match self.choice {
            DuplicateChoice::AddAnyway => self.add(at, person)?,
            DuplicateChoice::Skip => self.done.skipped += 1,
            DuplicateChoice::Merge => {
                match of.map(|id| contacts::detail(self.transaction, id)).transpose()?.flatten() {
                    Some(there) => self.merge(&there, person)?,
                    None => self.add(at, person)?,
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, at: usize, person: &Person) -> Result<(), StoreError> {
        let contact = contacts::add(self.transaction, person, Made::now(self.now, Some(self.id)))?;
        self.note(contact, None)?;
        self.added.insert(at, contact);
        self.done.added += 1;
        Ok(())
    }

    fn merge(&mut self, there: &ContactDetail, person: &Person) -> Result<(), StoreError> {
        let before = Person::from(there);
        let mut merged = before.clone();
        merged.take_over(person);
        if merged != before {
            self.note(there.id, Some(serde_json::to_string(there).map_err(not_json)?))?;
            contacts::change(self.transaction, there, &merged, self.now)?;
        }
        self.done.merged += 1;
        Ok(())
    }

    /// Notes what a contact was before this import; what was noted first stays.
    fn note(&self, contact: i64, before: Option<String>) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT OR IGNORE INTO import_change (import_id, contact_id, before) VALUES (?1, ?2, ?3)")?
            .execute((self.id, contact, before))?;
        Ok(())
    }
}

fn not_json(error: serde_json::Error) -> StoreError {
    StoreError::Sqlite(rusqlite::Error::ToSqlConversionFailure(error.into()))
}
