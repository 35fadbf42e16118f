//! People: written down, listed, found by any part of their name or number, and made one where they were two.

mod bulk;
mod listing;
mod merging;
mod person;
mod reading;
mod sending;
mod suggesting;
mod typed;
mod writing;

use rusqlite::{Connection, OptionalExtension as _, Row};

pub(crate) use bulk::in_bulk;
pub use listing::{letters, list};
pub use merging::{duplicates, merge, unmerge};
pub use person::{ContactError, ContactField, Person, PersonNumber};
pub(crate) use person::{LONGEST_LINE, LONGEST_NOTE, add_number, name_parts};
pub(crate) use reading::detail;
pub use reading::get;
pub(crate) use sending::{mark, note_use};
pub use suggesting::suggest;
pub use writing::{Made, add, bring_back, delete, save, save_name, set_do_not_write, set_favourite};
pub(crate) use writing::{change, remove, restore};

use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::ContactView;

/// Whether there is any contact.
///
/// # Errors
/// [`StoreError`].
pub fn any(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM contact)", [], |row| row.get(0))?)
}

/// The contact that a number belongs to. Where it belongs to several: a favourite, then the one that was made first.
///
/// # Errors
/// [`StoreError`].
pub fn by_number(connection: &Connection, number: &PhoneNumber) -> Result<Option<ContactView>, StoreError> {
    owner(connection, number, None)
}

/// The contact that a number belongs to: the `chosen` one, if it has this number, else as [`by_number`] says.
///
/// # Errors
/// [`StoreError`].
pub fn owner(
    connection: &Connection,
    number: &PhoneNumber,
    chosen: Option<i64>,
) -> Result<Option<ContactView>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT contact.id, contact.name, contact_number.number
         FROM contact_number JOIN contact ON contact.id = contact_number.contact_id
         WHERE contact_number.number = ?1
         ORDER BY contact.id IS ?2 DESC, contact.is_favourite DESC, contact_number.used_at DESC, contact.id LIMIT 1",
    )?;
    Ok(statement.query_row((number.as_str(), chosen), view).optional()?)
}

fn view(row: &Row<'_>) -> rusqlite::Result<ContactView> {
    let number = PhoneNumber::stored(row.get(2)?);
    Ok(ContactView { id: row.get(0)?, name: row.get(1)?, display: number.grouped(), e164: number.to_string() })
}
