//! The outbox: the life of a message, from the commit before anything is said to the last answer.
//!
//! Never sent twice: one synced claim stands before the first byte of the body, and only
//! what provably never left is tried again. Never lost: a message is a row before the window hears
//! of it. Never claimed to be known: what is not certain is Unclear.

mod claim;
mod courier;
mod credentials;
mod evidence;
mod outgoing;
mod person;
mod queue;
mod restored;
mod row;
mod settle;
mod start;
mod step;
mod throttle;
mod turn;
mod waiting;

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
use thiserror::Error;
use tokio::sync::{Notify, broadcast, watch};

pub use credentials::{Credentials, KeyStatus};
pub(crate) use queue::of_draft;
pub use queue::{Due, NewMessage, Queueing, Sender};
pub(crate) use restored::settle_restored;
pub use turn::LATE_AFTER;
pub use waiting::{asking, waiting};

use crate::clock::{self, Clock, Moment};
use crate::famulor::Famulor;
use crate::policy::{Policy, Refusal};
use crate::store::{Store, StoreError};
use crate::types::{Draft, Verdict};
use turn::Countdowns;

/// How long the outbox waits for what.
#[derive(Debug, Clone)]
pub struct Timing {
    /// The wait before each further attempt on a connection that provably carried nothing; as many attempts follow the
    /// first.
    pub connection_retries: Vec<Duration>,
    /// The wait before a result that could not be written is written again.
    pub settle_retry: Duration,
    /// The longest wait between two looks at the clock while a turn is near: the wall clock may jump and the machine may
    /// sleep.
    pub look_again: Duration,
    /// The same while the first turn is further away than this. Less than [`LATE_AFTER`], so that a turn which a sleep has
    /// gone over by little is still taken.
    pub far_away: Duration,
    /// The wait before the balance is asked for after a message became Unclear.
    pub evidence_after: Duration,
    /// The wait before a balance that could not be heard is asked for again.
    pub evidence_retry: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            connection_retries: [1, 3, 10].map(Duration::from_secs).to_vec(),
            settle_retry: Duration::from_secs(1),
            look_again: Duration::from_secs(2),
            far_away: Duration::from_secs(60),
            evidence_after: Duration::from_secs(15),
            evidence_retry: Duration::from_secs(60),
        }
    }
}

