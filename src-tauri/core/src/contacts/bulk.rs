//! Many contacts deleted at once.

use rusqlite::Connection;

/// With more than so many, making the indices anew is quicker than overwriting in them what each contact has there.
const MANY: usize = 300;

/// Deletes contacts, in the transaction of whoever calls it. Nothing of them stays in the indices.
///
/// # Errors
/// What SQLite says.
pub fn delete_many(connection: &Connection, ids: &[i64]) -> rusqlite::Result<()> {
    if ids.len() <= MANY {
        return delete_each(connection, ids);
    }
    overwrite(connection, false)?;
    delete_each(connection, ids)?;
    connection.execute_batch(
        "INSERT INTO contact_search (contact_search) VALUES ('rebuild');
         INSERT INTO contact_number_search (contact_number_search) VALUES ('rebuild')",
    )?;
    overwrite(connection, true)
}

fn delete_each(connection: &Connection, ids: &[i64]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("DELETE FROM contact WHERE id = ?1")?;
    ids.iter().try_for_each(|id| statement.execute([id]).map(|_| ()))
}

fn overwrite(connection: &Connection, is_on: bool) -> rusqlite::Result<()> {
    for index in ["contact_search", "contact_number_search"] {
        connection.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', ?1)"), [is_on])?;
    }
    Ok(())
}
