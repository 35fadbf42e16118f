//! A file that was opened: its text, and how it is read.

use super::error::ExchangeError;
use super::row::Row;
use super::table::{self, Rows};
use super::{cards, columns};
use crate::decode::decode;
use crate::spreadsheet::Style;
use crate::types::{FileKind, Mapping, UnreadableReason};

/// Bytes of a file at most.
const LARGEST: usize = 50 * 1024 * 1024;

/// Rows or cards at most.
const MOST_ROWS: usize = 250_000;

/// A file that contacts come from.
#[derive(Debug, Clone)]
pub struct Source {
    pub(super) kind: FileKind,
    pub(super) encoding: &'static str,
    pub(super) style: Style,
    text: String,
    table: Option<Table>,
    /// Rows or cards, with the header.
    rows: usize,
}

/// Where a table begins, and what separates its cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    pub(super) separator: u8,
    begin: usize,
    line: u32,
}

impl Source {
    /// Opens a file; the usual labels of numbers will be in the language of `style`.
    ///
    /// # Errors
    /// [`ExchangeError::TooLarge`], [`ExchangeError::NotText`], [`ExchangeError::Empty`],
    /// [`ExchangeError::TooManyColumns`] or [`ExchangeError::TooManyRows`].
    pub fn open(bytes: &[u8], style: Style) -> Result<Self, ExchangeError> {
        if bytes.len() > LARGEST {
            return Err(ExchangeError::TooLarge);
        }
        let (text, encoding) = decode(bytes);
        if text.contains('\0') {
            return Err(ExchangeError::NotText);
        }
        let kind = if cards::are_there(&text) { FileKind::VCard } else { FileKind::Table };
        let table = (kind == FileKind::Table).then(|| {
            let (separator, table, line) = table::separator(&text);
            Table { separator, begin: text.len() - table.len(), line }
        });
        let source = Self { kind, encoding, style, text, table, rows: 0 };
        Ok(Self { rows: source.check()?, ..source })
    }

    /// How many rows there are, unless those are too many or too wide.
    fn check(&self) -> Result<usize, ExchangeError> {
        let rows = match self.table {
            Some(table) => self.rows(table).take(MOST_ROWS + 1).count(),
            None => cards::split(&self.text).take(MOST_ROWS + 1).count(),
        };
        let first = self.table.and_then(|table| self.rows(table).next());
        match rows {
            0 => Err(ExchangeError::Empty),
            rows if rows > MOST_ROWS => Err(ExchangeError::TooManyRows),
            _ if first.is_some_and(|row| row.cells.is_err_and(|why| why == UnreadableReason::TooManyFields)) => {
                Err(ExchangeError::TooManyColumns)
            }
            rows => Ok(rows),
        }
    }

    fn rows(&self, table: Table) -> Rows<'_> {
        Rows::new(self.text.get(table.begin..).unwrap_or_default(), table.separator, table.line)
    }

    pub(super) fn table(&self) -> Option<Table> {
        self.table
    }

    /// How many people there are, or might be.
    pub(super) fn total(&self, mapping: &Mapping) -> usize {
        self.rows.saturating_sub(usize::from(self.table.is_some() && mapping.has_header))
    }

    /// The cells of the first rows of a table.
    pub(super) fn first_cells(&self, most: usize) -> Vec<Vec<String>> {
        let Some(table) = self.table else { return Vec::new() };
        self.rows(table).filter_map(|row| row.cells.ok()).take(most).collect()
    }

    /// What the columns of a table are taken for; nothing for cards.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        columns::recognise(&self.first_cells(columns::LOOKED_AT), self.style)
    }

    /// Every row or card, in the order of the file.
    pub(super) fn people<'a>(&'a self, mapping: &'a Mapping) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        match self.table {
            Some(table) => {
                let rows = self.rows(table).skip(usize::from(mapping.has_header));
                Box::new(rows.map(|row| table::row(row, mapping)))
            }
            None => Box::new(cards::split(&self.text).map(|(line, card)| cards::row(line, card, self.style))),
        }
    }
}
