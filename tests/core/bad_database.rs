//! Databases that are broken, foreign, too new, held or out of reach: never a panic, and nothing is thrown away.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use famulor_sms_core::clock::SystemClock;
use famulor_sms_core::outbox::{self, Outbox};
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::policy::Policy;
use famulor_sms_core::store::{Opened, Store, StoreError};
use famulor_sms_core::{contacts, draft, history, session};
use famulor_sms_tests::paper;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::dice::Dice;

const FLIPS: u64 = 1000;

/// The bytes of a database with something in every table, small enough to be broken a thousand times.
fn sample() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    store
        .now(|c| {
            let anna = PhoneNumber::parse("+4915123456789", "DE".parse().unwrap()).unwrap();
            contacts::save_name(c, "Anna Beck", &anna, 1)?;
            for (number, state) in ["sent", "rejected", "unclear", "queued", "held", "sending"].iter().enumerate() {
                paper::message(c, &format!("Nachricht {number}, {}", "lang ".repeat(40)), state)?;
            }
            c.execute_batch(
                "INSERT INTO draft (id, recipient, body, changed_at) VALUES ('d', 'Anna', 'Halb', 1);
                 INSERT INTO sender (id, number, position) VALUES (1, '+491713920001', 0);
                 INSERT INTO account (id, key_generation, name, email, checked_at, key_is_kept)
                     VALUES (1, 1, 'Büro', 'a@b.example', 1, 1);",
            )?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    drop(store);
    fs::read(folder.path().join("famulor-sms.db")).unwrap()
}

fn folder_with(database: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("famulor-sms.db");
    fs::write(&file, database).unwrap();
    (folder, file)
}

/// What a start does: opens, settles the last run, checks as after a bad end, and reads everything that is shown.
fn start(folder: &Path) -> Result<Opened, StoreError> {
    let opened = paper::start(folder)?;
    // Each of these may fail where something is broken; none may panic.
    let _ = Outbox::start(opened.store.clone(), Arc::new(SystemClock), Policy::default());
    let _ = opened.store.check();
    read_everything(&opened.store);
    Ok(opened)
}

fn read_everything(store: &Store) {
    let _ = store.now(|c| draft::all(c));
    let _ = store.now(|c| contacts::suggest(c, "anna"));
    let _ = store.now(|c| session::account(c));
    let _ = store.now(|c| session::senders(c));
    let _ = store.now(|c| outbox::waiting(c));
    for id in 1..8 {
        let _ = store.now(|c| history::message(c, id));
    }
}

/// The databases that were set aside.
fn set_aside(folder: &Path) -> Vec<Vec<u8>> {
    let files = paper::files_below(&folder.join("set-aside"));
    files.iter().filter(|file| file.ends_with("famulor-sms.db")).map(|file| fs::read(file).unwrap()).collect()
}

/// What SQLite's check of this kind says of the database that is in use.
fn check(folder: &Path, kind: &str) -> String {
    let file = folder.join("famulor-sms.db");
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    connection.query_row(&format!("PRAGMA {kind}"), [], |row| row.get(0)).unwrap()
}

/// Starts with this database twice, as somebody does who is told that it is damaged. Whether it was replaced.
fn survive(database: &[u8], what: &str) -> bool {
    let (folder, file) = folder_with(database);
    fs::write(folder.path().join("famulor-sms.lock"), "r").unwrap();
    let start = || {
        let started = catch_unwind(AssertUnwindSafe(|| start(folder.path())));
        let started = started.unwrap_or_else(|_| panic!("{what}: a panic"));
        match started {
            Ok(opened) => Some(opened.repaired.is_some()),
            Err(StoreError::FromNewerVersion) => None,
            Err(error) => panic!("{what}: {error:?}"),
        }
    };
    let Some(first) = start() else {
        assert!(set_aside(folder.path()) == [database] && fs::read(&file).unwrap() == database, "{what}");
        return false;
    };
    let broken = if first { database.to_vec() } else { fs::read(&file).unwrap() };
    let second = start().unwrap();
    assert!(!(first && second), "{what}: repaired twice");
    let replaced = first || second;
    let aside = set_aside(folder.path());
    if replaced {
        assert!(aside == [broken], "{what}: the broken database was not kept as it was");
        assert_eq!(check(folder.path(), "integrity_check"), "ok", "{what}");
    } else {
        assert!(aside.is_empty(), "{what}");
        assert_eq!(check(folder.path(), "quick_check"), "ok", "{what}");
    }
    replaced
}

#[test]
fn a_thousand_flipped_bits_break_nothing_that_is_not_set_aside() {
    let (sample, seed) = (sample(), Dice::seed());
    println!("seed {seed}, {} bytes", sample.len());
    let lanes = 4;
    let replaced: usize = thread::scope(|scope| {
        let sample = &sample;
        let lane = |number: u64| {
            move || {
                let mut dice = Dice::new(seed.wrapping_add(number));
                let flips = (0..FLIPS / lanes).filter(|_| {
                    let (byte, bit) = (dice.below(sample.len()), dice.below(8));
                    let mut broken = sample.clone();
                    broken[byte] ^= 1 << bit;
                    survive(&broken, &format!("bit {bit} of byte {byte}"))
                });
                flips.count()
            }
        };
        let lanes: Vec<_> = (0..lanes).map(|number| scope.spawn(lane(number))).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).sum()
    });
    println!("{replaced} of {FLIPS} were found to be broken and replaced");
    assert!(replaced > 20, "hardly any flip was found: {replaced}");
}