impl Timing {
    /// When to look at the clock again if the first turn comes in so long a time.
    fn next_look(&self, left: Duration) -> Duration {
        if left > self.far_away { self.far_away } else { left.min(self.look_again) }
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

/// What the person decided was not done.
#[derive(Debug, Error)]
pub enum OutboxError {
    /// The message is no longer in the state that the change needs: it is being sent or has been settled meanwhile.
    #[error("the message has changed meanwhile")]
    TooLate,
    /// The organisation's policy does not let it go.
    #[error(transparent)]
    Forbidden(#[from] Refusal),
    /// A Held message cannot be sent without a key: set up the account.
    #[error("there is no key")]
    KeyMissing,
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
    clock: Arc<dyn Clock>,
    countdowns: Countdowns,
    policy: Policy,
    changes: broadcast::Sender<Change>,
    /// Wakes the courier: the person has done something.
    wake: Arc<Notify>,
    /// Wakes the witness: a message has come to an end.
    outcome: Arc<Notify>,
}

impl Outbox {
    /// Takes over the store: what the last run left open is settled first (Sending becomes Unclear, what was not
    /// claimed becomes Held, but for what is to go later).
    ///
    /// # Errors
    /// [`StoreError`]; then nothing may be sent.
    pub fn start(store: Store, clock: Arc<dyn Clock>, policy: Policy) -> Result<Self, StoreError> {
        store.now(|connection| start::settle_last_run(connection, clock.now().wall))?;
        Ok(Self {
            store,
            clock,
            countdowns: Countdowns::default(),
            policy,
            changes: broadcast::Sender::new(256),
            wake: Arc::default(),
            outcome: Arc::default(),
        })
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
        let queueing = self.at_once(move |c, countdowns, now| {
            let queueing = queue::queue(c, &message, now.wall)?;
            if let (Queueing::Queued(id), Due::After(wait)) = (&queueing, message.due) {
                countdowns.begin(*id, wait, now);
            }
            Ok::<_, StoreError>(queueing)
        });
        let queueing = queueing.await?;
        if let Queueing::Queued(id) = queueing {
            self.changed(id);
            self.wake.notify_one();
        }
        Ok(queueing)
    }

    /// The person does not wait any longer: a Queued message is due now, and a Held one goes after all, under the
    /// account as it is now.
    ///
    /// # Errors
    /// [`OutboxError`]; [`OutboxError::KeyMissing`] only where it is Held.
    pub async fn send_now(&self, id: i64, credentials: Option<Arc<Credentials>>) -> Result<(), OutboxError> {
        let policy = self.policy.clone();
        self.person(id, move |c, countdowns, now| {
            person::send_now(c, id, credentials.as_deref(), &policy, now.wall)?;
            countdowns.begin(id, Duration::ZERO, now);
            Ok(())
        })
        .await
    }

    /// The person takes back a Queued or Held message, and goes on writing it: undo, and change.
    ///
    /// # Errors
    /// [`OutboxError`]; there is no new draft then.
    pub async fn take_back(&self, id: i64) -> Result<Draft, OutboxError> {
        self.person(id, move |c, _, now| person::take_back(c, id, now.wall)).await
    }

    /// The person takes back a Queued or Held message for good.
    ///
    /// # Errors
    /// [`OutboxError`].
    pub async fn cancel(&self, id: i64) -> Result<(), OutboxError> {
        self.person(id, move |c, _, now| person::cancel(c, id, now.wall)).await
    }

    /// The person has looked up what became of an Unclear message.
    ///
    /// # Errors
    /// [`OutboxError`].
    pub async fn settle_by_person(&self, id: i64, verdict: Verdict) -> Result<(), OutboxError> {
        self.person(id, move |c, _, now| person::settle(c, id, verdict, now.wall)).await
    }

    /// How many messages are being sent, or will be within the minute.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn under_way(&self) -> Result<u32, StoreError> {
        self.at_once(|c, countdowns, now| waiting::under_way(c, countdowns, now)).await
    }

    /// How many messages are being sent, or will be within this time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn due_within(&self, time: Duration) -> Result<u32, StoreError> {
        self.at_once(move |c, countdowns, now| waiting::due_within(c, countdowns, now, clock::millis(time))).await
    }

    /// How many messages wait for a time that is further away than a minute: a chosen one, or the service's.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn later(&self) -> Result<u32, StoreError> {
        self.at_once(|c, countdowns, now| waiting::later(c, countdowns, now)).await
    }

    /// Sends what is due, one at a time, and asks for the balance a while after a message became Unclear, until it is
    /// dropped.
    pub async fn run(&self, famulor: Famulor, keys: watch::Receiver<KeyStatus>, timing: Timing) {
        let witness = evidence::Witness {
            outbox: self.clone(),
            famulor: famulor.clone(),
            keys: keys.clone(),
            timing: timing.clone(),
        };
        let courier = courier::Courier { outbox: self.clone(), famulor, keys, timing };
        tokio::join!(courier.run(), witness.run());
    }

    async fn person<T: Send + 'static>(
        &self,
        id: i64,
        change: impl FnOnce(&mut Connection, &Countdowns, Moment) -> Result<T, OutboxError> + Send + 'static,
    ) -> Result<T, OutboxError> {
        let done = self.at_once(change).await?;
        self.changed(id);
        self.wake.notify_one();
        Ok(done)
    }

    /// Runs `work` on the database; the courier sees it together with the countdown that it begins.
    async fn at_once<T: Send + 'static, E: From<StoreError> + Error + Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection, &Countdowns, Moment) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E> {
        let (countdowns, clock) = (self.countdowns.clone(), self.clock.clone());
        self.store.run(move |c| work(c, &countdowns, clock.now())).await
    }

    fn changed(&self, id: i64) {
        self.tell(Change { id, is_outcome: false });
    }

    fn ended(&self, id: i64) {
        self.outcome.notify_one();
        self.tell(Change { id, is_outcome: true });
    }

    fn tell(&self, change: Change) {
        // Nobody listening is no error: the database is what counts.
        let _ = self.changes.send(change);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_looked_at_once_a_minute_until_a_turn_is_near() {
        let timing = Timing::default();
        let look = |seconds| timing.next_look(Duration::from_secs(seconds)).as_secs();
        assert_eq!([look(3_600), look(61), look(60), look(2), look(1)], [60, 60, 2, 2, 1]);
        assert!(timing.far_away < LATE_AFTER);
    }
}
