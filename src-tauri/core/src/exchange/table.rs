//! Tables: which sign separates the cells, and every row with its line, also behind a row whose quotation marks are
//! broken.
//!
//! The crate `csv` reads on to the end of the file where a closing quotation mark is missing, and takes everything up to
//! there for one cell. Such a row is named, and reading goes on in the line after its first.

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::columns;
use super::row::{Row, Written};
use crate::spreadsheet::as_written;
use crate::types::{Mapping, Meaning, UnreadableReason};

/// Cells of one row at most.
pub(super) const MOST_FIELDS: usize = 1_000;

const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// Rows that are looked at to find the separator.
const LOOKED_AT: usize = 20;

/// A row: the line it begins in, what stands there, its cells.
pub(super) struct Cells<'a> {
    pub(super) line: u32,
    pub(super) raw: &'a str,
    pub(super) cells: Result<Vec<String>, UnreadableReason>,
}

/// The sign that separates the cells, and the table behind the line in which Excel names it, with the number of its
/// first line.
pub(super) fn separator(text: &str) -> (u8, &str, u32) {
    if let Some(rest) = text.get(..4).filter(|mark| mark.eq_ignore_ascii_case("sep=")).and_then(|_| text.get(4..)) {
        let line = rest.split(['\r', '\n']).next().unwrap_or_default();
        if let &[separator @ (b';' | b',' | b'\t')] = line.as_bytes() {
            let table = rest.get(1..).unwrap_or_default();
            return (
                separator,
                table.strip_prefix("\r\n").or_else(|| table.strip_prefix(['\r', '\n'])).unwrap_or(table),
                2,
            );
        }
    }
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| fitness(text, *separator));
    (best.unwrap_or(b';'), text, 1)
}

/// The one that makes most known headers; else the most cells that stand in every row. One that makes far too many is it.
fn fitness(text: &str, separator: u8) -> (usize, usize) {
    let mut rows = Rows::new(text, separator, 1).take(LOOKED_AT).map(|row| row.cells).peekable();
    if rows.peek() == Some(&Err(UnreadableReason::TooManyFields)) {
        return (usize::MAX, 0);
    }
    let rows: Vec<Vec<String>> = rows.filter_map(Result::ok).collect();
    let headers = rows.first().map_or(0, |headers| columns::known(headers));
    (headers, rows.iter().map(Vec::len).min().unwrap_or_default())
}

/// The rows of a table that are not empty.
pub(super) struct Rows<'a> {
    text: &'a str,
    separator: u8,
    reader: Reader<&'a [u8]>,
    /// The byte that the reader began at, and the line that comes next.
    begin: usize,
    line: u32,
    line_end: char,
    record: ByteRecord,
}

impl<'a> Rows<'a> {
    pub(super) fn new(text: &'a str, separator: u8, line: u32) -> Self {
        let reader = reader(text, separator);
        let line_end = if text.contains('\n') { '\n' } else { '\r' };
        Self { text, separator, reader, begin: 0, line, line_end, record: ByteRecord::new() }
    }