/// SQLite calls a format that it does not know an error, and not damage.
#[test]
fn a_format_that_sqlite_does_not_know_is_damage() {
    /// Where the header has the format of the schema, four at most.
    const FORMAT: usize = 47;
    let sample = sample();
    for bit in 3..8 {
        let mut broken = sample.clone();
        broken[FORMAT] ^= 1 << bit;
        assert!(survive(&broken, &format!("bit {bit} of the format")), "bit {bit} of the format was not found");
    }
}

#[test]
fn a_database_cut_off_anywhere_is_set_aside() {
    let sample = sample();
    let lengths = [1, 15, 16, 50, 99, 100, 101, 511, 512, 1024, 4095, 4096, 4097, 8192, 12_288];
    for length in lengths.into_iter().chain((16_384..sample.len()).step_by(4096)) {
        assert!(survive(&sample[..length], &format!("{length} bytes")), "{length} bytes were taken for whole");
    }
}

#[test]
fn a_database_of_a_newer_version_stays_and_is_kept_aside_once() {
    let (folder, file) = folder_with(&sample());
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let newer = fs::read(&file).unwrap();
    for _ in 0..2 {
        assert!(matches!(start(folder.path()), Err(StoreError::FromNewerVersion)));
        assert_eq!(fs::read(&file).unwrap(), newer);
        assert_eq!(set_aside(folder.path()), [newer.as_slice()]);
    }
}

#[test]
fn a_database_that_another_program_holds_stays() {
    let (folder, file) = folder_with(&sample());
    let other = Connection::open(&file).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE draft SET body = 'Anders'").unwrap();
    match start(folder.path()) {
        Err(StoreError::Sqlite(error)) => {
            assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseBusy));
        }
        other => panic!("it was opened all the same: {other:?}"),
    }
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    let store = start(folder.path()).unwrap().store;
    assert_eq!(store.now(|c| draft::all(c)).unwrap()[0].body, "Anders");
    assert!(!folder.path().join("set-aside").exists());
}

#[test]
fn a_folder_in_the_place_of_the_database_stays() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("famulor-sms.db/something")).unwrap();
    assert!(matches!(start(folder.path()), Err(StoreError::Folder(_))));
    assert!(folder.path().join("famulor-sms.db/something").exists());
}
