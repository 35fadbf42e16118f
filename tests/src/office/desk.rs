//! The program without its window.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use famulor_sms_core::api_key::KeyStore;
use famulor_sms_core::clock::Clock as _;
use famulor_sms_core::compose::{Circumstances, ComposeError, compose};
use famulor_sms_core::famulor::{Famulor, Limits};
use famulor_sms_core::outbox::{KeyStatus, Outbox, Queueing, Timing};
use famulor_sms_core::policy::Policy;
use famulor_sms_core::session::Session;
use famulor_sms_core::store::Store;
use famulor_sms_core::types::{Draft, MessageState, MessageView};
use famulor_sms_core::{Country, draft, history};
use rusqlite::Params;
use rusqlite::types::FromSql;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::{Letter, OfficeClock};
use crate::paper;
use crate::wait::PATIENCE;

/// The program without its window: everything between the form and the network.
pub struct Desk {
    /// The database.
    pub store: Store,
    /// The outbox.
    pub outbox: Outbox,
    /// The session.
    pub session: Session,
    /// The client.
    pub famulor: Famulor,
    /// The clock on the wall, whose hands a test turns.
    pub clock: OfficeClock,
    /// How long a letter can be taken back.
    pub undo: Duration,
    /// What the organisation has fixed.
    pub policy: Policy,
    courier: Option<Courier>,
}

/// The running outbox; it stops when this is dropped.
struct Courier(JoinHandle<()>);

impl Drop for Courier {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Desk {
    /// Opens the folder as the program does at its start; the outbox does not send yet.
    #[must_use]
    pub fn set_up(folder: &Path, url: &str, key_store: Arc<dyn KeyStore>, limits: Limits) -> Self {
        Self::set_up_by(OfficeClock::default(), Policy::default(), folder, url, key_store, limits)
    }

    /// Opens the folder as the program does at its start, when this clock shows its time, under this policy.
    #[must_use]
    pub fn set_up_by(
        clock: OfficeClock,
        policy: Policy,
        folder: &Path,
        url: &str,
        key_store: Arc<dyn KeyStore>,
        limits: Limits,
    ) -> Self {
        let store = paper::open(folder);
        let famulor = Famulor::new(url.parse().expect("the address is allowed"), limits).expect("a client can be made");
        let session = Session::new(store.clone(), famulor.clone(), key_store);
        let outbox = Outbox::start(store.clone(), Arc::new(clock.clone()), policy.clone());
        let outbox = outbox.expect("the last run can be settled");
        Self { store, outbox, session, famulor, clock, undo: Duration::ZERO, policy, courier: None }
    }

    /// From now on the outbox sends, with the session's key.
    pub fn start_work(&mut self, timing: Timing) {
        self.start_work_with(self.session.keys(), timing);
    }

    /// From now on the outbox sends, with this key.
    pub fn start_work_with(&mut self, keys: watch::Receiver<KeyStatus>, timing: Timing) {
        let (outbox, famulor) = (self.outbox.clone(), self.famulor.clone());
        self.courier = Some(Courier(tokio::spawn(async move { outbox.run(famulor, keys, timing).await })));
    }

    /// The outbox sends no more.
    pub async fn stop_work(&mut self) {
        if let Some(mut courier) = self.courier.take() {
            courier.0.abort();
            // The error that aborting leaves is the wanted end.
            let _ = (&mut courier.0).await;
        }
    }

    /// Presses Send, under the session's key.
    ///
    /// # Errors
    /// What the form's fields say.
    pub async fn press_send(&self, letter: &Letter) -> Result<Queueing, ComposeError> {
        let key = self.session.keys().borrow().clone();
        self.press_send_under(letter, key).await
    }

    /// Presses Send, under this key.
    ///
    /// # Errors
    /// What the form's fields say.
    pub async fn press_send_under(&self, letter: &Letter, key: KeyStatus) -> Result<Queueing, ComposeError> {
        let form = letter.0.clone();
        let circumstances =
            Circumstances { default_country: Country::GERMANY, undo: self.undo, now: self.clock.now().wall };
        let policy = self.policy.clone();
        let message = self.store.run(move |c| compose(c, &form, &key, circumstances, &policy)).await?;
        Ok(self.outbox.queue(message).await?)
    }

    /// Presses Send, which must queue the letter.
    pub async fn send(&self, letter: &Letter) -> i64 {
        match self.press_send(letter).await {
            Ok(Queueing::Queued(id)) => id,
            other => panic!("{letter:?} was not queued: {other:?}"),
        }
    }

    /// A message as the window shows it.
    #[must_use]
    pub fn message(&self, id: i64) -> MessageView {
        self.store.now(|c| history::message(c, id)).expect("the history can be read").expect("the message is there")
    }

    /// Waits until a message is so.
    pub async fn until(&self, id: i64, is_so: impl Fn(&MessageView) -> bool) -> MessageView {
        let mut changes = self.outbox.changes();
        let look = async {
            loop {
                let message = self.message(id);
                if is_so(&message) {
                    return message;
                }
                // A change that was missed is seen in the database all the same.
                let _ = changes.recv().await;
            }
        };
        timeout(PATIENCE, look).await.unwrap_or_else(|_| panic!("it stays like this: {:?}", self.message(id)))
    }

    /// Waits until the program has done with a message: it is sent, refused, unclear, or waits for the person.
    pub async fn end_of(&self, id: i64) -> MessageView {
        self.until(id, |m| !matches!(m.state, MessageState::Queued | MessageState::Sending)).await
    }

    /// Sends a letter and waits for its end.
    pub async fn send_to_the_end(&self, letter: &Letter) -> MessageView {
        self.end_of(self.send(letter).await).await
    }

    /// The texts being written, the one written last first.
    #[must_use]
    pub fn drafts(&self) -> Vec<Draft> {
        self.store.now(|c| draft::all(c)).expect("the drafts can be read")
    }

    /// Changes the database behind the program's back; how many rows it changed.
    pub fn change(&self, statement: &str, values: impl Params) -> rusqlite::Result<usize> {
        self.store.now(|c| c.execute(statement, values))
    }

    /// Looks one value up in the database.
    pub fn look_up<T: FromSql>(&self, question: &str, values: impl Params) -> T {
        self.store.now(|c| c.query_row(question, values, |row| row.get(0))).expect("the question has an answer")
    }
}
