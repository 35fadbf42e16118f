//! Taking over from a copy, and what a restored backup may never lead to: a second sending.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::{ApiKey, MemoryKeyStore};
use famulor_sms_core::clock;
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::outbox::Queueing;
use famulor_sms_core::store::{Store, StoreError, TakeOverError};
use famulor_sms_core::types::{AskReason, MessageState, Reason};
use famulor_sms_tests::office::{ANNA, BILAL, Desk, KEY, Letter, quick};
use famulor_sms_tests::paper;
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use rusqlite::Connection;
use tempfile::TempDir;

/// An office that can be closed, so that its files can be changed before it opens again.
struct Branch {
    folder: TempDir,
    simulator: Simulator,
}

impl Branch {
    async fn found() -> Self {
        let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
        Self { folder: tempfile::tempdir().unwrap(), simulator }
    }

    async fn open(&self) -> Desk {
        let keys = Arc::new(MemoryKeyStore::holding(ApiKey::parse(KEY).unwrap()));
        let desk = Desk::set_up(self.folder.path(), &self.simulator.url(), keys, Limits::default());
        desk.session.read_key().await.unwrap();
        desk
    }

    /// Closes it; what is still at work on another thread has ended then.
    async fn close(&self, mut desk: Desk) {
        desk.stop_work().await;
        drop(desk);
        let is_closed = || !matches!(Store::open(self.folder.path()), Err(StoreError::AlreadyOpen));
        assert!(wait_until(PATIENCE, is_closed));
    }

    async fn open_at_work(&self) -> Desk {
        let mut desk = self.open().await;
        desk.start_work(quick());
        desk
    }
}

/// A restored message: unclear, and no press of any button sends it.
async fn is_never_sent_again(branch: &Branch, letter: &Letter, id: i64) {
    let desk = branch.open_at_work().await;
    assert_eq!((desk.message(id).state, desk.message(id).reason), (MessageState::Unclear, Some(Reason::Restored)));
    // Whatever the start had left to be sent would go before this one.
    desk.send_to_the_end(&Letter::to(BILAL)).await;
    assert_eq!(branch.simulator.ledger().len(), 2);
    assert!(desk.outbox.cancel(id).await.is_err());
    let again = desk.press_send(&letter.again()).await.unwrap();
    assert!(
        matches!(&again, Queueing::Ask(reasons)
            if matches!(reasons[..], [AskReason::SameAgain { state: MessageState::Unclear, .. }])),
        "{again:?}"
    );
    assert_eq!(desk.press_send(letter).await.unwrap(), Queueing::Already(id), "the same draft");
    assert_eq!(desk.message(id).state, MessageState::Unclear);
    branch.close(desk).await;
    assert_eq!(branch.simulator.ledger().len(), 2);
}

#[tokio::test]
async fn what_was_sent_after_the_backup_is_not_sent_again_when_a_broken_database_is_mended() {
    let (branch, letter) = (Branch::found().await, Letter::to(ANNA));
    let mut desk = branch.open().await;
    let id = desk.send(&letter).await;
    desk.store.back_up(clock::now()).unwrap();
    desk.start_work(quick());
    assert_eq!(desk.end_of(id).await.state, MessageState::Sent);
    branch.close(desk).await;
    fs::write(branch.folder.path().join("famulor-sms.db"), "broken").unwrap();
    assert!(paper::start(branch.folder.path()).unwrap().repaired.is_some());
    is_never_sent_again(&branch, &letter, id).await;
}

#[tokio::test]
async fn what_was_sent_after_the_copy_is_not_sent_again_when_the_copy_is_taken_over() {
    let (branch, letter, elsewhere) = (Branch::found().await, Letter::to(ANNA), tempfile::tempdir().unwrap());
    let copy = elsewhere.path().join("Kopie.db");
    let mut desk = branch.open().await;
    let id = desk.send(&letter).await;
    desk.store.save_copy(&copy).unwrap();
    desk.start_work(quick());
    assert_eq!(desk.end_of(id).await.state, MessageState::Sent);
    let taken = desk.store.take_over(&copy, clock::now()).unwrap();
    assert_eq!((taken.messages, taken.unclear), (1, 1));
    branch.close(desk).await;
    is_never_sent_again(&branch, &letter, id).await;
}

fn office_with(folder: &Path, body: &str) -> Store {
    let store = Store::open(folder).unwrap();
    store.now(|c| paper::message(c, body, "sent")).unwrap();
    store
}

fn copy_with(folder: &TempDir, body: &str) -> std::path::PathBuf {
    let copy = folder.path().join("Kopie.db");
    let other = tempfile::tempdir().unwrap();
    office_with(other.path(), body).save_copy(&copy).unwrap();
    copy
}

