//! The outbox: the life of a message, from the commit before anything is said to the last answer.
//!
//! Never sent twice: one synced claim stands before the first byte of the body, and only
//! what provably never left is tried again. Never lost: a message is a row before the window hears
//! of it. Never claimed to be known: what is not certain is Unclear.

mod claim;
mod courier;
mod credentials;
mod person;
mod queue;
mod restored;
mod row;
mod settle;
mod start;
mod step;
mod throttle;

use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use tokio::sync::{Notify, broadcast, watch};

pub use credentials::{Credentials, KeyStatus};
pub use queue::{NewMessage, Queueing, Sender};
pub(crate) use restored::settle_restored;

use crate::clock::{self, Millis};
use crate::famulor::Famulor;
use crate::store::{Store, StoreError};

/// How long after its due time a message is still sent without asking.
pub const LATE_AFTER: Duration = Duration::from_secs(120);

/// The waits between attempts on connections that provably carried nothing.
#[derive(Debug, Clone)]
pub struct Timing {
    /// One wait before each further attempt; as many attempts follow the first.
    pub connection_retries: Vec<Duration>,
    /// The wait before a result that could not be written is written again.
    pub settle_retry: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self { connection_retries: [1, 3, 10].map(Duration::from_secs).to_vec(), settle_retry: Duration::from_secs(1) }
    }
}

/// A message has changed; the window shows it, and an outcome is notified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The message's row.
    pub id: i64,
    /// Whether the program has come to an end with it, for now: the person is told. Not what the person did.
    pub is_outcome: bool,
}

/// The message is no longer in the state that the change needs.
#[derive(Debug, Error)]
pub enum OutboxError {
    /// It is being sent or has been settled meanwhile.
    #[error("the message has changed meanwhile")]
    TooLate,
    /// The database failed; nothing was changed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for OutboxError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// The outbox over one store; clones share it.
#[derive(Debug, Clone)]
pub struct Outbox {
    store: Store,
    changes: broadcast::Sender<Change>,
    wake: Arc<Notify>,
}

impl Outbox {
    /// Takes over the store: what the last run left open is settled first (Sending becomes Unclear,
    /// what was not claimed becomes Held).
    ///
    /// # Errors
    /// [`StoreError`]; then nothing may be sent.
    pub fn start(store: Store) -> Result<Self, StoreError> {
        store.now(|connection| start::settle_last_run(connection, clock::now()))?;
        let (changes, _) = broadcast::channel(256);
        Ok(Self { store, changes, wake: Arc::new(Notify::new()) })
    }

    /// Changes from now on.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    /// Commits a message to be sent, synced to the disk when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing is queued then.
    pub async fn queue(&self, message: NewMessage) -> Result<Queueing, StoreError> {
        let queueing = self.store.run(move |c| queue::queue(c, &message, clock::now())).await?;
        if let Queueing::Queued(id) = queueing {
            self.changed(id);
            self.wake.notify_one();
        }
        Ok(queueing)
    }

    /// The person sends a Held message after all, under the account as it is now.
    ///
    /// # Errors
    /// [`OutboxError`].
    pub async fn release(&self, id: i64, credentials: Arc<Credentials>) -> Result<(), OutboxError> {
        self.person(id, move |c| person::release(c, id, &credentials, clock::now())).await
    }

    /// The person takes back a Queued or Held message.
    ///
    /// # Errors
    /// [`OutboxError`].
    pub async fn cancel(&self, id: i64) -> Result<(), OutboxError> {
        self.person(id, move |c| person::cancel(c, id, clock::now())).await
    }

    /// The person has looked up what became of an Unclear message.
    ///
    /// # Errors
    /// [`OutboxError`].
    pub async fn settle_by_person(&self, id: i64, sent: bool) -> Result<(), OutboxError> {
        self.person(id, move |c| person::settle(c, id, sent, clock::now())).await
    }

    /// Sends what is due, one at a time, until it is dropped.
    pub async fn run(&self, famulor: Famulor, keys: watch::Receiver<KeyStatus>, timing: Timing) {
        courier::Courier { outbox: self.clone(), famulor, keys, timing }.run().await;
    }

    async fn person(
        &self,
        id: i64,
        change: impl FnOnce(&mut rusqlite::Connection) -> Result<(), OutboxError> + Send + 'static,
    ) -> Result<(), OutboxError> {
        self.store.run(change).await?;
        self.changed(id);
        self.wake.notify_one();
        Ok(())
    }

    fn changed(&self, id: i64) {
        self.tell(Change { id, is_outcome: false });
    }

    fn ended(&self, id: i64) {
        self.tell(Change { id, is_outcome: true });
    }

    fn tell(&self, change: Change) {
        // Nobody listening is no error: the database is what counts.
        let _ = self.changes.send(change);
    }
}

/// How many messages are being sent, or will be within the minute.
///
/// # Errors
/// [`StoreError`].
pub fn under_way(connection: &mut rusqlite::Connection) -> Result<u32, StoreError> {
    Ok(connection.query_row(
        "SELECT count(*) FROM message WHERE state = 'sending' OR (state = 'queued' AND due_at < ?1)",
        [clock::now() + 60_000],
        |row| row.get(0),
    )?)
}

/// A duration as the database keeps time.
fn millis(duration: Duration) -> Millis {
    Millis::try_from(duration.as_millis()).unwrap_or(Millis::MAX)
}
