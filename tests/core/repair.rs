//! A broken database is set aside, and the newest good backup takes its place. Nothing is sent from it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use famulor_sms_core::clock::Millis;
use famulor_sms_core::store::{Opened, Store, StoreError};
use famulor_sms_tests::office::{ANNA, Letter, Opening, quick};
use famulor_sms_tests::paper;
use famulor_sms_tests::wait::{PATIENCE, wait_for};
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::time::timeout;

use crate::backup::spoil;

const LONG_AGO: Millis = 951_782_400_000;

/// A database of which a backup was made before its last message.
fn with_a_backup() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    store.now(|c| paper::message(c, "Vor der Sicherung", "sent")).unwrap();
    store.back_up(LONG_AGO).unwrap();
    store.now(|c| paper::message(c, "Danach", "sent")).unwrap();
    store.close_well().unwrap();
    folder
}

fn open(folder: &TempDir) -> Opened {
    paper::start(folder.path()).unwrap()
}

fn bodies(store: &Store) -> Vec<String> {
    paper::messages(store).into_iter().map(|(body, _)| body).collect()
}

/// Every file that was set aside, by its name.
fn set_aside(folder: &Path, name: &str) -> Vec<Vec<u8>> {
    let files = paper::files_below(&folder.join("set-aside"));
    files.iter().filter(|file| file.ends_with(name)).map(|file| fs::read(file).unwrap()).collect()
}

/// One way in which a database breaks.
type Breaking = (&'static str, fn(&Path));

const BREAKINGS: [Breaking; 7] = [
    ("not a database", |file| fs::write(file, "not a database at all".repeat(300)).unwrap()),
    ("truncated", |file| fs::write(file, &fs::read(file).unwrap()[..9000]).unwrap()),
    ("empty", |file| fs::write(file, "").unwrap()),
    ("zeroed header", |file| {
        let mut bytes = fs::read(file).unwrap();
        bytes[..100].fill(0);
        fs::write(file, bytes).unwrap();
    }),
    ("of another program", |file| {
        Connection::open(file).unwrap().pragma_update(None, "application_id", 7).unwrap();
    }),
    ("no tables", |file| {
        fs::remove_file(file).unwrap();
        let other = Connection::open(file).unwrap();
        other.pragma_update(None, "application_id", 0x4653_4d53).unwrap();
        other.execute_batch("CREATE TABLE a (a); DROP TABLE a;").unwrap();
    }),
    ("broken schema", |file| {
        let c = Connection::open(file).unwrap();
        c.execute_batch("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE message (' WHERE name = 'message'")
            .unwrap();
    }),
];

#[test]
fn whatever_is_broken_is_set_aside_and_the_newest_backup_is_in_use() {
    for (what, break_it) in BREAKINGS {
        let folder = with_a_backup();
        let file = folder.path().join("famulor-sms.db");
        break_it(&file);
        let broken = fs::read(&file).unwrap();
        let opened = open(&folder);
        assert_eq!(opened.repaired.unwrap_or_else(|| panic!("{what}: not seen")).at, Some(LONG_AGO), "{what}");
        assert_eq!(bodies(&opened.store), ["Vor der Sicherung"], "{what}");
        assert_eq!(set_aside(folder.path(), "famulor-sms.db"), [broken], "{what}");
        drop(opened);
        assert_eq!(open(&folder).repaired, None, "{what}: repaired again");
    }
}

#[test]
fn a_database_that_is_gone_is_brought_back() {
    let folder = with_a_backup();
    fs::remove_file(folder.path().join("famulor-sms.db")).unwrap();
    let opened = open(&folder);
    assert_eq!(opened.repaired.unwrap().at, Some(LONG_AGO));
    assert_eq!(bodies(&opened.store), ["Vor der Sicherung"]);
}

#[test]
fn a_database_that_is_gone_without_a_backup_is_not_taken_for_a_first_start() {
    let folder = tempfile::tempdir().unwrap();
    Store::open(folder.path()).unwrap().close_well().unwrap();
    fs::remove_file(folder.path().join("famulor-sms.db")).unwrap();
    assert_eq!(open(&folder).repaired.unwrap().at, None);
}

#[test]
fn a_table_that_is_gone_is_seen_after_a_bad_end() {
    let folder = with_a_backup();
    let store = open(&folder).store;
    store.now(|c| c.execute_batch("DROP TABLE draft")).unwrap();
    drop(store);
    assert_eq!(open(&folder).repaired.unwrap().at, Some(LONG_AGO));
}

#[test]
fn without_a_backup_everything_is_empty_and_the_broken_file_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("famulor-sms.db");
    fs::write(&file, "not a database at all".repeat(300)).unwrap();
    let broken = fs::read(&file).unwrap();
    let opened = open(&folder);
    assert_eq!(opened.repaired.unwrap().at, None);
    assert!(bodies(&opened.store).is_empty());
    assert_eq!(set_aside(folder.path(), "famulor-sms.db"), [broken]);
}

