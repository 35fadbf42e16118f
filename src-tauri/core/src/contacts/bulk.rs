//! So many contacts written or deleted at once that their indices are made anew afterwards.
//!
//! The triggers that keep the indices in step cost most of the time of a large import: after each of their statements
//! FTS5 writes what it holds to its tables. Making an index of 100,000 rows anew takes a tenth of a second.

use rusqlite::{Connection, Transaction};

/// With more contacts than so many, making the indices anew is quicker than keeping them in step.
const MANY: usize = 300;

/// The triggers that keep the indices in step.
const TRIGGERS: &str = "type = 'trigger' AND tbl_name IN ('contact', 'contact_number') AND name LIKE '%search%'";

/// Does work that writes, changes or deletes about `count` contacts. Nothing of what it deletes stays in the indices.
///
/// # Errors
/// What `work` or SQLite says; the transaction is to be rolled back then.
pub(crate) fn in_bulk<T, E: From<rusqlite::Error>>(
    transaction: &Transaction<'_>,
    count: usize,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    if count <= MANY {
        return work();
    }
    let triggers = triggers(transaction)?;
    for (name, _) in &triggers {
        transaction.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let done = work()?;
    transaction.execute_batch(
        "INSERT INTO contact_search (contact_search) VALUES ('rebuild');
         INSERT INTO contact_number_search (contact_number_search) VALUES ('rebuild')",
    )?;
    for (_, definition) in &triggers {
        transaction.execute_batch(definition)?;
    }
    Ok(done)
}

/// Name and definition of each.
fn triggers(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut statement = connection.prepare(&format!("SELECT name, sql FROM sqlite_schema WHERE {TRIGGERS}"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}
