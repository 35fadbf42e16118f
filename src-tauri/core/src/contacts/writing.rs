//! Contacts written down, changed, deleted and brought back: each in one transaction.

use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};

use super::person::name_parts;
use super::reading::get;
use super::{ContactError, Person, PersonNumber, by_number};
use crate::clock::Millis;
use crate::phone_number::{Country, PhoneNumber};
use crate::store::StoreError;
use crate::types::{ContactDetail, ContactForm, ContactView};

/// Where a new row comes from.
#[derive(Debug, Clone, Copy)]
pub struct Made {
    /// The row that it had before; none for one that nobody had.
    pub id: Option<i64>,
    /// When it was made, in milliseconds since 1970.
    pub created_at: Millis,
    /// When it was changed last, in milliseconds since 1970.
    pub changed_at: Millis,
    /// The import that it comes with.
    pub import_id: Option<i64>,
}

impl Made {
    /// A contact that was not there before.
    #[must_use]
    pub const fn now(now: Millis, import_id: Option<i64>) -> Self {
        Self { id: None, created_at: now, changed_at: now, import_id }
    }
}

/// Writes a contact as it was filled in: a new one, or the one that the form names, whose mark "do not write to" stays.
///
/// # Errors
/// [`ContactError`].
pub fn save(
    connection: &mut Connection,
    form: &ContactForm,
    default_country: Country,
    now: Millis,
) -> Result<ContactDetail, ContactError> {
    let person = Person::read(form, default_country)?;
    at_once(connection, |transaction| match form.id {
        None => Ok(add(transaction, &person, Made::now(now, None))?),
        Some(id) => {
            let before = get(transaction, id)?;
            let do_not_write = before.do_not_write.clone();
            change(transaction, &before, &Person { do_not_write, ..person }, now)?;
            Ok(id)
        }
    })
}

/// Keeps a name for a number; a contact that has the number already takes the new name.
///
/// # Errors
/// [`StoreError`].
pub fn save_name(
    connection: &mut Connection,
    name: &str,
    number: &PhoneNumber,
    now: Millis,
) -> Result<ContactView, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    match by_number(&transaction, number)? {
        Some(known) => rename(&transaction, known.id, name, now)?,
        None => {
            add(&transaction, &Person::introduced(name, number.clone()), Made::now(now, None))?;
        }
    }
    let saved = by_number(&transaction, number)?;
    transaction.commit()?;
    saved.ok_or(StoreError::Sqlite(rusqlite::Error::QueryReturnedNoRows))
}

fn rename(connection: &Connection, id: i64, name: &str, now: Millis) -> rusqlite::Result<()> {
    let (given, family) = name_parts(name);
    connection.execute(
        "UPDATE contact SET given = ?2, family = ?3, search_key = contact_key(?2, ?3, organisation),
             sort_key = sort_key(?2, ?3, organisation), changed_at = ?4
         WHERE id = ?1",
        (id, given, family, now),
    )?;
    Ok(())
}

/// Deletes a contact, and returns what is needed to bring it back.
///
/// # Errors
/// [`ContactError`].
pub fn delete(connection: &mut Connection, id: i64) -> Result<ContactDetail, ContactError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let deleted = get(&transaction, id)?;
    remove(&transaction, id)?;
    transaction.commit()?;
    Ok(deleted)
}

/// Writes a deleted contact again as it was. One that is there already is left as it is: no row is ever another's.
///
/// # Errors
/// [`ContactError`].
pub fn bring_back(connection: &mut Connection, deleted: &ContactDetail) -> Result<ContactDetail, ContactError> {
    at_once(connection, |transaction| put_back(transaction, deleted))
}

/// Marks a contact as a favourite, or not.
///
/// # Errors
/// [`ContactError`].
pub fn set_favourite(
    connection: &mut Connection,
    id: i64,
    is_favourite: bool,
    now: Millis,
) -> Result<ContactDetail, ContactError> {
    at_once(connection, |transaction| {
        let statement = "UPDATE contact SET is_favourite = ?2, changed_at = ?3 WHERE id = ?1";
        transaction.execute(statement, (id, is_favourite, now))?;
        Ok(id)
    })
}

/// Notes that a contact is not to be written to, and why (which may be empty), or takes that back. Another reason leaves
/// the time of the mark.
///
/// # Errors
/// [`ContactError`].
pub fn set_do_not_write(
    connection: &mut Connection,
    id: i64,
    reason: Option<&str>,
    now: Millis,
) -> Result<ContactDetail, ContactError> {
    at_once(connection, |transaction| {
        transaction.execute(
            "UPDATE contact SET do_not_write_reason = ?2, changed_at = ?3,
                 do_not_write_since = iif(?2 IS NULL, NULL, coalesce(do_not_write_since, ?3))
             WHERE id = ?1",
            (id, reason.map(str::trim), now),
        )?;
        Ok(id)
    })
}

