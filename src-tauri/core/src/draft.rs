//! The text being written: kept a moment after the last key, gone when its message is committed.

use rusqlite::Connection;

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
        "INSERT INTO draft (id, recipient, body, sender_id, due_at, repeats, changed_at)
         SELECT ?1, ?2, ?3, ?4, ?5, (SELECT id FROM message WHERE id = ?6), ?7
         WHERE NOT EXISTS (SELECT 1 FROM message WHERE draft_id = ?1)
         ON CONFLICT (id) DO UPDATE SET recipient = ?2, body = ?3, sender_id = ?4, due_at = ?5,
             repeats = excluded.repeats, changed_at = ?7",
        (&draft.id, &draft.recipient, &draft.body, draft.sender_id, draft.due_at, draft.repeats, now),
    )?;
    Ok(())
}

/// Every draft, the one written last first.
///
/// # Errors
/// [`StoreError`].
pub fn all(connection: &Connection) -> Result<Vec<Draft>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, recipient, body, sender_id, due_at, repeats FROM draft ORDER BY changed_at DESC, id",
    )?;
    let drafts = statement.query_map([], |row| {
        Ok(Draft {
            id: row.get(0)?,
            recipient: row.get(1)?,
            body: row.get(2)?,
            sender_id: row.get(3)?,
            due_at: row.get(4)?,
            repeats: row.get(5)?,
        })
    })?;
    Ok(drafts.collect::<Result<_, _>>()?)
}

/// Forgets a draft.
///
/// # Errors
/// [`StoreError`].
pub fn discard(connection: &Connection, id: &str) -> Result<(), StoreError> {
    connection.execute("DELETE FROM draft WHERE id = ?1", [id])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn draft(body: &str) -> Draft {
        Draft { id: "d1".into(), recipient: "Anna".into(), body: body.into(), ..Draft::default() }
    }

    #[test]
    fn the_last_text_is_found_again_and_an_empty_one_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        Store::open(folder.path())
            .unwrap()
            .now(|c| {
                save(c, &draft("Gut"), 1)?;
                save(c, &draft("Guten Tag"), 2)?;
                assert_eq!(all(c)?, [draft("Guten Tag")]);
                save(c, &Draft { id: "d1".into(), ..Draft::default() }, 3)?;
                assert_eq!(all(c)?, []);
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }
}
