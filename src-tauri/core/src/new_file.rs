//! A file that a person asked for: written beside its place, and put there only when it is whole.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

/// A file being written, which nobody else can read. Dropped before [`NewFile::finish`], it leaves nothing, and what
/// stood in its place stays.
#[derive(Debug)]
pub struct NewFile {
    file: File,
    unfinished: TempPath,
    target: PathBuf,
}

impl NewFile {
    /// Begins a file that is to stand at `target`.
    ///
    /// # Errors
    /// The folder is not there or cannot be written to.
    pub fn begin(target: &Path) -> io::Result<Self> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (file, unfinished) = NamedTempFile::with_prefix_in(".famulor-sms-", folder)?.into_parts();
        Ok(Self { file, unfinished, target: target.to_owned() })
    }

    /// Puts the file in its place, synced to the disk.
    ///
    /// # Errors
    /// It cannot be written to the end or not be put there.
    pub fn finish(self) -> io::Result<()> {
        self.file.sync_all()?;
        self.unfinished.persist(self.target).map(|_| ()).map_err(|failed| failed.error)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn what_stood_there_stays_until_the_new_file_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("Kontakte.csv");
        std::fs::write(&target, "alt").unwrap();
        let mut file = NewFile::begin(&target).unwrap();
        file.write_all(b"neu").unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"alt");
        file.finish().unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"neu");
        assert_eq!(names(folder.path()), ["Kontakte.csv"]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = NewFile::begin(&folder.path().join("Kontakte.csv")).unwrap();
        file.write_all(b"halb").unwrap();
        drop(file);
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }

    #[test]
    fn a_folder_that_is_not_there_is_said_at_once() {
        let folder = tempfile::tempdir().unwrap();
        assert!(NewFile::begin(&folder.path().join("weg").join("Kontakte.csv")).is_err());
    }
}
