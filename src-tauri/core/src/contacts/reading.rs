//! One contact, read whole.

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::ContactError;
use crate::phone_number::PhoneNumber;
use crate::types::{ContactDetail, DoNotWrite, NumberView};

/// A contact with everything that is kept of it.
///
/// # Errors
/// [`ContactError`]; [`ContactError::Gone`] if there is no such contact.
pub fn get(connection: &Connection, id: i64) -> Result<ContactDetail, ContactError> {
    detail(connection, id)?.ok_or(ContactError::Gone)
}

/// The same; none if there is no such contact.
pub(crate) fn detail(connection: &Connection, id: i64) -> rusqlite::Result<Option<ContactDetail>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, given, family, organisation, note, is_favourite, do_not_write_reason, do_not_write_since,
             created_at, changed_at, import_id
         FROM contact WHERE id = ?1",
    )?;
    statement.query_row([id], |row| read(row, numbers(connection, id)?)).optional()
}

fn read(row: &Row<'_>, numbers: Vec<NumberView>) -> rusqlite::Result<ContactDetail> {
    let (reason, since): (Option<String>, Option<i64>) = (row.get(7)?, row.get(8)?);
    Ok(ContactDetail {
        id: row.get(0)?,
        name: row.get(1)?,
        given: row.get(2)?,
        family: row.get(3)?,
        organisation: row.get(4)?,
        note: row.get(5)?,
        is_favourite: row.get(6)?,
        do_not_write: reason.zip(since).map(|(reason, since)| DoNotWrite { reason, since }),
        created_at: row.get(9)?,
        changed_at: row.get(10)?,
        import_id: row.get(11)?,
        numbers,
    })
}

fn numbers(connection: &Connection, id: i64) -> rusqlite::Result<Vec<NumberView>> {
    let mut statement = connection.prepare_cached(
        "SELECT label, number, used_at FROM contact_number WHERE contact_id = ?1 ORDER BY position, id",
    )?;
    let numbers = statement.query_map([id], |row| {
        let number = PhoneNumber::stored(row.get(1)?);
        Ok(NumberView {
            label: row.get(0)?,
            e164: number.to_string(),
            display: number.grouped(),
            kind: number.kind(),
            used_at: row.get(2)?,
        })
    })?;
    numbers.collect()
}
