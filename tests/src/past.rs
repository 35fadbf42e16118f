//! Messages of the past, put into a database in the state in which they ended.

use famulor_sms_core::store::Store;
use rusqlite::{Connection, named_params};
use uuid::Uuid;

/// A message as it was written and as it ended.
#[derive(Debug, Clone)]
pub struct Past {
    name: Option<&'static str>,
    number: String,
    body: String,
    sender: i64,
    at: i64,
    state: &'static str,
    billed: Option<(u32, &'static str, Option<&'static str>)>,
}

impl Past {
    /// To this number, sent.
    #[must_use]
    pub fn to(number: &str) -> Self {
        let body = "Guten Tag".to_owned();
        Self { name: None, number: number.into(), body, sender: 1, at: 0, state: "sent", billed: None }
    }

    /// To somebody of this name.
    #[must_use]
    pub fn named(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// With this text.
    #[must_use]
    pub fn saying(mut self, body: &str) -> Self {
        self.body = body.into();
        self
    }

    /// From this sender.
    #[must_use]
    pub fn from(mut self, sender: i64) -> Self {
        self.sender = sender;
        self
    }

    /// Written then.
    #[must_use]
    pub fn at(mut self, at: i64) -> Self {
        self.at = at;
        self
    }

    /// Ended like this.
    #[must_use]
    pub fn that_is(mut self, state: &'static str) -> Self {
        self.state = state;
        self
    }

    /// Billed with so many parts and this price.
    #[must_use]
    pub fn billed(mut self, parts: u32, cost: &'static str, currency: Option<&'static str>) -> Self {
        self.billed = Some((parts, cost, currency));
        self
    }
}

/// Adds messages, in the order in which they were written; their rows.
pub fn add(store: &Store, past: impl IntoIterator<Item = Past>) -> Vec<i64> {
    let added = store.now(|c| {
        let transaction = c.transaction()?;
        let ids = past.into_iter().map(|message| insert(&transaction, &message)).collect::<rusqlite::Result<_>>()?;
        transaction.commit()?;
        Ok::<_, rusqlite::Error>(ids)
    });
    added.expect("the messages can be written")
}

/// Brought to its state by legal changes, each with its step.
fn insert(connection: &Connection, message: &Past) -> rusqlite::Result<i64> {
    connection.execute(
            "INSERT INTO message (uuid, draft_id, recipient_name, recipient_number, body, sender_id, sender_number,
                 account_email, key_generation, predicted_segments, created_at, due_at)
             VALUES (:uuid, :draft, :name, :number, :body, :sender, '+493090182' || :sender, 'a@b.example', 1, 1, :at, :at)",
            named_params! {
                ":uuid": Uuid::new_v4().to_string(), ":draft": Uuid::new_v4().to_string(), ":name": message.name,
                ":number": message.number, ":body": message.body, ":sender": message.sender, ":at": message.at,
            },
        )?;
    let id = connection.last_insert_rowid();
    let way: &[&str] = match message.state {
        "queued" => &[],
        "sent" | "rejected" | "unclear" => &["sending", message.state],
        _ => &[message.state],
    };
    for state in way {
        connection.execute("UPDATE message SET state = ?2 WHERE id = ?1", (id, state))?;
        let step = "INSERT INTO message_event (message_id, at, state) VALUES (?1, ?2, ?3)";
        connection.execute(step, (id, message.at, state))?;
    }
    if let Some((parts, cost, currency)) = message.billed {
        let bill = "UPDATE message SET billed_segments = ?2, cost = ?3, currency = ?4 WHERE id = ?1";
        connection.execute(bill, (id, parts, cost, currency))?;
    }
    Ok(id)
}