    /// The next row; an empty line has none and counts all the same.
    fn read(&mut self) -> Option<Cells<'a>> {
        let start = self.at();
        let is_there = self.reader.read_byte_record(&mut self.record).is_ok_and(|is_there| is_there);
        let all = self.text.get(start..self.at()).filter(|_| is_there)?;
        let raw = all.trim_start_matches(['\r', '\n']);
        let line = self.line.saturating_add(self.line_ends(&all[..all.len() - raw.len()]));
        if is_broken(raw, self.separator) {
            let first = raw.split_inclusive(self.line_end).next().unwrap_or(raw);
            self.begin = start + all.len() - raw.len() + first.len();
            self.line = line.saturating_add(1);
            self.reader = reader(self.text.get(self.begin..).unwrap_or_default(), self.separator);
            return Some(Cells { line, raw: first, cells: Err(UnreadableReason::BrokenQuotes) });
        }
        self.line = line.saturating_add(self.line_ends(raw));
        Some(Cells { line, raw, cells: cells(&self.record) })
    }

    fn at(&self) -> usize {
        self.begin + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    fn line_ends(&self, text: &str) -> u32 {
        u32::try_from(text.matches(self.line_end).count()).unwrap_or(u32::MAX)
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Cells<'a>;

    fn next(&mut self) -> Option<Cells<'a>> {
        loop {
            let row = self.read()?;
            if !row.cells.as_ref().is_ok_and(|cells| cells.iter().all(String::is_empty)) {
                return Some(row);
            }
        }
    }
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn cells(record: &ByteRecord) -> Result<Vec<String>, UnreadableReason> {
    if record.len() > MOST_FIELDS {
        return Err(UnreadableReason::TooManyFields);
    }
    Ok(record.iter().map(|cell| as_written(String::from_utf8_lossy(cell).trim()).to_owned()).collect())
}

/// Whether a row of several lines is one only because a quotation mark is missing: then a cell does not end where its
/// quotation mark does. Within one line the crate makes the best of it.
fn is_broken(raw: &str, separator: u8) -> bool {
    let ends = [char::from(separator), '\r', '\n'];
    let mut rest = raw.trim_end_matches(['\r', '\n']);
    if !rest.contains(['\r', '\n']) {
        return false;
    }
    loop {
        let end = match rest.strip_prefix('"') {
            Some(inside) => closing(inside).map(|end| end + 1),
            None => Some(rest.find(ends).unwrap_or(rest.len())),
        };
        let Some(behind) = end.and_then(|end| rest.get(end..)) else { return true };
        match behind.strip_prefix(char::from(separator)) {
            Some(next) => rest = next,
            None => return !behind.is_empty(),
        }
    }
}

/// Behind the quotation mark that closes a cell: one that is not doubled.
fn closing(inside: &str) -> Option<usize> {
    let bytes = inside.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.get(at..)?.iter().position(|b| *b == b'"') {
        at += found;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
    None
}

/// The person in a row.
pub(super) fn row<'a>(row: Cells<'a>, mapping: &Mapping) -> Row<'a> {
    Row {
        line: row.line,
        content: row.raw.trim_end_matches(['\r', '\n']),
        written: row.cells.map(|cells| written(cells, mapping)),
    }
}

fn written(cells: Vec<String>, mapping: &Mapping) -> Written {
    let mut person = Written::default();
    let (mut label, mut reason, mut since) = (String::new(), String::new(), String::new());
    let too_many = cells.iter().skip(mapping.columns.len()).filter(|cell| !cell.is_empty());
    person.too_many = too_many.cloned().collect();
    for (cell, meaning) in cells.into_iter().zip(&mapping.columns).filter(|(cell, _)| !cell.is_empty()) {
        match meaning {
            Meaning::Ignored => {}
            Meaning::Given => join(&mut person.given, " ", &cell),
            Meaning::Family => join(&mut person.family, " ", &cell),
            Meaning::FullName => join(&mut person.full, " ", &cell),
            Meaning::Organisation => join(&mut person.organisation, ", ", &cell),
            Meaning::Department => join(&mut person.department, ", ", &cell),
            Meaning::Note => join(&mut person.note, "\n", &cell),
            Meaning::NumberLabel => label = cell,
            Meaning::Number { label: usual } => {
                let own = std::mem::take(&mut label);
                person.numbers.push((if own.is_empty() { usual.clone() } else { own }, cell));
            }
            Meaning::Favourite => person.is_favourite = true,
            Meaning::DoNotWrite => reason = cell,
            Meaning::DoNotWriteSince => since = cell,
        }
    }
    person.do_not_write = (!reason.is_empty() || !since.is_empty()).then_some((reason, since));
    person
}

fn join(field: &mut String, between: &str, more: &str) {
    if !field.is_empty() {
        field.push_str(between);
    }
    field.push_str(more);
}