/// The contact that `work` wrote, committed with all of it.
pub(super) fn at_once(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<i64, ContactError>,
) -> Result<ContactDetail, ContactError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let id = work(&transaction)?;
    let written = get(&transaction, id)?;
    transaction.commit()?;
    Ok(written)
}

pub(super) fn put_back(connection: &Connection, deleted: &ContactDetail) -> Result<i64, ContactError> {
    let mut is_there = connection.prepare_cached("SELECT 1 FROM contact WHERE id = ?1")?;
    if is_there.exists([deleted.id])? {
        return Ok(deleted.id);
    }
    let made = Made {
        id: Some(deleted.id),
        created_at: deleted.created_at,
        changed_at: deleted.changed_at,
        import_id: deleted.import_id,
    };
    let id = add(connection, &Person::kept(deleted)?, made)?;
    keep_use(connection, deleted)?;
    Ok(id)
}

/// When the numbers were used last, where the messages to them are gone since.
pub(super) fn keep_use(connection: &Connection, contact: &ContactDetail) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "UPDATE contact_number SET used_at = ?3 WHERE contact_id = ?1 AND number = ?2 AND coalesce(used_at, 0) < ?3",
    )?;
    for number in contact.numbers.iter().filter(|number| number.used_at.is_some()) {
        statement.execute((contact.id, &number.e164, number.used_at))?;
    }
    Ok(())
}

/// Deletes a contact, in the transaction of whoever calls it.
pub(crate) fn remove(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM contact WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Writes a new contact, in the transaction of whoever calls it; returns its row.
///
/// # Errors
/// What SQLite says.
pub fn add(connection: &Connection, person: &Person, made: Made) -> rusqlite::Result<i64> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO contact (id, given, family, organisation, note, search_key, sort_key, is_favourite,
             do_not_write_reason, do_not_write_since, created_at, changed_at, import_id)
         VALUES (:id, :given, :family, :organisation, :note, contact_key(:given, :family, :organisation),
             sort_key(:given, :family, :organisation), :is_favourite, :reason, :since, :created_at, :changed_at,
             (SELECT id FROM import WHERE id = :import_id))",
    )?;
    statement.execute(named_params! {
        ":id": made.id, ":given": person.given, ":family": person.family, ":organisation": person.organisation,
        ":note": person.note, ":is_favourite": person.is_favourite,
        ":reason": person.do_not_write.as_ref().map(|mark| &mark.reason),
        ":since": person.do_not_write.as_ref().map(|mark| mark.since),
        ":created_at": made.created_at, ":changed_at": made.changed_at, ":import_id": made.import_id,
    })?;
    let id = connection.last_insert_rowid();
    add_numbers(connection, id, &person.numbers)?;
    Ok(id)
}

/// Writes a contact over what it was `before`, in the transaction of whoever calls it; numbers that stay keep their last
/// use.
pub(crate) fn change(
    connection: &Connection,
    before: &ContactDetail,
    person: &Person,
    now: Millis,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "UPDATE contact SET given = :given, family = :family, organisation = :organisation, note = :note,
             search_key = contact_key(:given, :family, :organisation),
             sort_key = sort_key(:given, :family, :organisation), is_favourite = :is_favourite,
             do_not_write_reason = :reason, do_not_write_since = :since, changed_at = :now
         WHERE id = :id",
    )?;
    statement.execute(named_params! {
        ":id": before.id, ":given": person.given, ":family": person.family, ":organisation": person.organisation,
        ":note": person.note, ":is_favourite": person.is_favourite,
        ":reason": person.do_not_write.as_ref().map(|mark| &mark.reason),
        ":since": person.do_not_write.as_ref().map(|mark| mark.since), ":now": now,
    })?;
    connection.prepare_cached("DELETE FROM contact_number WHERE contact_id = ?1")?.execute([before.id])?;
    add_numbers(connection, before.id, &person.numbers)?;
    keep_use(connection, before)
}

/// Writes a contact as it was `before`, in the transaction of whoever calls it.
pub(crate) fn restore(connection: &Connection, now: &ContactDetail, before: &ContactDetail) -> rusqlite::Result<()> {
    change(connection, now, &Person::from(before), before.changed_at)?;
    keep_use(connection, before)
}

fn add_numbers(connection: &Connection, id: i64, numbers: &[PersonNumber]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO contact_number (contact_id, label, number, position, used_at)
         VALUES (?1, ?2, ?3, ?4, (SELECT max(created_at) FROM message WHERE recipient_number = ?3))",
    )?;
    for (position, number) in (0i64..).zip(numbers) {
        statement.execute((id, &number.label, number.number.as_str(), position))?;
    }
    Ok(())
}
