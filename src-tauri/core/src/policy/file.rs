//! The policy as a file, which counts only where administrators alone can have written it.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::{PolicyFault, Rules, json};

/// The user whom system files belong to.
pub(super) const ROOT: u32 = 0;

/// More is no policy.
const LARGEST: u64 = 64 * 1024;

/// Writable for the group (or by a list of rights, whose mask stands in its place) or for everybody.
const WRITABLE_FOR_OTHERS: u32 = 0o022;

/// The rules in a file that `owner` alone can write, as its folder; none where there is no file.
pub(super) fn read(path: &Path, owner: u32) -> Result<Rules, PolicyFault> {
    let file = match fs::symlink_metadata(path) {
        Ok(file) => file,
        Err(error) if is_absent(&error) => return Ok(Rules::NONE),
        Err(_) => return Err(PolicyFault::Unreadable),
    };
    let folder = path.parent().ok_or(PolicyFault::Unreadable)?;
    let folder = fs::symlink_metadata(folder).map_err(|_| PolicyFault::Unreadable)?;
    // A link is followed to a place whose rights nobody has looked at.
    if !file.is_file() || !folder.is_dir() {
        return Err(PolicyFault::Unreadable);
    }
    // The folder first: if it is protected, nobody exchanges the file between the look at it and its opening.
    if !is_protected(&folder, owner) || !is_protected(&file, owner) {
        return Err(PolicyFault::NotProtected);
    }
    json::rules_in(&content(path)?)
}

/// No file, or no folder in which it could be.
fn is_absent(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

fn is_protected(found: &Metadata, owner: u32) -> bool {
    found.uid() == owner && found.mode() & WRITABLE_FOR_OTHERS == 0
}

fn content(path: &Path) -> Result<Vec<u8>, PolicyFault> {
    let mut content = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut content));
    match read {
        Ok(length) if length as u64 <= LARGEST => Ok(content),
        Ok(_) | Err(_) => Err(PolicyFault::Unreadable),
    }
}
