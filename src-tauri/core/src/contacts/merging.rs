//! Two contacts that are one person: found by a number that they share, made one, and parted again.

use rusqlite::{Connection, TransactionBehavior};

use super::reading::get;
use super::writing::{at_once, keep_use, put_back, remove};
use super::{ContactError, Person, add_number, change, listing, restore};
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
         FROM (SELECT number FROM contact_number GROUP BY number HAVING count(*) > 1 ORDER BY number LIMIT ?1) AS shared
         JOIN contact_number AS one ON one.number = shared.number
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
    let mut person = Person::from(&kept);
    person.take_over(&Person::from(&gone));
    remove(&transaction, other)?;
    change(&transaction, &kept, &person, now)?;
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
        Person::kept(&merged.kept)?;
        restore(transaction, &contact, &merged.kept)?;
        put_back(transaction, &merged.gone)?;
        Ok(contact.id)
    })
}

impl Person {
    /// Takes over what the other has more: numbers, fields that are empty here, a mark. What cannot stand beside what is
    /// here goes into the note, so that nothing is lost.
    pub(crate) fn take_over(&mut self, other: &Self) {
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
            self.note_down(&other.name());
        }
        if self.organisation != other.organisation {
            self.note_down(&other.organisation);
        }
        self.note_down(&other.note);
        other.numbers.iter().for_each(|number| add_number(&mut self.numbers, number.clone()));
    }

    /// Adds lines to the note, unless they stand there.
    fn note_down(&mut self, text: &str) {
        if text.is_empty() || format!("\n{}\n", self.note).contains(&format!("\n{text}\n")) {
            return;
        }
        if !self.note.is_empty() {
            self.note.push('\n');
        }
        self.note.push_str(text);
    }
}

fn fill(field: &mut String, other: &str) {
    if field.is_empty() {
        other.clone_into(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::PersonNumber;
    use crate::types::DoNotWrite;

    fn number(label: &str, e164: &str) -> PersonNumber {
        PersonNumber { label: label.into(), number: PhoneNumber::from_e164(e164).unwrap() }
    }

    fn anna() -> Person {
        Person {
            given: "Anna".into(),
            family: "Beck".into(),
            numbers: vec![number("", "+491711234567")],
            ..Person::default()
        }
    }

    #[test]
    fn merging_fills_what_is_empty_and_adds_numbers_once() {
        let mut merged = anna();
        let other = Person {
            organisation: "Beck GmbH".into(),
            note: "ab 9 Uhr\nam Montag".into(),
            numbers: vec![number("Mobil", "+491711234567"), number("Arbeit", "+4930901820")],
            is_favourite: true,
            ..anna()
        };
        merged.take_over(&other);
        assert_eq!(merged, other);
        merged.take_over(&other);
        assert_eq!(merged, other);
    }

    #[test]
    fn what_has_no_room_goes_into_the_note() {
        let mut merged = Person { organisation: "Beck GmbH".into(), note: "nett".into(), ..anna() };
        let other = Person { given: "Bilal".into(), organisation: "Praxis".into(), note: "leise".into(), ..anna() };
        merged.take_over(&other);
        assert_eq!((merged.name().as_str(), merged.organisation.as_str()), ("Anna Beck", "Beck GmbH"));
        assert_eq!(merged.note, "nett\nBilal Beck\nPraxis\nleise");
    }

    #[test]
    fn a_note_that_is_only_a_part_of_another_is_kept() {
        let mut merged = Person { note: "Annahme im Hof".into(), ..anna() };
        merged.take_over(&Person { note: "Anna".into(), ..anna() });
        assert_eq!(merged.note, "Annahme im Hof\nAnna");
    }

    #[test]
    fn do_not_write_outlives_a_merge_and_the_first_reason_stays() {
        let mark = |reason: &str| Some(DoNotWrite { reason: reason.into(), since: 1 });
        let mut merged = anna();
        merged.take_over(&Person { do_not_write: mark("hat abgesagt"), ..anna() });
        assert_eq!(merged.do_not_write, mark("hat abgesagt"));
        merged.take_over(&Person { do_not_write: mark("anders"), ..anna() });
        assert_eq!(merged.do_not_write, mark("hat abgesagt"));
    }
}
