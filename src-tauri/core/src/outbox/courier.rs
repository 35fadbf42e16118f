//! The courier: takes what is due, one message at a time, and sees it through to its end.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::watch;
use tokio::time::sleep;

use super::outgoing::Outgoing;
use super::settle::{self, Next, Settled};
use super::turn::Countdowns;
use super::{Credentials, KeyStatus, Outbox, Timing, claim, throttle};
use crate::clock::{Millis, Moment};
use crate::famulor::{Attempt, Claim, ClaimRefused, Famulor};
use crate::policy::Refusal;
use crate::store::StoreError;
use crate::types::Reason;

pub(super) struct Courier {
    pub(super) outbox: Outbox,
    pub(super) famulor: Famulor,
    pub(super) keys: watch::Receiver<KeyStatus>,
    pub(super) timing: Timing,
}

/// What is to be done next.
enum Errand {
    /// Nothing is queued.
    Nothing,
    /// The next turn comes in so many milliseconds.
    Wait(Millis),
    /// It is this message's turn.
    Take(Box<Outgoing>),
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
        match self.outbox.at_once(|c, countdowns, now| errand(c, countdowns, now)).await? {
            Errand::Nothing => self.outbox.wake.notified().await,
            Errand::Wait(left) => self.wait(Duration::from_millis(left.unsigned_abs())).await,
            Errand::Take(outgoing) => self.see_to(*outgoing).await?,
        }
        Ok(())
    }

    async fn see_to(&mut self, outgoing: Outgoing) -> Result<(), StoreError> {
        match self.ready(&outgoing).await? {
            Ok(credentials) => self.deliver(outgoing, &credentials).await,
            Err(Obstacle::Hold(reason)) => self.hold(outgoing, reason).await?,
            Err(Obstacle::Throttled(wait)) => self.wait(wait).await,
            Err(Obstacle::NoAnswerFromKeychain) => self.wait_for_key().await,
        }
        Ok(())
    }

    /// Whether a due message may go now, and with what.
    async fn ready(&mut self, outgoing: &Outgoing) -> Result<Result<Arc<Credentials>, Obstacle>, StoreError> {
        let now = self.outbox.clock.now();
        if outgoing.turn.is_late(now) {
            return Ok(Err(Obstacle::Hold(Reason::Late)));
        }
        if let Some(refusal) = self.refusal(outgoing, now.wall).await? {
            return Ok(Err(Obstacle::Hold(refusal.into())));
        }
        if outgoing.is_forbidden() {
            return Ok(Err(Obstacle::Hold(Reason::DoNotWrite)));
        }
        let credentials = match self.keys.borrow_and_update().clone() {
            KeyStatus::Present(credentials) => credentials,
            KeyStatus::Absent => return Ok(Err(Obstacle::Hold(Reason::KeyMissing))),
            KeyStatus::Asking => return Ok(Err(Obstacle::NoAnswerFromKeychain)),
        };
        if !outgoing.may_go_under(&credentials) {
            return Ok(Err(Obstacle::Hold(Reason::AccountChanged)));
        }
        let wait = self.outbox.store.run(move |c| throttle::wait(c, now.wall)).await?;
        Ok(if wait.is_zero() { Ok(credentials) } else { Err(Obstacle::Throttled(wait)) })
    }

    /// What the policy says of it now.
    async fn refusal(&self, outgoing: &Outgoing, now: Millis) -> Result<Option<Refusal>, StoreError> {
        let (policy, outgoing) = (self.outbox.policy.clone(), outgoing.clone());
        self.outbox.store.run(move |c| policy.refuses_now(c, outgoing.planned(now))).await
    }

    async fn deliver(&self, outgoing: Outgoing, credentials: &Credentials) {
        let attempt = self.famulor.send(&credentials.key, &outgoing.sms, self.claim(&outgoing)).await;
        let settled = self.settle(&outgoing, attempt).await;
        self.outbox.ended(outgoing.id);
        settled.held.iter().for_each(|id| self.outbox.ended(*id));
        if let Next::Retry(number) = settled.next {
            sleep(self.timing.connection_retries.get(number).copied().unwrap_or_default()).await;
        }
    }

    /// The commit that the body gate awaits.
    fn claim(&self, outgoing: &Outgoing) -> Claim {
        let (outbox, id, revision) = (self.outbox.clone(), outgoing.id, outgoing.revision);
        let own = outgoing.own_claim.clone();
        Box::pin(async move {
            if outbox.store.is_damaged() {
                return Err(ClaimRefused);
            }
            let claimed = outbox.at_once(move |c, _, now| claim::claim(c, id, revision, &own, now.wall)).await;
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
    async fn settle(&self, outgoing: &Outgoing, attempt: Attempt) -> Settled {
        loop {
            let (outgoing, attempt, retries) =
                (outgoing.clone(), attempt.clone(), self.timing.connection_retries.len());
            let settled = self
                .outbox
                .at_once(move |c, countdowns, now| settle::settle(c, &outgoing, &attempt, retries, countdowns, now));
            match settled.await {
                Ok(settled) => return settled,
                Err(error) => tracing::error!(%error, "the result could not be written and is kept"),
            }
            sleep(self.timing.settle_retry).await;
        }
    }

    async fn hold(&self, outgoing: Outgoing, reason: Reason) -> Result<(), StoreError> {
        let id = outgoing.id;
        if self.outbox.at_once(move |c, _, now| settle::hold(c, &outgoing, reason, now.wall)).await? {
            self.outbox.ended(id);
        }
        Ok(())
    }

    /// Until that time has passed or the person does something, but no longer than until the next look.
    async fn wait(&self, time: Duration) {
        tokio::select! {
            () = sleep(self.timing.next_look(time)) => {}
            () = self.outbox.wake.notified() => {}
        }
    }

    /// Until the keychain answers or the person does something, or until the next look: the message may be late then.
    async fn wait_for_key(&mut self) {
        tokio::select! {
            Ok(()) = self.keys.changed() => {}
            () = sleep(self.timing.look_again) => {}
            () = self.outbox.wake.notified() => {}
        }
    }
}

fn errand(connection: &Connection, countdowns: &Countdowns, now: Moment) -> Result<Errand, StoreError> {
    let Some(first) = countdowns.queued(connection, now)?.first().copied() else { return Ok(Errand::Nothing) };
    if first.left > 0 {
        return Ok(Errand::Wait(first.left));
    }
    let outgoing = Outgoing::load(connection, first)?;
    Ok(outgoing.map_or(Errand::Wait(0), |outgoing| Errand::Take(Box::new(outgoing))))
}
