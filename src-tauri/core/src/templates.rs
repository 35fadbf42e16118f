//! Texts that are used again: kept in the person's order, and filled with what is known of the recipient.

mod exchange;
mod filling;
mod placeholder;

use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior};
use thiserror::Error;

pub use exchange::{TemplatesUnreadable, import, write_json, write_table};
pub use filling::{Facts, fill, now_here, signed};

use crate::clock::Millis;
use crate::store::StoreError;
use crate::types::{Template, TemplateForm};

/// The longest name, in characters.
const LONGEST_NAME: usize = 200;

/// The longest text, in characters: more than a message may have, since placeholders may be long.
const LONGEST_BODY: usize = 2_000;

/// Why a template was not written. Nothing has been changed.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// Shown at the name: there is none.
    #[error("the template has no name")]
    Nameless,
    /// Shown at the name: it is too long.
    #[error("the name is too long")]
    NameTooLong,
    /// Shown at the text: there is none.
    #[error("the template has no text")]
    Empty,
    /// Shown at the text: it is too long.
    #[error("the text is too long")]
    TooLong,
    /// The template has been deleted meanwhile.
    #[error("the template is gone")]
    Gone,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for TemplateError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Every template, in the person's order.
///
/// # Errors
/// [`StoreError`].
pub fn list(connection: &Connection) -> Result<Vec<Template>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, language, body, position, created_at, changed_at FROM template ORDER BY position, id",
    )?;
    let templates = statement.query_map([], read)?;
    Ok(templates.collect::<Result<_, _>>()?)
}

/// Writes a template: a new one, which comes last, or the one that the form names.
///
/// # Errors
/// [`TemplateError`].
pub fn save(connection: &mut Connection, form: &TemplateForm, now: Millis) -> Result<Template, TemplateError> {
    let form = checked(form)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let id = match form.id {
        Some(id) => change(&transaction, id, &form, now)?,
        None => add(&transaction, &form, now)?,
    };
    let saved = get(&transaction, id)?;
    transaction.commit()?;
    Ok(saved)
}

/// Deletes a template, and returns what is needed to bring it back.
///
/// # Errors
/// [`TemplateError`].
pub fn delete(connection: &mut Connection, id: i64) -> Result<Template, TemplateError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let deleted = get(&transaction, id)?;
    transaction.execute("DELETE FROM template WHERE id = ?1", [id])?;
    transaction.commit()?;
    Ok(deleted)
}

/// Writes a deleted template again as it was, in its place. One that is there already is left as it is.
///
/// # Errors
/// [`TemplateError`].
pub fn bring_back(connection: &Connection, deleted: &Template) -> Result<Template, TemplateError> {
    connection.execute(
        "INSERT INTO template (id, name, language, body, position, created_at, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING",
        (
            deleted.id,
            &deleted.name,
            deleted.language,
            &deleted.body,
            deleted.position,
            deleted.created_at,
            deleted.changed_at,
        ),
    )?;
    get(connection, deleted.id)
}

/// Puts the templates in this order; those that are not named come behind, in the order that they had.
///
/// # Errors
/// [`StoreError`].
pub fn reorder(connection: &mut Connection, ids: &[i64]) -> Result<Vec<Template>, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut templates = list(&transaction)?;
    templates.sort_by_key(|template| ids.iter().position(|id| *id == template.id).unwrap_or(ids.len()));
    for (position, template) in (0i64..).zip(&templates) {
        transaction.execute("UPDATE template SET position = ?2 WHERE id = ?1", (template.id, position))?;
    }
    let ordered = list(&transaction)?;
    transaction.commit()?;
    Ok(ordered)
}

fn get(connection: &Connection, id: i64) -> Result<Template, TemplateError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, language, body, position, created_at, changed_at FROM template WHERE id = ?1",
    )?;
    statement.query_row([id], read).optional()?.ok_or(TemplateError::Gone)
}

fn add(connection: &Connection, form: &TemplateForm, now: Millis) -> rusqlite::Result<i64> {
    connection.execute(
        "INSERT INTO template (name, language, body, position, created_at, changed_at)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(position) + 1, 0) FROM template), ?4, ?4)",
        (&form.name, form.language, &form.body, now),
    )?;
    Ok(connection.last_insert_rowid())
}

fn change(connection: &Connection, id: i64, form: &TemplateForm, now: Millis) -> rusqlite::Result<i64> {
    connection.execute(
        "UPDATE template SET name = ?2, language = ?3, body = ?4, changed_at = ?5 WHERE id = ?1",
        (id, &form.name, form.language, &form.body, now),
    )?;
    Ok(id)
}

fn checked(form: &TemplateForm) -> Result<TemplateForm, TemplateError> {
    let name = form.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let body = form.body.trim().to_owned();
    match (name.chars().count(), body.chars().count()) {
        (0, _) => Err(TemplateError::Nameless),
        (name, _) if name > LONGEST_NAME => Err(TemplateError::NameTooLong),
        (_, 0) => Err(TemplateError::Empty),
        (_, body) if body > LONGEST_BODY => Err(TemplateError::TooLong),
        _ => Ok(TemplateForm { name, body, ..form.clone() }),
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Template> {
    Ok(Template {
        id: row.get(0)?,
        name: row.get(1)?,
        language: row.get(2)?,
        body: row.get(3)?,
        position: row.get(4)?,
        created_at: row.get(5)?,
        changed_at: row.get(6)?,
    })
}
