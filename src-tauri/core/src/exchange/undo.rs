//! Undoing a whole import, also weeks later. What the person has changed since is theirs and stays.

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

use super::error::ExchangeError;
use crate::clock::Millis;
use crate::contacts;
use crate::store::StoreError;
use crate::types::{ContactDetail, ImportUndone, ImportView};

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
    let changes = changes(&transaction, id)?;
    let undone = contacts::in_bulk(&transaction, changes.len(), || take_all_back(&transaction, changes, at))?;
    transaction.execute("DELETE FROM import WHERE id = ?1", [id])?;
    transaction.commit()?;
    Ok(undone)
}

/// A contact that an import wrote, and what it was before, as JSON; nothing if the import added it.
type Change = (i64, Option<String>);

fn changes(transaction: &Transaction<'_>, id: i64) -> Result<Vec<Change>, StoreError> {
    let mut statement = transaction.prepare("SELECT contact_id, before FROM import_change WHERE import_id = ?1")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn take_all_back(transaction: &Transaction<'_>, changes: Vec<Change>, at: Millis) -> Result<ImportUndone, StoreError> {
    let mut undone = ImportUndone::default();
    for (contact, before) in changes {
        match (contacts::detail(transaction, contact)?, before) {
            (None, _) => {}
            (Some(now), _) if now.changed_at != at => undone.kept += 1,
            (Some(now), Some(before)) => {
                contacts::restore(transaction, &now, &read(&before)?)?;
                undone.restored += 1;
            }
            (Some(_), None) => {
                contacts::remove(transaction, contact)?;
                undone.removed += 1;
            }
        }
    }
    Ok(undone)
}

fn read(before: &str) -> Result<ContactDetail, StoreError> {
    serde_json::from_str(before).map_err(|error| {
        StoreError::Sqlite(rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, error.into()))
    })
}
