//! Putting another database in the place of the one that is there, so that a kill at any moment leaves one or the other.
//!
//! A finished `replacement.db` alone decides: where there is one, everything of the old database is set aside (a `-wal`
//! left beside a new database would be played into it; a database without its `-wal` may look older and sound), and only
//! then it takes the name.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::lock::{Lock, Mark};
use super::{APPLICATION_ID, FILE_NAME, StoreError, folder, health, migrations, snapshot, stamp};
use crate::clock::Millis;
use crate::outbox;

/// A finished replacement, which the next start puts in place.
pub(super) const REPLACEMENT: &str = "replacement.db";

/// Where what was replaced is kept.
pub(super) const SET_ASIDE: &str = "set-aside";

/// The files of a database, the one that tells whether it is there first.
const FILES: [&str; 4] = ["famulor-sms.db", "famulor-sms.db-wal", "famulor-sms.db-shm", "famulor-sms.db-journal"];

/// Opens a copy of a database of ours: a backup, or a file that the person chose.
///
/// # Errors
/// [`StoreError::NotOurs`], [`StoreError::FromNewerVersion`], [`StoreError::Damaged`], or that it cannot be read.
pub(super) fn examine(copy: &Path) -> Result<Connection, StoreError> {
    let copy = snapshot::open_to_read(copy)?;
    let (id, _) = health::first_look(&copy)?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotOurs);
    }
    migrations::done(&copy)?;
    health::check(&copy)?;
    Ok(copy)
}

/// Makes the replacement from a copy. What is open in it becomes unclear: it may have been sent since. How many
/// messages that are.
pub(super) fn from_copy(data: &Path, copy: &Connection, now: Millis) -> Result<u32, StoreError> {
    snapshot::write(copy, &data.join(REPLACEMENT), |replacement| {
        migrations::apply(replacement)?;
        outbox::settle_restored(replacement, now)
    })
}

/// Makes the replacement with nothing in it.
pub(super) fn empty(data: &Path) -> Result<(), StoreError> {
    let mut nothing = Connection::open_in_memory()?;
    migrations::apply(&mut nothing)?;
    snapshot::write(&nothing, &data.join(REPLACEMENT), |_| Ok(()))
}

/// Puts a finished replacement in place, if there is one.
pub(super) fn finish(data: &Path, lock: &Lock, now: Millis) -> Result<(), StoreError> {
    let replacement = data.join(REPLACEMENT);
    if folder::length(&replacement)?.is_none() {
        return Ok(());
    }
    // What was damaged goes: the replacement must not be replaced in its turn.
    if lock.mark()? == Mark::Damaged {
        lock.set(Mark::Running)?;
    }
    set_aside(data, now)?;
    fs::rename(&replacement, data.join(FILE_NAME))?;
    Ok(folder::sync(data)?)
}

/// Copies a database of a newer version to where nothing happens to it, once.
pub(super) fn keep_newer(data: &Path) -> Result<(), StoreError> {
    let (kept, unfinished) = (data.join(SET_ASIDE).join("newer-version"), data.join(SET_ASIDE).join("newer.part"));
    if folder::length(&kept)?.is_some() {
        return Ok(());
    }
    folder::make_private(&data.join(SET_ASIDE))?;
    folder::make_private(&unfinished)?;
    for name in FILES.iter().take(2).filter(|name| data.join(name).exists()) {
        folder::make_file_private(&unfinished.join(name))?;
        fs::copy(data.join(name), unfinished.join(name))?;
    }
    Ok(fs::rename(&unfinished, &kept)?)
}

/// Moves every file of the database to a folder of its own, named after the time.
fn set_aside(data: &Path, now: Millis) -> Result<(), StoreError> {
    let aside = data.join(SET_ASIDE);
    let unfinished = aside.join("unfinished");
    folder::make_private(&aside)?;
    if unfinished.join(FILE_NAME).exists() && data.join(FILE_NAME).exists() {
        name(&aside, &unfinished, now)?;
    }
    folder::make_private(&unfinished)?;
    let mut moved = false;
    for file in FILES {
        moved |= folder::move_if_there(&data.join(file), &unfinished.join(file))?;
    }
    folder::sync(&unfinished)?;
    folder::sync(data)?;
    if moved || unfinished.join(FILE_NAME).exists() { name(&aside, &unfinished, now) } else { Ok(()) }
}

/// Gives what is set aside the first name that is free.
fn name(aside: &Path, unfinished: &Path, now: Millis) -> Result<(), StoreError> {
    let stamp = stamp::of(now)?;
    let free = (1_u32..).map(|number| match number {
        1 => aside.join(&stamp),
        _ => aside.join(format!("{stamp}-{number}")),
    });
    for folder in free {
        if folder::length(&folder)?.is_none() {
            fs::rename(unfinished, folder)?;
            break;
        }
    }
    Ok(folder::sync(aside)?)
}
