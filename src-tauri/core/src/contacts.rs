//! People whose number was kept: found by any part of their name or number.

use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior};

use crate::clock::Millis;
use crate::phone_number::PhoneNumber;
use crate::search_key::{part_of_number, search_key, ways_to_write};
use crate::store::StoreError;
use crate::types::ContactView;

/// How many suggestions stand under the field at most.
const MOST_SUGGESTIONS: usize = 8;

const COLUMNS: &str = "contact_number.id, contact.name, contact_number.number
     FROM contact JOIN contact_number ON contact_number.contact_id = contact.id";

/// Keeps a name for a number; a number that is kept already takes the new name.
///
/// # Errors
/// [`StoreError`].
pub fn save(
    connection: &mut Connection,
    name: &str,
    number: &PhoneNumber,
    now: Millis,
) -> Result<ContactView, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let known: Option<i64> = transaction
        .query_row("SELECT contact_id FROM contact_number WHERE number = ?1", [number.as_str()], |row| row.get(0))
        .optional()?;
    if let Some(contact) = known {
        transaction.execute(
            "UPDATE contact SET given = ?2, family = '', search_key = contact_key(?2, '', organisation),
                 sort_key = sort_key(?2, '', organisation), changed_at = ?3
             WHERE id = ?1",
            (contact, name, now),
        )?;
    } else {
        transaction.execute(
            "INSERT INTO contact (given, search_key, sort_key, created_at, changed_at)
             VALUES (?1, contact_key(?1, '', ''), sort_key(?1, '', ''), ?2, ?2)",
            (name, now),
        )?;
        transaction.execute(
            "INSERT INTO contact_number (contact_id, number) VALUES (?1, ?2)",
            (transaction.last_insert_rowid(), number.as_str()),
        )?;
    }
    let saved = by_number(&transaction, number)?;
    transaction.commit()?;
    saved.ok_or(StoreError::Sqlite(rusqlite::Error::QueryReturnedNoRows))
}

/// Whether there is any contact.
///
/// # Errors
/// [`StoreError`].
pub fn any(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM contact)", [], |row| row.get(0))?)
}

/// The contact that a number belongs to.
///
/// # Errors
/// [`StoreError`].
pub fn by_number(connection: &Connection, number: &PhoneNumber) -> Result<Option<ContactView>, StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} WHERE contact_number.number = ?1 LIMIT 1"))?;
    Ok(statement.query_row([number.as_str()], view).optional()?)
}

/// Contacts of whom every typed word begins a part of the name, or whose number holds the digits.
///
/// # Errors
/// [`StoreError`].
pub fn suggest(connection: &Connection, query: &str) -> Result<Vec<ContactView>, StoreError> {
    let words: Vec<Vec<String>> = query.split_whitespace().map(ways_to_write).collect();
    let number = part_of_number(query).filter(|digits| digits.len() > 1);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} ORDER BY contact.name"))?;
    let contacts = statement.query_map([], view)?;
    let fits = |contact: &ContactView| {
        let key = search_key(&contact.name);
        let begins_a_part = |way: &String| key.split(' ').any(|part| part.starts_with(way));
        let by_name = words.iter().all(|ways| ways.iter().any(begins_a_part));
        by_name || number.as_ref().is_some_and(|digits| contact.e164.contains(digits))
    };
    let found = contacts.filter(|row| row.as_ref().map_or(true, fits)).take(MOST_SUGGESTIONS);
    Ok(found.collect::<Result<_, _>>()?)
}

fn view(row: &Row<'_>) -> rusqlite::Result<ContactView> {
    let number = PhoneNumber::stored(row.get(2)?);
    Ok(ContactView { id: row.get(0)?, name: row.get(1)?, display: number.grouped(), e164: number.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn with_contacts(check: impl FnOnce(&mut Connection)) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        store
            .now(|c| {
                for (name, number) in [("Anna Beck", "+491711234567"), ("José Groß", "+4915123456789")] {
                    save(c, name, &PhoneNumber::stored(number.into()), 1)?;
                }
                check(c);
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }

    fn names(connection: &Connection, query: &str) -> Vec<String> {
        suggest(connection, query).unwrap().into_iter().map(|contact| contact.name).collect()
    }

    #[test]
    fn a_contact_is_found_by_parts_of_its_name_without_case_and_accents() {
        with_contacts(|c| {
            assert_eq!(names(c, "an"), ["Anna Beck"]);
            assert_eq!(names(c, "beck ANNA"), ["Anna Beck"]);
            assert_eq!(names(c, "jose gross"), ["José Groß"]);
            assert!(names(c, "nna").is_empty());
            assert!(names(c, "  ").is_empty());
        });
    }

    #[test]
    fn a_contact_is_found_by_its_number_however_it_is_written() {
        with_contacts(|c| {
            assert_eq!(names(c, "0171 123"), ["Anna Beck"]);
            assert_eq!(names(c, "+49 151"), ["José Groß"]);
        });
    }

    #[test]
    fn a_number_that_is_kept_already_takes_the_new_name() {
        with_contacts(|c| {
            let anna = PhoneNumber::stored("+491711234567".into());
            let renamed = save(c, "Anna Beck-Öztürk", &anna, 2).unwrap();
            assert_eq!(by_number(c, &anna).unwrap(), Some(renamed));
            assert_eq!(names(c, "an").len(), 1);
        });
    }
}
