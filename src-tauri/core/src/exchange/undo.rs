//! Undoing a whole import, also weeks later. What the person has changed since is theirs and stays.

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

use super::contact;
use super::error::ExchangeError;
use crate::clock::Millis;
use crate::store::StoreError;
use crate::types::{ContactDetail, ImportUndone, ImportView};

/// So many contacts are taken out of the indices at once, which are then made anew: to wipe each word of each of them
/// takes more than a minute where there are 50,000.
const MANY: usize = 500;

/// The imports that can be undone, the newest first.
///
/// # Errors
/// [`StoreError`].
pub fn imports(connection: &Connection) -> Result<Vec<ImportView>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, at, file_name, (SELECT count(*) FROM import_change WHERE import_id = import.id)
         FROM import ORDER BY id DESC",
    )?;
    let view = |row: &rusqlite::Row<'_>| {
        Ok(ImportView { id: row.get(0)?, at: row.get(1)?, file_name: row.get(2)?, contacts: row.get(3)? })
    };
    Ok(statement.query_map([], view)?.collect::<rusqlite::Result<_>>()?)
}

/// Takes an import back in one transaction: those that it added go, those that it changed are as they were. One that was
/// changed since stays as it is.
///
/// # Errors
/// [`ExchangeError::NoSuchImport`] or [`ExchangeError::Store`]: everything is as it was.
pub fn undo_import(connection: &mut Connection, id: i64) -> Result<ImportUndone, ExchangeError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let at: Option<Millis> =
        transaction.query_row("SELECT at FROM import WHERE id = ?1", [id], |row| row.get(0)).optional()?;
    let at = at.ok_or(ExchangeError::NoSuchImport)?;
    let mut undone = ImportUndone::default();
    let changes = changes(&transaction, id)?;
    let are_many = changes.len() > MANY;
    if are_many {
        transaction.execute_batch(&for_each_index("'secure-delete', 0"))?;
    }
    for (contact, before) in changes {
        match contact::detail(&transaction, contact)? {
            None => {}
            Some(now) if now.changed_at != at => undone.kept += 1,
            Some(_) => take_back(&transaction, contact, before, &mut undone)?,
        }
    }
    if are_many {
        let anew = for_each_index("'rebuild', NULL") + &for_each_index("'secure-delete', 1");
        transaction.execute_batch(&anew)?;
    }
    transaction.execute("DELETE FROM import WHERE id = ?1", [id])?;
    transaction.commit()?;
    Ok(undone)
}

/// A command for what finds contacts.
fn for_each_index(command: &str) -> String {
    let tell = |index: &str| format!("INSERT INTO {index} ({index}, rank) VALUES ({command});");
    tell("contact_search") + &tell("contact_number_search")
}

fn changes(transaction: &Transaction<'_>, id: i64) -> Result<Vec<(i64, Option<String>)>, StoreError> {
    let mut statement = transaction.prepare("SELECT contact_id, before FROM import_change WHERE import_id = ?1")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn take_back(
    transaction: &Transaction<'_>,
    contact: i64,
    before: Option<String>,
    undone: &mut ImportUndone,
) -> Result<(), StoreError> {
    let Some(before) = before else {
        transaction.prepare_cached("DELETE FROM contact WHERE id = ?1")?.execute([contact])?;
        undone.removed += 1;
        return Ok(());
    };
    let before: ContactDetail = serde_json::from_str(&before).map_err(|error| {
        StoreError::Sqlite(rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, error.into()))
    })?;
    contact::change(transaction, contact, &contact::person(&before), &before.numbers, before.changed_at)?;
    undone.restored += 1;
    Ok(())
}
