//! The messages of a filter in a file that Excel opens rightly: CSV with a byte order mark, in the person's language.
//!
//! Written in steps, so that the database is never taken for long, into a file beside the one that was asked for, which
//! appears only when it is whole.

use std::io;
use std::path::Path;

use jiff::tz::TimeZone;
use rusqlite::{Connection, params_from_iter};
use thiserror::Error;

use super::filter::Selection;
use super::sum::is_paid;
use crate::spreadsheet::{Style, Table, harmless};
use crate::store::StoreError;
use crate::types::{ExportProgress, HistoryFilter, MessageState, MessageView};

/// Messages written in one step.
const BATCH: u32 = 1_000;

/// Why there is no file. Nothing half is left.
#[derive(Debug, Error)]
pub enum ExportError {
    /// It cannot be written there.
    #[error("the file cannot be written: {0}")]
    File(#[from] io::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for ExportError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// The file in the person's words.
pub struct ExportWords {
    /// Time, state, name, number, text, sender's name, sender's number, parts, cost, currency.
    pub headers: [String; 10],
    /// The word for a state.
    pub state: Box<dyn Fn(MessageState) -> String + Send>,
    /// How times and amounts are written, and what stands between the cells.
    pub style: Style,
}

/// An export under way. Dropped before [`Export::finish`], it leaves nothing.
pub struct Export {
    table: Table,
    filter: HistoryFilter,
    words: ExportWords,
    zone: TimeZone,
    before: Option<i64>,
    progress: Option<ExportProgress>,
}

impl Export {
    /// Begins a file at `target` with its headers; what stands there now stays until the end.
    ///
    /// # Errors
    /// [`ExportError::File`].
    pub fn begin(target: &Path, filter: HistoryFilter, words: ExportWords) -> Result<Self, ExportError> {
        let table = Table::begin(target, words.style, &words.headers)?;
        Ok(Self { table, filter, words, zone: TimeZone::system(), before: None, progress: None })
    }

    /// Writes some more, newest first, and says how far it is; none when all is written.
    ///
    /// # Errors
    /// [`ExportError`]; drop it then.
    pub fn next_batch(&mut self, connection: &Connection) -> Result<Option<ExportProgress>, ExportError> {
        let mut progress = match self.progress {
            Some(progress) => progress,
            None => ExportProgress { done: 0, total: count(connection, &self.filter)? },
        };
        let batch = super::some(connection, &self.filter, self.before, BATCH)?.messages;
        for message in &batch {
            let cells = self.cells(message);
            self.table.row(cells)?;
        }
        progress.done += u32::try_from(batch.len()).unwrap_or(BATCH);
        progress.total = progress.total.max(progress.done);
        self.before = batch.last().map(|message| message.id).or(self.before);
        self.progress = Some(progress);
        Ok((!batch.is_empty()).then_some(progress))
    }

    /// Puts the file in its place, synced to the disk; how many messages it holds.
    ///
    /// # Errors
    /// [`ExportError::File`].
    pub fn finish(self) -> Result<u32, ExportError> {
        self.table.finish()?;
        Ok(self.progress.map_or(0, |progress| progress.done))
    }

    fn cells(&self, message: &MessageView) -> [String; 10] {
        let style = self.words.style;
        let parts = message.billed_segments.unwrap_or(message.predicted_segments);
        [
            style.time(message.at, &self.zone),
            harmless(&(self.words.state)(message.state)),
            harmless(message.name.as_deref().unwrap_or_default()),
            harmless(&message.number),
            harmless(&message.body),
            harmless(message.sender_name.as_deref().unwrap_or_default()),
            harmless(&message.sender_number),
            if is_paid(message.state) { parts.to_string() } else { String::new() },
            message.cost.as_deref().map(|cost| style.amount(cost)).unwrap_or_default(),
            harmless(message.currency.as_deref().unwrap_or_default()),
        ]
    }
}

fn count(connection: &Connection, filter: &HistoryFilter) -> Result<u32, StoreError> {
    let Some(selection) = Selection::of(connection, filter)? else { return Ok(0) };
    let (sql, values) = selection.count();
    Ok(connection.query_row(&sql, params_from_iter(values), |row| row.get(0))?)
}
