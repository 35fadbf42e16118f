//! A table as a file that Excel opens rightly: CSV with a byte order mark and the separator of the person's language.

use std::io::{self, Write as _};
use std::path::Path;

use csv::{Terminator, Writer, WriterBuilder};

use super::Style;
use crate::new_file::NewFile;

/// What Excel needs to see that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table being written. Dropped before [`Table::finish`], it leaves nothing.
pub(crate) struct Table {
    writer: Writer<NewFile>,
}

impl Table {
    /// Begins a table at `target` with its headers.
    pub(crate) fn begin(
        target: &Path,
        style: Style,
        headers: impl IntoIterator<Item = impl AsRef<[u8]>>,
    ) -> io::Result<Self> {
        let mut file = NewFile::begin(target)?;
        file.write_all(BYTE_ORDER_MARK.as_bytes())?;
        let mut builder = WriterBuilder::new();
        builder.delimiter(style.separator()).terminator(Terminator::CRLF);
        let mut table = Self { writer: builder.from_writer(file) };
        table.row(headers)?;
        Ok(table)
    }

    /// Writes a row of as many cells as there are headers.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> io::Result<()> {
        Ok(self.writer.write_record(cells)?)
    }

    /// Puts the file in its place, synced to the disk.
    pub(crate) fn finish(self) -> io::Result<()> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)?.finish()
    }
}