#[test]
fn a_first_start_repairs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(open(&folder).repaired, None);
    let cut_short = tempfile::tempdir().unwrap();
    fs::write(cut_short.path().join("famulor-sms.db"), "").unwrap();
    assert_eq!(open(&cut_short).repaired, None);
    assert!(!cut_short.path().join("set-aside").exists());
}

#[test]
fn a_backup_that_is_no_good_is_passed_over() {
    let folder = with_a_backup();
    let backups = folder.path().join("backups");
    let good = fs::read(backups.join("famulor-sms-20000229-000000.db")).unwrap();
    fs::write(backups.join("famulor-sms-20000301-000000.db"), &good[..10_000]).unwrap();
    fs::write(backups.join("famulor-sms-20000302-000000.db"), "nothing of the kind").unwrap();
    let newer = backups.join("famulor-sms-20000303-000000.db");
    fs::write(&newer, good).unwrap();
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 999).unwrap();
    fs::write(folder.path().join("famulor-sms.db"), "broken").unwrap();
    assert_eq!(open(&folder).repaired.unwrap().at, Some(LONG_AGO));
}

#[test]
fn what_was_open_in_the_backup_is_unclear_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let states = ["queued", "held", "sending", "sent", "rejected", "not-sent", "unclear", "cancelled"];
    store.now(|c| states.into_iter().try_for_each(|state| paper::message(c, state, state).map(|_| ()))).unwrap();
    store.back_up(LONG_AGO).unwrap();
    drop(store);
    fs::write(folder.path().join("famulor-sms.db"), "broken").unwrap();
    let store = open(&folder).store;
    let was_open = ["queued", "held", "sending"];
    for (was, is) in paper::messages(&store) {
        assert_eq!(is, if was_open.contains(&was.as_str()) { "unclear" } else { &was });
    }
    let last_steps: Vec<String> = store
        .now(|c| {
            c.prepare(
                "SELECT body || ' ' || message_event.state || ' ' || message_event.reason
                 FROM message_event JOIN message ON message.id = message_id
                 WHERE message_event.reason IS NOT NULL ORDER BY message.id",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()
        })
        .unwrap();
    assert_eq!(last_steps, was_open.map(|was| format!("{was} unclear restored")));
}

#[test]
fn changes_left_beside_a_broken_database_are_not_played_into_the_backup() {
    let folder = with_a_backup();
    let file = folder.path().join("famulor-sms.db");
    let wal = folder.path().join("famulor-sms.db-wal");
    let writing = Connection::open(&file).unwrap();
    writing.pragma_update(None, "journal_mode", "WAL").unwrap();
    writing.execute("UPDATE message SET detail = 'nach der Sicherung'", []).unwrap();
    let changes = fs::read(&wal).unwrap();
    drop(writing);
    fs::write(&wal, &changes).unwrap();
    fs::write(&file, "broken").unwrap();
    let opened = open(&folder);
    assert_eq!(bodies(&opened.store), ["Vor der Sicherung"]);
    let details: Option<String> =
        opened.store.now(|c| c.query_row("SELECT detail FROM message", [], |row| row.get(0))).unwrap();
    assert_eq!(details, None);
    assert_eq!(set_aside(folder.path(), "famulor-sms.db-wal"), [changes]);
}

