//! The messages as the window shows them, newest first: pages, sums, one with everything, and all of them in a file.

mod detail;
mod export;
mod filter;
mod range;
mod sample;
mod search;
mod sum;

use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};

pub use detail::detail;
pub use export::{Export, ExportError, ExportWords};
pub use range::range;
pub use sum::sum;

use crate::estimate;
use crate::phone_number::{PhoneNumber, grouped};
pub use crate::spreadsheet::Style;
use crate::store::StoreError;
use crate::types::{Cost, HistoryFilter, MessagePage, MessageState, MessageView};
use filter::Selection;

/// Messages on one page.
const PAGE: u32 = 100;

const COLUMNS: &str =
    "message.id, state, reason, detail, recipient_name, recipient_number, body, sender_name, sender_number,
    created_at, due_at, predicted_segments, billed_segments, cost, currency, balance_before, balance_after,
    balance_after_at, due_chosen, undecided_at, repeats, revision, predicted_cost, predicted_currency";

/// A page of the messages that fit, older than the one with the id `before`.
///
/// # Errors
/// [`StoreError`].
pub fn page(connection: &Connection, filter: &HistoryFilter, before: Option<i64>) -> Result<MessagePage, StoreError> {
    some(connection, filter, before, PAGE)
}

fn some(
    connection: &Connection,
    filter: &HistoryFilter,
    before: Option<i64>,
    most: u32,
) -> Result<MessagePage, StoreError> {
    let Some(selection) = Selection::of(connection, filter)? else {
        return Ok(MessagePage { messages: Vec::new(), more: false });
    };
    let (sql, values) = selection.page(COLUMNS, before, most + 1);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut reader = Reader::default();
    let rows = statement.query_map(params_from_iter(values), |row| reader.view(row))?;
    let mut messages: Vec<MessageView> = rows.collect::<Result<_, _>>()?;
    let more = messages.len() > most as usize;
    messages.truncate(most as usize);
    Ok(MessagePage { messages, more })
}

/// The last messages to a number, newest first, `most` at most.
///
/// # Errors
/// [`StoreError`].
pub fn recent_to(connection: &Connection, number: &PhoneNumber, most: u32) -> Result<Vec<MessageView>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM message INDEXED BY message_by_recipient
         WHERE recipient_number = ?1 ORDER BY created_at DESC, message.id DESC LIMIT ?2"
    ))?;
    let mut reader = Reader::default();
    let messages = statement.query_map((number.as_str(), most), |row| reader.view(row))?;
    Ok(messages.collect::<Result<_, _>>()?)
}

/// One message.
///
/// # Errors
/// [`StoreError`].
pub fn message(connection: &Connection, id: i64) -> Result<Option<MessageView>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM message WHERE id = ?1"))?;
    Ok(statement.query_row([id], |row| Reader::default().view(row)).optional()?)
}

/// How many messages are in a state.
///
/// # Errors
/// [`StoreError`].
pub fn count(connection: &Connection, state: MessageState) -> Result<u32, StoreError> {
    Ok(connection.query_row("SELECT count(*) FROM message WHERE state = ?1", [state], |row| row.get(0))?)
}

/// Reads messages one after the other.
#[derive(Default)]
struct Reader {
    /// The last sender's number, as it is kept and as it is shown: most messages of a page have the same one.
    sender: Option<(String, String)>,
}

impl Reader {
    fn view(&mut self, row: &Row<'_>) -> rusqlite::Result<MessageView> {
        let number = PhoneNumber::stored(row.get(5)?);
        let billed_differs = estimate::differs(
            (row.get(11)?, row.get(12)?),
            cost(row.get(22)?, row.get(23)?).as_ref(),
            cost(row.get(13)?, row.get(14)?).as_ref(),
        );
        Ok(MessageView {
            id: row.get(0)?,
            state: row.get(1)?,
            reason: row.get(2)?,
            detail: row.get(3)?,
            name: row.get(4)?,
            number: number.grouped(),
            e164: number.to_string(),
            body: row.get(6)?,
            sender_name: row.get(7)?,
            sender_number: self.sender_number(row.get(8)?),
            at: row.get(9)?,
            due_at: row.get(10)?,
            predicted_segments: row.get(11)?,
            billed_segments: row.get(12)?,
            cost: row.get(13)?,
            currency: row.get(14)?,
            billed_differs,
            balance_before: row.get(15)?,
            balance_after: row.get(16)?,
            balance_after_at: row.get(17)?,
            due_chosen: row.get(18)?,
            undecided_at: row.get(19)?,
            repeats: row.get(20)?,
            revision: row.get(21)?,
        })
    }

    fn sender_number(&mut self, number: String) -> String {
        match &self.sender {
            Some((last, shown)) if *last == number => shown.clone(),
            _ => {
                let shown = grouped(&number);
                self.sender = Some((number, shown.clone()));
                shown
            }
        }
    }
}

fn cost(amount: Option<String>, currency: Option<String>) -> Option<Cost> {
    amount.map(|amount| Cost { amount, currency })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper;

    #[test]
    fn each_message_has_its_own_sender_whoever_sent_the_one_before() {
        let (_folder, store) = paper::with(&["a", "b", "c", "d"]);
        let other = "UPDATE message SET sender_number = '+491713920001' WHERE body IN ('b', 'd')";
        store.now(|c| c.execute(other, [])).unwrap();
        let page = store.now(|c| page(c, &HistoryFilter::default(), None)).unwrap();
        let senders: Vec<&str> = page.messages.iter().map(|message| &*message.sender_number).collect();
        assert_eq!(senders, ["+49 171 3920001", "+49 30 90182", "+49 171 3920001", "+49 30 90182"]);
    }
}
