//! Persons in the database: one at a time for an import, all of them for an export.

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::person::{Person, PersonNumber};
use super::plan::Known;
use crate::clock::Millis;
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::{ContactDetail, DoNotWrite, NumberView};

/// The contacts that are there, by their numbers: of several with one number, the one that was made first.
///
/// # Errors
/// [`StoreError`].
pub fn known(connection: &Connection) -> Result<Known, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT number, contact.id, contact.name FROM contact_number
         JOIN contact ON contact.id = contact_id ORDER BY contact.id DESC",
    )?;
    let rows = statement.query_map([], |row| Ok((PhoneNumber::stored(row.get(0)?), (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every contact as a file is to hold it, in the order of the list. One without a number cannot be imported again.
///
/// # Errors
/// [`StoreError`].
pub fn people(connection: &Connection) -> Result<Vec<Person>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM contact ORDER BY sort_key, id")?;
    let ids = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    ids.into_iter()
        .filter_map(|id| detail(connection, id).map(|found| found.as_ref().map(person)).transpose())
        .collect()
}

/// A contact with everything that is kept of it.
pub(super) fn detail(connection: &Connection, id: i64) -> Result<Option<ContactDetail>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, given, family, organisation, note, is_favourite, do_not_write_reason, do_not_write_since,
             created_at, changed_at, import_id
         FROM contact WHERE id = ?1",
    )?;
    let found = statement.query_row([id], contact).optional()?;
    found.map(|contact| Ok(ContactDetail { numbers: numbers(connection, id)?, ..contact })).transpose()
}

fn contact(row: &Row<'_>) -> rusqlite::Result<ContactDetail> {
    let mark: (Option<String>, Option<Millis>) = (row.get(7)?, row.get(8)?);
    Ok(ContactDetail {
        id: row.get(0)?,
        name: row.get(1)?,
        given: row.get(2)?,
        family: row.get(3)?,
        organisation: row.get(4)?,
        note: row.get(5)?,
        numbers: Vec::new(),
        is_favourite: row.get(6)?,
        do_not_write: mark.0.zip(mark.1).map(|(reason, since)| DoNotWrite { reason, since }),
        created_at: row.get(9)?,
        changed_at: row.get(10)?,
        import_id: row.get(11)?,
    })
}

fn numbers(connection: &Connection, contact: i64) -> Result<Vec<NumberView>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT label, number, used_at FROM contact_number WHERE contact_id = ?1 ORDER BY position, id",
    )?;
    let view = |row: &Row<'_>| {
        let number = PhoneNumber::stored(row.get(1)?);
        Ok(NumberView {
            label: row.get(0)?,
            display: number.grouped(),
            kind: number.kind(),
            e164: number.to_string(),
            used_at: row.get(2)?,
        })
    };
    Ok(statement.query_map([contact], view)?.collect::<rusqlite::Result<_>>()?)
}

/// A contact as files know it.
pub(super) fn person(contact: &ContactDetail) -> Person {
    let number = |there: &NumberView| PersonNumber {
        label: there.label.clone(),
        number: PhoneNumber::stored(there.e164.clone()),
    };
    Person {
        given: contact.given.clone(),
        family: contact.family.clone(),
        organisation: contact.organisation.clone(),
        note: contact.note.clone(),
        numbers: contact.numbers.iter().map(number).collect(),
        is_favourite: contact.is_favourite,
        do_not_write: contact.do_not_write.clone(),
    }
}

/// Adds a person who came with an import; the new contact's row.
pub(super) fn add(connection: &Connection, person: &Person, import: i64, now: Millis) -> Result<i64, StoreError> {
    let mark = person.do_not_write.as_ref();
    connection
        .prepare_cached(
            "INSERT INTO contact (given, family, organisation, note, search_key, sort_key, is_favourite,
                 do_not_write_reason, do_not_write_since, created_at, changed_at, import_id)
             VALUES (?1, ?2, ?3, ?4, contact_key(?1, ?2, ?3), sort_key(?1, ?2, ?3), ?5, ?6, ?7, ?8, ?8, ?9)",
        )?
        .execute((
            &person.given,
            &person.family,
            &person.organisation,
            &person.note,
            person.is_favourite,
            mark.map(|mark| &mark.reason),
            mark.map(|mark| mark.since),
            now,
            import,
        ))?;
    let id = connection.last_insert_rowid();
    for (position, number) in person.numbers.iter().enumerate() {
        add_number(connection, id, number, position, None)?;
    }
    Ok(id)
}

/// Writes a person over a contact. A number that stays keeps when it was used last; others begin with `used`'s.
pub(super) fn change(
    connection: &Connection,
    id: i64,
    person: &Person,
    used: &[NumberView],
    changed_at: Millis,
) -> Result<(), StoreError> {
    let mark = person.do_not_write.as_ref();
    connection
        .prepare_cached(
            "UPDATE contact SET given = ?2, family = ?3, organisation = ?4, note = ?5,
                 search_key = contact_key(?2, ?3, ?4), sort_key = sort_key(?2, ?3, ?4), is_favourite = ?6,
                 do_not_write_reason = ?7, do_not_write_since = ?8, changed_at = ?9
             WHERE id = ?1",
        )?
        .execute((
            id,
            &person.given,
            &person.family,
            &person.organisation,
            &person.note,
            person.is_favourite,
            mark.map(|mark| &mark.reason),
            mark.map(|mark| mark.since),
            changed_at,
        ))?;
    let before = numbers(connection, id)?;
    connection.prepare_cached("DELETE FROM contact_number WHERE contact_id = ?1")?.execute([id])?;
    for (position, number) in person.numbers.iter().enumerate() {
        let is_it = |there: &&NumberView| there.e164 == number.number.as_str();
        let used_at = before.iter().chain(used).filter(is_it).filter_map(|there| there.used_at).max();
        add_number(connection, id, number, position, used_at)?;
    }
    Ok(())
}

fn add_number(
    connection: &Connection,
    contact: i64,
    number: &PersonNumber,
    position: usize,
    used_at: Option<Millis>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO contact_number (contact_id, label, number, position, used_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            contact,
            &number.label,
            number.number.as_str(),
            i64::try_from(position).unwrap_or(i64::MAX),
            used_at,
        ))?;
    Ok(())
}
