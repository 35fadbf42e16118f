//! Forgetting everything on this computer. The key, the preferences and the system's logs are the shell's part.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};
use thiserror::Error;

use super::{Store, StoreError, backup, folder, replacement, snapshot};

/// Every table, those that point to others first.
const TABLES: [&str; 12] = [
    "message_event",
    "draft",
    "message",
    "contact_number",
    "contact",
    "import_change",
    "import",
    "template",
    "sender",
    "account",
    "message_day",
    "housekeeping",
];

/// Every index that a search asks.
const INDICES: [&str; 3] = ["message_search", "contact_search", "contact_number_search"];

/// Why not everything was forgotten.
#[derive(Debug, Error)]
pub enum ForgetError {
    /// A message is being sent: what becomes of it must be written down first. Nothing was forgotten.
    #[error("a message is being sent")]
    Sending,
    /// Files could not be removed or rows not be deleted; some may be gone.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for ForgetError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Deletes every row, backup and file that was set aside. The rows go last, so that the window shows nothing only
    /// when nothing is left.
    ///
    /// # Errors
    /// [`ForgetError`].
    pub fn forget_everything(&self) -> Result<(), ForgetError> {
        let _files = self.files();
        self.now(|connection| {
            if connection
                .query_row("SELECT EXISTS (SELECT 1 FROM message WHERE state = 'sending')", [], |r| r.get(0))?
            {
                return Err(ForgetError::Sending);
            }
            remove_files(&self.open.folder)?;
            delete_rows(connection)?;
            Ok(())
        })
    }
}

fn remove_files(data: &Path) -> Result<(), StoreError> {
    for folder in [backup::folder(data), data.join(replacement::SET_ASIDE), data.join("logs")] {
        folder::remove_folder(&folder)?;
    }
    folder::remove_file(&data.join(replacement::REPLACEMENT))?;
    snapshot::tidy(data)?;
    Ok(folder::sync(data)?)
}

/// Then the file is made anew from what is left, and the log of changes emptied.
fn delete_rows(connection: &mut Connection) -> Result<(), StoreError> {
    // With all rows gone nothing points to a row that is not there; looking for that at each takes minutes where there
    // are many.
    connection.pragma_update(None, "foreign_keys", "OFF")?;
    let deleted = delete_all(connection);
    connection.pragma_update(None, "foreign_keys", "ON")?;
    deleted?;
    connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
    Ok(())
}

fn delete_all(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Overwriting in an index what each row has there takes minutes; the whole index goes at the end.
    for index in INDICES {
        transaction.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 0)"), [])?;
    }
    for table in TABLES {
        transaction.execute(&format!("DELETE FROM {table}"), [])?;
    }
    for index in INDICES {
        transaction.execute(&format!("INSERT INTO {index} ({index}) VALUES ('delete-all')"), [])?;
        transaction.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 1)"), [])?;
    }
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_index_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let is_index = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5 (%'";
        let indices: Vec<String> = Store::open(folder.path())
            .unwrap()
            .now(|c| c.prepare(is_index)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>())
            .unwrap();
        assert_eq!(indices, INDICES);
    }

    #[test]
    fn no_table_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let tables: Vec<String> = Store::open(folder.path())
            .unwrap()
            .now(|c| {
                // The tables that a search index keeps for itself are of the type "shadow", the index is "virtual".
                c.prepare(
                    "SELECT name FROM pragma_table_list
                     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
                )?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()
            })
            .unwrap();
        assert!(tables.len() >= 7, "{tables:?}");
        for table in tables {
            assert!(TABLES.contains(&table.as_str()), "{table} is not among the tables that are emptied");
        }
    }
}
