//! Evidence for what is unclear: the balance a while later. A hint, not proof.
//!
//! The wait goes by the steady clock and begins when the outbox sees the message, so none is asked about too soon.

use rusqlite::{Connection, TransactionBehavior};
use rust_decimal::Decimal;
use tokio::sync::watch;
use tokio::time::sleep;

use super::{KeyStatus, Outbox, Timing};
use crate::clock::Millis;
use crate::famulor::{Famulor, User};
use crate::store::StoreError;

pub(super) struct Witness {
    pub(super) outbox: Outbox,
    pub(super) famulor: Famulor,
    pub(super) keys: watch::Receiver<KeyStatus>,
    pub(super) timing: Timing,
}

impl Witness {
    pub(super) async fn run(mut self) {
        loop {
            match self.outbox.store.run(|c| without_evidence(c)).await {
                Ok(unclear) if unclear.is_empty() => self.wait_for_another().await,
                Ok(unclear) => self.see_to(unclear).await,
                Err(error) => {
                    tracing::error!(%error, "the unclear messages could not be read");
                    sleep(self.timing.evidence_retry).await;
                }
            }
        }
    }

    async fn see_to(&mut self, unclear: Vec<i64>) {
        sleep(self.timing.evidence_after).await;
        if !self.hear(unclear).await {
            tokio::select! {
                () = sleep(self.timing.evidence_retry) => {}
                () = self.outbox.outcome.notified() => {}
            }
        }
    }

    /// Asks for the balance and keeps it with these messages; false if it could not be heard.
    async fn hear(&mut self, unclear: Vec<i64>) -> bool {
        let Some(user) = self.ask().await else { return false };
        match self.outbox.at_once(move |c, _, now| keep(c, &unclear, &user, now.wall)).await {
            Ok(kept) => {
                kept.iter().for_each(|id| self.outbox.changed(*id));
                !kept.is_empty()
            }
            Err(error) => {
                tracing::error!(%error, "the balance could not be kept");
                false
            }
        }
    }

    /// Waits for the key, however long the keychain takes.
    async fn ask(&mut self) -> Option<User> {
        let status = self.keys.wait_for(|status| matches!(status, KeyStatus::Present(_))).await.ok()?.clone();
        let credentials = match status {
            KeyStatus::Present(credentials) => credentials,
            KeyStatus::Asking | KeyStatus::Absent => return None,
        };
        self.famulor.user(&credentials.key).await.ok()
    }

    /// Another message may be unclear after an outcome, and another account may be known after a change of the key.
    async fn wait_for_another(&mut self) {
        tokio::select! {
            () = self.outbox.outcome.notified() => {}
            Ok(()) = self.keys.changed() => {}
        }
    }
}

/// The unclear messages of the account in use whose balance has not been heard since.
fn without_evidence(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM message INDEXED BY message_without_evidence
         WHERE state = 'unclear' AND balance_after_at IS NULL
             AND account_email = (SELECT email FROM account)",
    )?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Keeps the balance with the messages that it can say something about, and names those.
fn keep(connection: &mut Connection, unclear: &[i64], user: &User, now: Millis) -> Result<Vec<i64>, StoreError> {
    let balance = user.balance.as_ref().map(Decimal::to_string);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut kept = Vec::new();
    for id in unclear {
        let changed = transaction.execute(
            "UPDATE message SET balance_after = ?2, balance_after_at = ?3
             WHERE id = ?1 AND state = 'unclear' AND balance_after_at IS NULL AND account_email = ?4",
            (id, &balance, now, &user.email),
        )?;
        kept.extend((changed == 1).then_some(*id));
    }
    transaction.commit()?;
    Ok(kept)
}
