//! The lock file: one process at a time has the data open, and one byte says how the last one ended.

use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;

use super::{StoreError, folder};

const FILE_NAME: &str = "famulor-sms.lock";

/// How the process that had the data open last has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// There was none: no database was ever opened here.
    New,
    /// As it should.
    Well,
    /// It was killed or cut off, unless it is this one, which still runs.
    Running,
    /// It has found the database to be damaged.
    Damaged,
}

impl Mark {
    const fn byte(self) -> &'static [u8] {
        match self {
            Self::New => b"",
            Self::Well => b"w",
            Self::Running => b"r",
            Self::Damaged => b"d",
        }
    }

    /// Whether the database is to be looked at more closely.
    pub(super) const fn is_bad(self) -> bool {
        matches!(self, Self::Running | Self::Damaged)
    }

    const fn from_byte(byte: Option<u8>) -> Self {
        match byte {
            None => Self::New,
            Some(b'w') => Self::Well,
            Some(b'd') => Self::Damaged,
            Some(_) => Self::Running,
        }
    }
}

/// The lock, held until this is dropped.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Lock {
    /// Takes it, before anything else is touched.
    pub(super) fn take(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FILE_NAME);
        folder::make_file_private(&path)?;
        let file = File::options().read(true).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// What stands in it.
    pub(super) fn mark(&self) -> io::Result<Mark> {
        let mut file = &self.0;
        file.rewind()?;
        let mut byte = [0];
        let length = file.read(&mut byte)?;
        Ok(Mark::from_byte(byte.first().copied().filter(|_| length > 0)))
    }

    /// Writes it down, on the disk when this returns.
    pub(super) fn set(&self, mark: Mark) -> io::Result<()> {
        let mut file = &self.0;
        file.rewind()?;
        file.write_all(mark.byte())?;
        file.sync_data()
    }
}
