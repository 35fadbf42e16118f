//! The text being written: kept a moment after the last key, gone when its message is committed. What was written once
//! can be taken up again.

use rusqlite::{Connection, OptionalExtension as _, Row};
use thiserror::Error;
use uuid::Uuid;

use crate::clock::Millis;
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::{Draft, MessageState};

/// What of an earlier message is used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// The text, for another recipient: of any message.
    Text,
    /// Recipient, sender and text: only of a message that is known not to have been sent.
    Whole,
}

/// Why a message cannot be used again. Nothing was kept.
#[derive(Debug, Error)]
pub enum ReuseError {
    /// It has been deleted.
    #[error("the message is gone")]
    Gone,
    /// It was sent, or may have been, or may yet be: sending it again is not offered.
    #[error("the message may have been sent")]
    MayHaveGone,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for ReuseError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

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
        "INSERT INTO draft (id, recipient, body, sender_id, due_at, repeats, changed_at, unfilled)
         SELECT ?1, ?2, ?3, ?4, ?5, (SELECT id FROM message WHERE id = ?6), ?7, ?8
         WHERE NOT EXISTS (SELECT 1 FROM message WHERE draft_id = ?1)
         ON CONFLICT (id) DO UPDATE SET recipient = ?2, body = ?3, sender_id = ?4, due_at = ?5,
             repeats = excluded.repeats, changed_at = ?7, unfilled = ?8",
        (
            &draft.id,
            &draft.recipient,
            &draft.body,
            draft.sender_id,
            draft.due_at,
            draft.repeats,
            now,
            json(&draft.unfilled).to_string(),
        ),
    )?;
    Ok(())
}

fn json(placeholders: &[String]) -> serde_json::Value {
    placeholders.into()
}

/// Every draft, the one written last first.
///
/// # Errors
/// [`StoreError`].
pub fn all(connection: &Connection) -> Result<Vec<Draft>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, recipient, body, sender_id, due_at, repeats, unfilled FROM draft ORDER BY changed_at DESC, id",
    )?;
    let drafts = statement.query_map([], |row| {
        Ok(Draft {
            id: row.get(0)?,
            recipient: row.get(1)?,
            body: row.get(2)?,
            sender_id: row.get(3)?,
            due_at: row.get(4)?,
            repeats: row.get(5)?,
            unfilled: serde_json::from_str(row.get_ref(6)?.as_str()?).unwrap_or_default(),
        })
    })?;
    Ok(drafts.collect::<Result<_, _>>()?)
}

/// Keeps a new draft made from the message `id`, and returns it.
///
/// # Errors
/// [`ReuseError`].
pub fn reuse(connection: &Connection, id: i64, again: Again, now: Millis) -> Result<Draft, ReuseError> {
    let written = of_message(connection, id, now)?.ok_or(ReuseError::Gone)?;
    let draft = match again {
        Again::Text => Draft { id: written.id, body: written.body, ..Draft::default() },
        Again::Whole if was_not_sent(connection, id)? => Draft { due_at: None, repeats: Some(id), ..written },
        Again::Whole => return Err(ReuseError::MayHaveGone),
    };
    save(connection, &draft, now)?;
    Ok(draft)
}

/// A draft of its own that says what the message `id` says; its time only if it was chosen and has not come yet.
pub(crate) fn of_message(connection: &Connection, id: i64, now: Millis) -> rusqlite::Result<Option<Draft>> {
    let mut statement = connection.prepare_cached(
        "SELECT recipient_number, body, sender_id, iif(due_chosen = 1 AND due_at > ?2, due_at, NULL), repeats,
             recipient_name
         FROM message WHERE id = ?1",
    )?;
    statement.query_row((id, now), written_anew).optional()
}

fn written_anew(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: Uuid::new_v4().to_string(),
        recipient: recipient(row.get(5)?, &PhoneNumber::stored(row.get(0)?)),
        body: row.get(1)?,
        sender_id: row.get(2)?,
        due_at: row.get(3)?,
        repeats: row.get(4)?,
        unfilled: Vec::new(),
    })
}

/// As the window reads a choice back: `Anna Beck <+49 171 1234567>`.
fn recipient(name: Option<String>, number: &PhoneNumber) -> String {
    match name {
        Some(name) => format!("{} <{}>", name.replace(['<', '>'], ""), number.grouped()),
        None => number.grouped(),
    }
}

fn was_not_sent(connection: &Connection, id: i64) -> rusqlite::Result<bool> {
    let state = connection.query_row("SELECT state FROM message WHERE id = ?1", [id], |row| row.get(0))?;
    Ok(matches!(state, MessageState::Rejected | MessageState::NotSent))
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
