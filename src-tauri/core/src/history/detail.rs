//! One message with everything that is known of it.

use rusqlite::{Connection, Params, Row};

use crate::store::StoreError;
use crate::types::{LinkView, MessageDetail, StepView};

/// The message with its steps and the messages that belong to it; none if it is gone. `system_user` is the name of the
/// person who is logged in to this computer.
///
/// # Errors
/// [`StoreError`].
pub fn detail(connection: &Connection, id: i64, system_user: &str) -> Result<Option<MessageDetail>, StoreError> {
    let Some(message) = super::message(connection, id)? else { return Ok(None) };
    let mut statement = connection.prepare_cached(
        "SELECT provider_id, account_email, predicted_cost, predicted_currency FROM message WHERE id = ?1",
    )?;
    let (provider_id, account_email, predicted_cost) =
        statement.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, super::cost(row.get(2)?, row.get(3)?))))?;
    Ok(Some(MessageDetail {
        steps: steps(connection, id)?,
        provider_id,
        predicted_cost,
        account_email,
        repeats: links(connection, "id = ?1", [message.repeats])?.pop(),
        repeated_by: links(connection, "repeats = ?1", [id])?,
        system_user: system_user.to_owned(),
        message,
    }))
}

fn steps(connection: &Connection, id: i64) -> Result<Vec<StepView>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT at, state, reason FROM message_event WHERE message_id = ?1 ORDER BY id")?;
    let steps =
        statement.query_map([id], |row| Ok(StepView { at: row.get(0)?, state: row.get(1)?, reason: row.get(2)? }))?;
    Ok(steps.collect::<Result<_, _>>()?)
}

fn links(connection: &Connection, which: &str, value: impl Params) -> Result<Vec<LinkView>, StoreError> {
    let sql = format!("SELECT id, created_at, state FROM message WHERE {which} ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    let link = |row: &Row<'_>| Ok(LinkView { id: row.get(0)?, at: row.get(1)?, state: row.get(2)? });
    Ok(statement.query_map(value, link)?.collect::<Result<_, _>>()?)
}
