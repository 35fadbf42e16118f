//! The courier: takes what is due, one message at a time, and sees it through to its end.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _};
use tokio::sync::watch;
use tokio::time::sleep;
use uuid::Uuid;

use super::settle::{self, Next, Settled};
use super::{Credentials, KeyStatus, LATE_AFTER, Outbox, Timing, claim, millis, throttle};
use crate::clock::{self, Millis};
use crate::famulor::{Attempt, Claim, ClaimRefused, Famulor, Sms};
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::Reason;

pub(super) struct Courier {
    pub(super) outbox: Outbox,
    pub(super) famulor: Famulor,
    pub(super) keys: watch::Receiver<KeyStatus>,
    pub(super) timing: Timing,
}

/// The message whose turn is next.
#[derive(Debug, Clone)]
pub(super) struct Due {
    pub(super) id: i64,
    pub(super) revision: i64,
    pub(super) due_at: Millis,
    pub(super) connection_tries: i64,
    pub(super) waits: u32,
    sms: Sms,
    account_email: String,
    key_generation: i64,
    sender_can_send: bool,
}

/// What stands between a due message and its sending.
enum Obstacle {
    /// The person must say what is to become of it.
    Hold(Reason),
    /// The keychain has not answered yet.
    NoAnswerFromKeychain,
    /// The service's limits.
    Throttled(Duration),
}

impl Courier {
    pub(super) async fn run(mut self) {
        loop {
            if let Err(error) = self.step().await {
                tracing::error!(%error, "the outbox cannot use the database");
                sleep(self.timing.settle_retry).await;
            }
        }
    }

    async fn step(&mut self) -> Result<(), StoreError> {
        if self.outbox.store.is_damaged() {
            // What such a database says of a message may be wrong; the next start settles what waits.
            return std::future::pending().await;
        }
        let Some(due) = self.outbox.store.run(|c| next(c)).await? else {
            self.outbox.wake.notified().await;
            return Ok(());
        };
        let early = due.due_at - clock::now();
        if early > 0 {
            self.wait(Duration::from_millis(early.unsigned_abs())).await;
            return Ok(());
        }
        match self.ready(&due).await? {
            Ok(credentials) => self.deliver(due, &credentials).await,
            Err(Obstacle::Hold(reason)) => self.hold(due, reason).await?,
            Err(Obstacle::Throttled(wait)) => self.wait(wait).await,
            Err(Obstacle::NoAnswerFromKeychain) => self.wait_for_key(&due).await,
        }
        Ok(())
    }

    /// Whether a due message may go now, and with what.
    async fn ready(&mut self, due: &Due) -> Result<Result<Arc<Credentials>, Obstacle>, StoreError> {
        if clock::now() - due.due_at > millis(LATE_AFTER) {
            return Ok(Err(Obstacle::Hold(Reason::Late)));
        }
        let credentials = match self.keys.borrow_and_update().clone() {
            KeyStatus::Present(credentials) => credentials,
            KeyStatus::Absent => return Ok(Err(Obstacle::Hold(Reason::KeyMissing))),
            KeyStatus::Asking => return Ok(Err(Obstacle::NoAnswerFromKeychain)),
        };
        if !due.may_go_under(&credentials) {
            return Ok(Err(Obstacle::Hold(Reason::AccountChanged)));
        }
        let wait = self.outbox.store.run(|c| throttle::wait(c, clock::now())).await?;
        Ok(if wait.is_zero() { Ok(credentials) } else { Err(Obstacle::Throttled(wait)) })
    }

    async fn deliver(&self, due: Due, credentials: &Credentials) {
        let attempt = self.famulor.send(&credentials.key, &due.sms, self.claim(&due)).await;
        let settled = self.settle(due.clone(), attempt).await;
        self.outbox.ended(due.id);
        settled.held.iter().for_each(|id| self.outbox.ended(*id));
        if let Next::Retry(number) = settled.next {
            sleep(self.timing.connection_retries.get(number).copied().unwrap_or_default()).await;
        }
    }

    /// The commit that the body gate awaits.
    fn claim(&self, due: &Due) -> Claim {
        let (outbox, id, revision) = (self.outbox.clone(), due.id, due.revision);
        Box::pin(async move {
            if outbox.store.is_damaged() {
                return Err(ClaimRefused);
            }
            let claimed = outbox.store.run(move |c| claim::claim(c, id, revision, clock::now())).await;
            match claimed {
                Ok(true) => {
                    outbox.changed(id);
                    Ok(())
                }
                Ok(false) | Err(_) => Err(ClaimRefused),
            }
        })
    }

    /// Writes the result down, as often as it takes: it is known, so it must not be lost.
    async fn settle(&self, due: Due, attempt: Attempt) -> Settled {
        loop {
            let (due, attempt, retries) = (due.clone(), attempt.clone(), self.timing.connection_retries.len());
            let settled =
                self.outbox.store.run(move |c| settle::settle(c, &due, &attempt, retries, clock::now())).await;
            match settled {
                Ok(settled) => return settled,
                Err(error) => tracing::error!(%error, "the result could not be written and is kept"),
            }
            sleep(self.timing.settle_retry).await;
        }
    }

    async fn hold(&self, due: Due, reason: Reason) -> Result<(), StoreError> {
        let id = due.id;
        if self.outbox.store.run(move |c| settle::hold(c, &due, reason, clock::now())).await? {
            self.outbox.ended(id);
        }
        Ok(())
    }

    async fn wait(&self, time: Duration) {
        tokio::select! {
            () = sleep(time) => {}
            () = self.outbox.wake.notified() => {}
        }
    }

    /// Until the keychain answers, or the message is late, or the person does something.
    async fn wait_for_key(&mut self, due: &Due) {
        let left = due.due_at + millis(LATE_AFTER) + 1 - clock::now();
        tokio::select! {
            Ok(()) = self.keys.changed() => {}
            () = sleep(Duration::from_millis(u64::try_from(left).unwrap_or(0))) => {}
            () = self.outbox.wake.notified() => {}
        }
    }
}

impl Due {
    fn may_go_under(&self, credentials: &Credentials) -> bool {
        self.key_generation == credentials.generation && self.account_email == credentials.email && self.sender_can_send
    }
}

/// The queued message that is due first.
fn next(connection: &Connection) -> Result<Option<Due>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, revision, due_at, connection_tries, waits, uuid, sender_id, recipient_number, body,
             account_email, key_generation,
             EXISTS (SELECT 1 FROM sender WHERE sender.id = message.sender_id AND problem IS NULL)
         FROM message WHERE state = 'queued' ORDER BY due_at, id LIMIT 1",
    )?;
    let due = statement.query_row([], |row| {
        Ok(Due {
            id: row.get(0)?,
            revision: row.get(1)?,
            due_at: row.get(2)?,
            connection_tries: row.get(3)?,
            waits: row.get(4)?,
            sms: Sms {
                uuid: row.get::<_, String>(5)?.parse().unwrap_or_else(|_| Uuid::nil()),
                from: row.get(6)?,
                to: PhoneNumber::stored(row.get(7)?),
                body: row.get(8)?,
            },
            account_email: row.get(9)?,
            key_generation: row.get(10)?,
            sender_can_send: row.get(11)?,
        })
    });
    Ok(due.optional()?)
}
