//! Backups: one a day and one before each change of the tables, and gone from them what was deleted.

use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_core::clock::Millis;
use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_tests::paper;
use rusqlite::Connection;
use tempfile::TempDir;

const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

/// 2026-11-23 14:05:01.
const TODAY: Millis = 1_795_442_701_000;

/// No template says this.
const TEXT: &str = "Wir haben Ihren Schirm gefunden.";

fn with_one_message() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    store.now(|c| paper::message(c, TEXT, "sent")).unwrap();
    (store, folder)
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    paper::files_below(&folder.join("backups"))
}

fn names(folder: &Path) -> Vec<String> {
    backups(folder).iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

fn delete_everything(store: &Store, now: Millis) {
    store
        .now(|c| {
            c.execute_batch(&format!(
                "INSERT INTO housekeeping (id, deleted_at) VALUES (1, {now})
                     ON CONFLICT (id) DO UPDATE SET deleted_at = {now};
                 DELETE FROM message"
            ))
        })
        .unwrap();
}

/// Writes over a page in the middle of the file, where rows are.
pub(crate) fn spoil(store: &Store, folder: &Path) {
    store.now(|c| c.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))).unwrap();
    let file = folder.join("famulor-sms.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[4096..8192].fill(0x5a);
    fs::write(&file, bytes).unwrap();
}

#[test]
fn a_backup_holds_what_was_committed_and_is_named_after_its_time() {
    let (store, folder) = with_one_message();
    store.back_up(TODAY).unwrap();
    assert_eq!(names(folder.path()), ["famulor-sms-20261123-140501.db"]);
    let messages = paper::messages_in(&backups(folder.path())[0]).unwrap();
    assert_eq!(messages, [(TEXT.to_owned(), "sent".to_owned())]);
    assert_eq!(names(folder.path()).len(), 1, "reading a backup leaves nothing beside it");
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_a_backup() {
    use std::os::unix::fs::PermissionsExt as _;
    let (store, folder) = with_one_message();
    store.back_up(TODAY).unwrap();
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(rights(&folder.path().join("backups")), 0o700);
    assert_eq!(rights(&backups(folder.path())[0]), 0o600);
}

#[test]
fn a_backup_is_due_once_a_day() {
    let (store, _folder) = with_one_message();
    assert!(store.back_up_if_due(TODAY).unwrap());
    assert!(!store.back_up_if_due(TODAY + DAY - 1000).unwrap());
    assert!(store.back_up_if_due(TODAY + DAY).unwrap());
    assert!(!store.back_up_if_due(TODAY + DAY + HOUR).unwrap());
}

#[test]
fn the_last_seven_are_kept() {
    let (store, folder) = with_one_message();
    for day in 0..9 {
        store.back_up(TODAY + day * DAY).unwrap();
    }
    let names = names(folder.path());
    assert_eq!(names.len(), 7);
    assert_eq!(names.first().unwrap(), "famulor-sms-20261125-140501.db");
    assert_eq!(names.last().unwrap(), "famulor-sms-20261201-140501.db");
}

#[test]
fn the_window_can_say_how_many_there_are_and_how_old_the_newest_is() {
    let (store, _folder) = with_one_message();
    assert_eq!(store.backups().unwrap().latest, None);
    let long_ago = 951_782_400_000;
    store.back_up(long_ago).unwrap();
    store.back_up(long_ago + DAY).unwrap();
    let view = store.backups().unwrap();
    assert_eq!((view.latest, view.count), (Some(long_ago + DAY), 2));
}

#[test]
fn a_backup_from_a_time_when_the_clock_was_wrong_does_not_stand_in_the_way() {
    let (store, folder) = with_one_message();
    for year in 1..=7 {
        store.back_up(TODAY + year * 365 * DAY).unwrap();
    }
    assert!(store.back_up_if_due(TODAY).unwrap());
    assert!(names(folder.path()).contains(&"famulor-sms-20261123-140501.db".to_owned()));
    assert_eq!(names(folder.path()).len(), 7);
    assert!(!store.back_up_if_due(TODAY + HOUR).unwrap());
}

#[test]
fn writing_goes_on_while_a_backup_is_made() {
    let (store, folder) = with_one_message();
    store
        .now(|c| {
            let transaction = c.transaction()?;
            transaction.execute("UPDATE message SET detail = 'halb'", [])?;
            store.back_up(TODAY)?;
            transaction.commit()?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let detail: Option<String> = Connection::open(&backups(folder.path())[0])
        .unwrap()
        .query_row("SELECT detail FROM message", [], |row| row.get(0))
        .unwrap();
    assert_eq!(detail, None, "what was not committed yet is not in it");
}

#[test]
fn what_was_deleted_is_gone_from_the_backups_within_a_day() {
    let (store, folder) = with_one_message();
    store.back_up(TODAY).unwrap();
    store.back_up(TODAY + DAY).unwrap();
    let deletion = TODAY + DAY + HOUR;
    delete_everything(&store, deletion);
    assert!(!store.back_up_if_due(deletion + HOUR).unwrap(), "more may be deleted soon");
    assert!(store.back_up_if_due(deletion + 6 * HOUR).unwrap());
    assert_eq!(names(folder.path()).len(), 1);
    assert!(!fs::read(&backups(folder.path())[0]).unwrap().windows(TEXT.len()).any(|bytes| bytes == TEXT.as_bytes()));
    assert!(!store.back_up_if_due(deletion + 7 * HOUR).unwrap());
}

#[test]
fn a_damaged_database_makes_no_backup_and_the_older_ones_stay() {
    let (store, folder) = with_one_message();
    store.back_up(TODAY).unwrap();
    spoil(&store, folder.path());
    assert!(matches!(store.back_up(TODAY + DAY), Err(StoreError::Damaged(_))));
    assert!(store.is_damaged());
    assert_eq!(names(folder.path()), ["famulor-sms-20261123-140501.db"]);
}

#[test]
fn a_backup_is_made_before_the_tables_are_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut old = Connection::open(folder.path().join("famulor-sms.db")).unwrap();
    old.execute_batch(include_str!("../../src-tauri/core/src/store/migrations/0001_messages.sql")).unwrap();
    old.pragma_update(None, "application_id", 0x4653_4d53).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    paper::queue(&mut old, "Aus der alten Zeit").unwrap();
    drop(old);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(paper::messages(&store).len(), 1);
    let backup = Connection::open(&backups(folder.path())[0]).unwrap();
    assert_eq!(backup.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0)).unwrap(), 1);
    drop(store);
    let _ = paper::open(folder.path());
    assert_eq!(backups(folder.path()).len(), 1, "nothing was changed at the second start");
}

