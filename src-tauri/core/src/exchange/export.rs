//! Contacts into a file that other programs read rightly: cards of version 4.0, or a table.

mod cards;
mod table;

use std::io::{BufWriter, IntoInnerError, Write as _};
use std::path::Path;

use super::error::ExchangeError;
use crate::contacts::Person;
use crate::new_file::NewFile;
use crate::spreadsheet::{Style, Table};

/// Writes people as cards (vCard 4.0); how many there are.
///
/// # Errors
/// [`ExchangeError::File`].
pub fn write_cards(target: &Path, people: &[Person], style: Style) -> Result<u32, ExchangeError> {
    let mut file = BufWriter::new(NewFile::begin(target)?);
    for person in people {
        file.write_all(cards::card(person, style).as_bytes())?;
    }
    file.into_inner().map_err(IntoInnerError::into_error)?.finish()?;
    Ok(u32::try_from(people.len()).unwrap_or(u32::MAX))
}

/// Writes people as a table (CSV) with headers, as spreadsheets of a language open it; how many there are.
///
/// # Errors
/// [`ExchangeError::File`].
pub fn write_table(target: &Path, people: &[Person], style: Style) -> Result<u32, ExchangeError> {
    let most = people.iter().map(|person| person.numbers.len()).max().unwrap_or_default();
    let mut file = Table::begin(target, style, table::headers(most, style))?;
    for person in people {
        file.row(table::cells(person, most))?;
    }
    file.finish()?;
    Ok(u32::try_from(people.len()).unwrap_or(u32::MAX))
}
