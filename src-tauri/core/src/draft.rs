//! The text being written: kept a moment after the last key, gone when its message is committed.

use rusqlite::{Connection, OptionalExtension as _};

use crate::clock::Millis;
use crate::store::StoreError;
use crate::types::Draft;

/// Keeps a draft; an empty one is forgotten, and so is one whose message is committed already.
///
/// # Errors
/// [`StoreError`].
pub fn save(connection: &Connection, draft: &Draft, now: Millis) -> Result<(), StoreError> {
    if draft.recipient.is_empty() && draft.body.is_empty() {
        connection.execute("DELETE FROM draft WHERE id = ?1", [&draft.id])?;
        return Ok(());
    }
    connection.execute(
        "INSERT INTO draft (id, recipient, body, changed_at)
         SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM message WHERE draft_id = ?1)
         ON CONFLICT (id) DO UPDATE SET recipient = ?2, body = ?3, changed_at = ?4",
        (&draft.id, &draft.recipient, &draft.body, now),
    )?;
    Ok(())
}

/// The draft that was written last.
///
/// # Errors
/// [`StoreError`].
pub fn latest(connection: &Connection) -> Result<Option<Draft>, StoreError> {
    let draft = connection
        .query_row("SELECT id, recipient, body FROM draft ORDER BY changed_at DESC LIMIT 1", [], |row| {
            Ok(Draft { id: row.get(0)?, recipient: row.get(1)?, body: row.get(2)? })
        })
        .optional()?;
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn draft(body: &str) -> Draft {
        Draft { id: "d1".into(), recipient: "Anna".into(), body: body.into() }
    }

    #[test]
    fn the_last_text_is_found_again_and_an_empty_one_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        Store::open(folder.path())
            .unwrap()
            .now(|c| {
                save(c, &draft("Gut"), 1)?;
                save(c, &draft("Guten Tag"), 2)?;
                assert_eq!(latest(c)?.unwrap().body, "Guten Tag");
                save(c, &Draft { id: "d1".into(), ..Draft::default() }, 3)?;
                assert_eq!(latest(c)?, None);
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }
}
