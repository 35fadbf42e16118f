//! A message on its way out, as one attempt to send it needs it.

use rusqlite::{Connection, OptionalExtension as _, Row};
use uuid::Uuid;

use super::Credentials;
use super::claim::OwnClaim;
use super::turn::{Queued, Turn};
use crate::clock::Millis;
use crate::contacts;
use crate::famulor::Sms;
use crate::phone_number::PhoneNumber;
use crate::policy::Planned;

/// A message whose turn has come.
#[derive(Debug, Clone)]
pub(super) struct Outgoing {
    pub(super) id: i64,
    pub(super) revision: i64,
    pub(super) turn: Turn,
    pub(super) connection_tries: i64,
    pub(super) waits: u32,
    pub(super) sms: Sms,
    pub(super) own_claim: OwnClaim,
    account_email: String,
    key_generation: i64,
    sender_can_send: bool,
    sender_number: String,
    is_forbidden: bool,
}

impl Outgoing {
    /// The message as it is now; none if it is no longer queued.
    pub(super) fn load(connection: &Connection, queued: Queued) -> rusqlite::Result<Option<Self>> {
        let mut statement = connection.prepare_cached(
            "SELECT revision, connection_tries, waits, uuid, sender_id, recipient_number, body, account_email,
                 key_generation,
                 EXISTS (SELECT 1 FROM sender WHERE sender.id = message.sender_id AND problem IS NULL), overruled,
                 sender_number
             FROM message WHERE id = ?1 AND state = 'queued'",
        )?;
        statement.query_row([queued.id], |row| Self::read(connection, row, queued)).optional()
    }

    fn read(connection: &Connection, row: &Row<'_>, queued: Queued) -> rusqlite::Result<Self> {
        let to = PhoneNumber::stored(row.get(5)?);
        let mark = contacts::mark(connection, to.as_str())?.map(|mark| mark.since);
        Ok(Self {
            id: queued.id,
            turn: queued.turn,
            revision: row.get(0)?,
            connection_tries: row.get(1)?,
            waits: row.get(2)?,
            sms: Sms {
                uuid: row.get::<_, String>(3)?.parse().unwrap_or_else(|_| Uuid::nil()),
                from: row.get(4)?,
                to,
                body: row.get(6)?,
            },
            account_email: row.get(7)?,
            key_generation: row.get(8)?,
            sender_can_send: row.get(9)?,
            sender_number: row.get(11)?,
            is_forbidden: mark.is_some() && mark != row.get(10)?,
            own_claim: OwnClaim::default(),
        })
    }

    /// Whether the recipient is marked as not to be written to, and nobody has said that this message goes all the same.
    pub(super) const fn is_forbidden(&self) -> bool {
        self.is_forbidden
    }

    /// The message as the policy looks at it.
    pub(super) fn planned(&self, now: Millis) -> Planned<'_> {
        Planned { to: &self.sms.to, sender: &self.sender_number, at: now }
    }

    pub(super) fn may_go_under(&self, credentials: &Credentials) -> bool {
        self.key_generation == credentials.generation && self.account_email == credentials.email && self.sender_can_send
    }
}