#[test]
fn a_replacement_that_was_cut_short_goes_on_at_the_next_start() {
    for moved in 0..=3 {
        let folder = with_a_backup();
        let data = folder.path();
        let backup = data.join("backups/famulor-sms-20000229-000000.db");
        fs::copy(backup, data.join("replacement.db")).unwrap();
        fs::write(data.join("famulor-sms.db-wal"), "old changes").unwrap();
        fs::write(data.join("famulor-sms.db-shm"), "old index").unwrap();
        fs::create_dir_all(data.join("set-aside/unfinished")).unwrap();
        for name in ["famulor-sms.db", "famulor-sms.db-wal", "famulor-sms.db-shm"].into_iter().take(moved) {
            fs::rename(data.join(name), data.join("set-aside/unfinished").join(name)).unwrap();
        }
        let opened = open(&folder);
        assert_eq!(opened.repaired, None);
        assert_eq!(bodies(&opened.store), ["Vor der Sicherung"]);
        let folders: Vec<_> = fs::read_dir(data.join("set-aside")).unwrap().collect();
        assert_eq!(folders.len(), 1, "{folders:?}");
        assert_eq!(set_aside(data, "famulor-sms.db-wal"), [b"old changes"]);
        assert_eq!(set_aside(data, "famulor-sms.db").len(), 1);
    }
}

#[test]
fn damage_that_a_check_finds_is_mended_at_the_next_start() {
    let folder = with_a_backup();
    let store = open(&folder).store;
    assert!(!store.ended_badly());
    assert!(store.check().unwrap());
    drop(store);
    let store = open(&folder).store;
    assert!(store.ended_badly(), "nobody said that it ended well");
    let mut damage = store.damage();
    spoil(&store, folder.path());
    assert!(!store.check().unwrap());
    assert!(store.is_damaged() && damage.has_changed().unwrap() && *damage.borrow_and_update());
    store.close_well().unwrap();
    drop(store);
    let opened = wait_for(PATIENCE, || match Store::open(folder.path()) {
        Err(StoreError::AlreadyOpen) => None,
        opened => Some(opened),
    });
    assert!(matches!(opened, Some(Err(StoreError::Damaged(_)))));
    let broken = fs::read(folder.path().join("famulor-sms.db")).unwrap();
    assert_eq!(open(&folder).repaired.unwrap().at, Some(LONG_AGO));
    assert_eq!(set_aside(folder.path(), "famulor-sms.db"), [broken]);
    assert_eq!(open(&folder).repaired, None);
}

#[test]
fn damage_that_a_statement_meets_is_noted() {
    let folder = with_a_backup();
    let store = open(&folder).store;
    store.now(|c| c.execute_batch("PRAGMA cache_size = 0; PRAGMA mmap_size = 0")).unwrap();
    spoil(&store, folder.path());
    store.now(|c| c.execute_batch("PRAGMA shrink_memory")).unwrap();
    let met = store.now(|c| c.execute_batch("VACUUM"));
    assert!(met.is_err() && store.is_damaged(), "{met:?}");
}

#[tokio::test]
async fn nothing_is_sent_from_a_damaged_database() {
    let office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    office.store.now(|c| paper::message(c, "Eine Seite voll", "sent")).unwrap();
    spoil(&office.store, office.folder.path());
    assert!(!office.store.check().unwrap());
    let work = office.outbox.run(office.famulor.clone(), office.session.keys(), quick());
    assert!(timeout(Duration::from_millis(300), work).await.is_err());
    office.assert_nothing_arrived();
    let state: String = office.look_up("SELECT state FROM message WHERE id = ?1", [id]);
    assert_eq!(state, "queued");
}
