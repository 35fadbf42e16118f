//! Contacts into a file that other programs read rightly: cards of version 4.0, or a table.
//!
//! Written beside the file that was asked for, which appears only when it is whole.

mod cards;
mod table;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use csv::{Terminator, Writer, WriterBuilder};
use tempfile::{NamedTempFile, TempPath};

use super::error::ExchangeError;
use super::person::Person;
use crate::spreadsheet::Style;

/// Writes people as cards (vCard 4.0); how many there are.
///
/// # Errors
/// [`ExchangeError::File`].
pub fn write_cards(target: &Path, people: &[Person], style: Style) -> Result<u32, ExchangeError> {
    let (file, unfinished) = beside(target)?;
    let mut out = BufWriter::new(file);
    for person in people {
        out.write_all(cards::card(person, style).as_bytes())?;
    }
    let file = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    put(&file, unfinished, target)?;
    Ok(u32::try_from(people.len()).unwrap_or(u32::MAX))
}

/// Writes people as a table (CSV) with headers, as spreadsheets of a language open it; how many there are.
///
/// # Errors
/// [`ExchangeError::File`].
pub fn write_table(target: &Path, people: &[Person], style: Style) -> Result<u32, ExchangeError> {
    let mut file = Table::begin(target, style)?;
    let most = people.iter().map(|person| person.numbers.len()).max().unwrap_or_default();
    file.row(&table::headers(most, style))?;
    for person in people {
        file.row(&table::cells(person, most))?;
    }
    Ok(file.finish()?.saturating_sub(1))
}

/// A table being written. Dropped before [`Table::finish`], it leaves nothing.
pub(super) struct Table {
    writer: Writer<File>,
    unfinished: TempPath,
    target: PathBuf,
    rows: u32,
}

impl Table {
    pub(super) fn begin(target: &Path, style: Style) -> Result<Self, ExchangeError> {
        let (mut file, unfinished) = beside(target)?;
        file.write_all("\u{feff}".as_bytes())?;
        let mut builder = WriterBuilder::new();
        builder.delimiter(style.separator()).terminator(Terminator::CRLF);
        Ok(Self { writer: builder.from_writer(file), unfinished, target: target.to_owned(), rows: 0 })
    }

    pub(super) fn row(&mut self, cells: &[String]) -> Result<(), ExchangeError> {
        self.rows = self.rows.saturating_add(1);
        Ok(self.writer.write_record(cells)?)
    }

    pub(super) fn finish(self) -> Result<u32, ExchangeError> {
        let file = self.writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
        put(&file, self.unfinished, &self.target)?;
        Ok(self.rows)
    }
}

/// A new file in the folder of the one that was asked for, which nobody else can read.
fn beside(target: &Path) -> Result<(File, TempPath), ExchangeError> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(NamedTempFile::with_prefix_in(".famulor-sms-", folder)?.into_parts())
}

fn put(file: &File, unfinished: TempPath, target: &Path) -> Result<(), ExchangeError> {
    file.sync_all()?;
    Ok(unfinished.persist(target).map_err(|failed| failed.error)?)
}
