//! Who is there: by their numbers for an import, all of them for an export.

use rusqlite::Connection;

use super::plan::Known;
use crate::contacts::{Person, detail};
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;

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
    let person = |id| Ok(detail(connection, id)?.as_ref().map(Person::from));
    ids.into_iter().filter_map(|id| person(id).transpose()).collect()
}
