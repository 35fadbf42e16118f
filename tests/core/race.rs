//! Two outboxes race for one queue, with the lock bypassed: each message arrives once at most, and neither outbox
//! spoils what the other has claimed.
#![cfg(unix)]

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use famulor_simulator::{Account, Behaviour, Simulator};
use famulor_sms_core::api_key::MemoryKeyStore;
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::types::MessageState;
use famulor_sms_tests::office::{ANNA, Desk, KEY, Letter, quick};
use famulor_sms_tests::wait::PATIENCE;
use tempfile::TempDir;
use tokio::time::timeout;

/// Fewer than what the limits make wait.
const LETTERS: usize = 16;

/// Two desks over one database.
struct Rivals {
    first: Desk,
    second: Desk,
    simulator: Simulator,
    _folder: TempDir,
}

impl Rivals {
    async fn meet() -> Self {
        let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
        let (folder, keychain) = (tempfile::tempdir().unwrap(), Arc::new(MemoryKeyStore::default()));
        let set_up = || Desk::set_up(folder.path(), &simulator.url(), keychain.clone(), Limits::default());
        let first = set_up();
        first.session.take_key(KEY, false).await.unwrap();
        // Whoever opens the folder now makes another lock file, and locks that one.
        fs::remove_file(folder.path().join("famulor-sms.lock")).unwrap();
        let second = set_up();
        second.session.read_key().await.unwrap();
        Self { first, second, simulator, _folder: folder }
    }

    /// Both send what is queued, until it is all done.
    async fn race(&mut self) {
        let (mut first, mut second) = (self.first.outbox.changes(), self.second.outbox.changes());
        self.first.start_work(quick());
        self.second.start_work(quick());
        let all_done = async {
            while self.count("SELECT count(*) FROM message WHERE state IN ('queued', 'sending')") > 0 {
                tokio::select! {
                    _ = first.recv() => {}
                    _ = second.recv() => {}
                }
            }
        };
        timeout(PATIENCE, all_done).await.unwrap();
        self.simulator.settled().await.unwrap();
    }

    fn count(&self, question: &str) -> usize {
        usize::try_from(self.first.look_up::<i64>(question, [])).unwrap()
    }
}

/// Lets two outboxes race for the same letters at a service like this, which leaves each letter in that state.
async fn race(behaviour: Option<Behaviour>, state: MessageState) {
    let mut rivals = Rivals::meet().await;
    if let Some(behaviour) = behaviour {
        rivals.simulator.misbehave(behaviour);
    }
    let mut ids = Vec::new();
    for n in 0..LETTERS {
        ids.push(rivals.first.send(&Letter::to(ANNA).saying(&format!("Nummer {n}"))).await);
    }
    rivals.race().await;
    let ledger = rivals.simulator.ledger();
    assert!(ledger.iter().all(|entry| !entry.repeated), "one arrived twice: {ledger:?}");
    assert_eq!(ledger.len(), LETTERS);
    for id in ids {
        let message = rivals.first.message(id);
        assert_eq!(message.state, state, "{message:?}");
    }
    assert_eq!(rivals.count("SELECT count(*) FROM message_event WHERE state = 'sending'"), LETTERS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_outboxes_that_race_for_one_queue_send_each_letter_once() {
    for _ in 0..4 {
        race(None, MessageState::Sent).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_outboxes_that_race_while_the_service_is_slow_send_each_letter_once() {
    for _ in 0..2 {
        race(Some(Behaviour::Stall(Duration::from_millis(30))), MessageState::Sent).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_outboxes_that_race_without_an_answer_leave_every_letter_unclear() {
    for _ in 0..2 {
        race(Some(Behaviour::ResetAfterReading), MessageState::Unclear).await;
    }
}
