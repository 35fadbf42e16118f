//! Two contacts that are one person: found by a number that they share, made one, and parted again.

use rusqlite::{Connection, TransactionBehavior};

use super::reading::get;
use super::writing::{at_once, keep_use, put_back, remove};
use super::{ContactError, Person, change, listing};
use crate::clock::Millis;
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::{ContactDetail, DuplicateView, Merged};

/// Pairs that are shown.
const MOST: u32 = 500;

/// Pairs of contacts that share a number, 500 at most. A number that many share, such as an office's, makes many pairs.
///
/// # Errors
/// [`StoreError`].
pub fn duplicates(connection: &Connection) -> Result<Vec<DuplicateView>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT one.number, one.contact_id, other.contact_id
         FROM contact_number AS one
         JOIN contact_number AS other ON other.number = one.number AND other.contact_id > one.contact_id
         ORDER BY one.number, 2, 3 LIMIT ?1",
    )?;
    let pairs = statement.query_map([MOST], |pair| {
        let number = PhoneNumber::stored(pair.get(0)?);
        Ok(DuplicateView {
            display: number.grouped(),
            e164: number.to_string(),
            one: listing::row(connection, pair.get(1)?)?,
            other: listing::row(connection, pair.get(2)?)?,
        })
    })?;
    Ok(pairs.collect::<Result<_, _>>()?)
}

/// Makes two contacts one: `keep` takes over the numbers and whatever it lacks, and `other` is gone. What finds no room,
/// such as another name, goes into the note.
///
/// # Errors
/// [`ContactError`]; [`ContactError::Gone`] also if both are the same.
pub fn merge(connection: &mut Connection, keep: i64, other: i64, now: Millis) -> Result<Merged, ContactError> {
    if keep == other {
        return Err(ContactError::Gone);
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let (kept, gone) = (get(&transaction, keep)?, get(&transaction, other)?);
    let mut person = Person::kept(&kept)?;
    person.take_over(&Person::kept(&gone)?, &gone.name);
    remove(&transaction, other)?;
    change(&transaction, keep, &person, now)?;
    keep_use(&transaction, &ContactDetail { id: keep, ..gone.clone() })?;
    let contact = get(&transaction, keep)?;
    transaction.commit()?;
    Ok(Merged { contact, kept, gone })
}

/// Makes two contacts of one again, as they were.
///
/// # Errors
/// [`ContactError`]; [`ContactError::Gone`] if the one has been changed or deleted since.
pub fn unmerge(connection: &mut Connection, merged: &Merged) -> Result<ContactDetail, ContactError> {
    at_once(connection, |transaction| {
        let contact = get(transaction, merged.contact.id)?;
        if contact.changed_at != merged.contact.changed_at || merged.kept.id != contact.id {
            return Err(ContactError::Gone);
        }
        change(transaction, contact.id, &Person::kept(&merged.kept)?, merged.kept.changed_at)?;
        put_back(transaction, &merged.gone)?;
        Ok(contact.id)
    })
}

impl Person {
    /// Takes over what the other has more: numbers, fields that are empty here, a mark. What cannot stand beside what is
    /// here goes into the note, so that nothing is lost.
    fn take_over(&mut self, other: &Self, name: &str) {
        let own_name = (self.given.clone(), self.family.clone());
        fill(&mut self.given, &other.given);
        fill(&mut self.family, &other.family);
        fill(&mut self.organisation, &other.organisation);
        self.is_favourite |= other.is_favourite;
        self.do_not_write = self.do_not_write.take().or_else(|| other.do_not_write.clone());
        let is_lost = self.given != other.given && !other.given.is_empty()
            || self.family != other.family && !other.family.is_empty();
        if is_lost {
            (self.given, self.family) = own_name;
            self.note_down(name);
        }
        if self.organisation != other.organisation {
            self.note_down(&other.organisation);
        }
        self.note_down(&other.note);
        other.numbers.iter().for_each(|number| self.add_number(number));
    }

    fn note_down(&mut self, text: &str) {
        if text.is_empty() || self.note == text || self.note.lines().any(|line| line == text) {
            return;
        }
        if !self.note.is_empty() {
            self.note.push('\n');
        }
        self.note.push_str(text);
    }

    fn add_number(&mut self, number: &super::PersonNumber) {
        match self.numbers.iter_mut().find(|there| there.number == number.number) {
            Some(there) => fill(&mut there.label, &number.label),
            None => self.numbers.push(number.clone()),
        }
    }
}

fn fill(field: &mut String, other: &str) {
    if field.is_empty() {
        other.clone_into(field);
    }
}