#[test]
fn what_a_killed_backup_has_left_is_removed_at_the_next_start() {
    let (store, folder) = with_one_message();
    store.back_up(TODAY).unwrap();
    drop(store);
    let left = folder.path().join("backups/famulor-sms-20261124-140501.db.0000.part");
    fs::write(&left, "half").unwrap();
    fs::write(folder.path().join("backups/famulor-sms-20261124-140501.db.0000.part-journal"), "half").unwrap();
    let _ = paper::open(folder.path());
    assert_eq!(backups(folder.path()).len(), 1);
}

#[test]
fn a_copy_is_one_file_that_only_its_owner_can_read() {
    let ((store, _folder), elsewhere) = (with_one_message(), tempfile::tempdir().unwrap());
    let copy = elsewhere.path().join("Kopie.db");
    fs::write(&copy, "what was there before").unwrap();
    store.save_copy(&copy).unwrap();
    assert_eq!(paper::messages_in(&copy).unwrap().len(), 1);
    assert_eq!(paper::files_below(elsewhere.path()), [copy]);
}

#[test]
fn a_copy_that_cannot_be_written_leaves_what_was_there() {
    let ((store, folder), elsewhere) = (with_one_message(), tempfile::tempdir().unwrap());
    assert!(matches!(store.save_copy(&elsewhere.path().join("missing/Kopie.db")), Err(StoreError::Folder(_))));
    for own in ["famulor-sms.db", "Kopie.db", "backups/Kopie.db"] {
        store.back_up(TODAY).unwrap();
        assert!(matches!(store.save_copy(&folder.path().join(own)), Err(StoreError::Folder(_))), "{own}");
    }
    assert_eq!(paper::messages(&store).len(), 1);
    assert!(paper::files_below(elsewhere.path()).is_empty());
}