#[test]
fn taking_over_keeps_the_present_data_as_a_backup_and_aside() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let copy = copy_with(&elsewhere, "Vom alten Rechner");
    let before = fs::read(&copy).unwrap();
    let store = office_with(folder.path(), "Vom neuen Rechner");
    store.take_over(&copy, clock::now()).unwrap();
    drop(store);
    let store = paper::open(folder.path());
    assert_eq!(paper::messages(&store), [("Vom alten Rechner".to_owned(), "sent".to_owned())]);
    let new = [("Vom neuen Rechner".to_owned(), "sent".to_owned())];
    let backups = paper::files_below(&folder.path().join("backups"));
    assert_eq!(paper::messages_in(&backups[0]).unwrap(), new);
    let aside = paper::files_below(&folder.path().join("set-aside"));
    assert_eq!(paper::messages_in(aside.iter().find(|file| file.ends_with("famulor-sms.db")).unwrap()).unwrap(), new);
    assert_eq!(fs::read(&copy).unwrap(), before);
    assert_eq!(paper::files_below(elsewhere.path()), [copy]);
}

#[tokio::test]
async fn nothing_more_is_written_until_the_start_after_taking_over() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let store = office_with(folder.path(), "Hier");
    store.take_over(&copy_with(&elsewhere, "Dort"), clock::now()).unwrap();
    let written = store.run(|c| Ok::<_, StoreError>(paper::queue(c, "Zu spät")?)).await;
    assert!(matches!(written, Err(StoreError::Ending)), "{written:?}");
}

#[test]
fn a_copy_of_an_older_version_is_brought_up_to_date() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let copy = elsewhere.path().join("alt.db");
    let mut old = Connection::open(&copy).unwrap();
    old.execute_batch(include_str!("../../src-tauri/core/src/store/migrations/0001_messages.sql")).unwrap();
    old.pragma_update(None, "application_id", 0x4653_4d53).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    paper::queue(&mut old, "Aus der alten Zeit").unwrap();
    drop(old);
    Store::open(folder.path()).unwrap().take_over(&copy, clock::now()).unwrap();
    let store = paper::open(folder.path());
    assert_eq!(paper::messages(&store), [("Aus der alten Zeit".to_owned(), "unclear".to_owned())]);
    assert_eq!(
        Connection::open(&copy).unwrap().pragma_query_value(None, "user_version", |r| r.get::<_, i32>(0)).unwrap(),
        1
    );
}

#[test]
fn what_is_no_good_copy_is_refused_with_its_reason_and_nothing_changes() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let good = fs::read(copy_with(&elsewhere, "Vom alten Rechner")).unwrap();
    let store = office_with(folder.path(), "Hier");
    let (none, file) = (Vec::new(), elsewhere.path().join("gewählt.db"));
    let refused = |content: Option<&[u8]>, change: &str| {
        let _ = fs::remove_file(&file);
        if let Some(content) = content {
            fs::write(&file, content).unwrap();
            Connection::open(&file).unwrap().execute_batch(change).unwrap_or_default();
        }
        store.take_over(&file, clock::now()).unwrap_err()
    };
    assert!(matches!(refused(Some(&b"a letter, not a database".repeat(99)), ""), TakeOverError::NotOurs));
    assert!(matches!(refused(Some(&none), ""), TakeOverError::NotOurs));
    assert!(matches!(refused(Some(&good), "PRAGMA application_id = 7"), TakeOverError::NotOurs));
    assert!(matches!(refused(Some(&good), "PRAGMA user_version = 999"), TakeOverError::FromNewerVersion));
    assert!(matches!(refused(Some(&good[..12_000]), ""), TakeOverError::Damaged));
    assert!(matches!(refused(Some(&good), "DROP TABLE draft"), TakeOverError::Damaged));
    assert!(matches!(refused(None, ""), TakeOverError::Unreadable(_)));
    assert!(matches!(store.take_over(elsewhere.path(), clock::now()), Err(TakeOverError::Unreadable(_))));
    drop(store);
    assert_eq!(paper::messages(&paper::open(folder.path())).len(), 1);
    assert!(!folder.path().join("set-aside").exists());
}

#[test]
fn nothing_is_taken_over_while_messages_are_to_be_sent() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (store, copy) = (Store::open(folder.path()).unwrap(), copy_with(&elsewhere, "Vom alten Rechner"));
    store.now(|c| paper::message(c, "Gleich", "queued")).unwrap();
    store.now(|c| paper::message(c, "Eben", "sending")).unwrap();
    assert!(matches!(store.take_over(&copy, clock::now()), Err(TakeOverError::Waiting(2))));
    drop(store);
    assert_eq!(paper::messages(&paper::open(folder.path())).len(), 2);
}
