//! Why a file cannot be taken in at all, or not be written.

use std::io;

use thiserror::Error;

use crate::store::StoreError;

/// Why nothing was imported or written. Nothing half is left.
#[derive(Debug, Error)]
pub enum ExchangeError {
    /// The file is larger than any address book.
    #[error("the file is too large")]
    TooLarge,
    /// There are more rows or cards in it than can be imported at once.
    #[error("there are too many rows in the file")]
    TooManyRows,
    /// Its rows have more columns than any address book.
    #[error("there are too many columns in the file")]
    TooManyColumns,
    /// It is neither cards nor a table: a workbook, a picture or another program's own format.
    #[error("the file is neither a vCard nor a CSV file")]
    NotText,
    /// There is nobody in it.
    #[error("there is nothing in the file")]
    Empty,
    /// The person changed their mind: everything is as it was.
    #[error("cancelled")]
    Cancelled,
    /// There is no such import, or it was undone already.
    #[error("there is no such import")]
    NoSuchImport,
    /// The file cannot be read or written.
    #[error("the file cannot be read or written: {0}")]
    File(#[from] io::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for ExchangeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}
