//! A database with a past: messages written long ago, in the state in which they ended.

use famulor_sms_core::history;
use famulor_sms_core::store::Store;
use famulor_sms_core::types::{HistoryFilter, HistorySum, MessageView};
use rusqlite::{Connection, named_params};
use tempfile::TempDir;
use uuid::Uuid;

/// A database without an outbox, in a folder of its own.
pub(crate) struct Archive {
    pub(crate) store: Store,
    pub(crate) folder: TempDir,
}

/// A message as it was written and as it ended.
pub(crate) struct Past {
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
    pub(crate) fn to(number: &str) -> Self {
        let body = "Guten Tag".to_owned();
        Self { name: None, number: number.into(), body, sender: 1, at: 0, state: "sent", billed: None }
    }

    /// To somebody of this name.
    pub(crate) fn named(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// With this text.
    pub(crate) fn saying(mut self, body: &str) -> Self {
        self.body = body.into();
        self
    }

    /// From this sender.
    pub(crate) fn from(mut self, sender: i64) -> Self {
        self.sender = sender;
        self
    }

    /// Written then.
    pub(crate) fn at(mut self, at: i64) -> Self {
        self.at = at;
        self
    }

    /// Ended like this.
    pub(crate) fn that_is(mut self, state: &'static str) -> Self {
        self.state = state;
        self
    }

    /// Billed with so many parts and this price.
    pub(crate) fn billed(mut self, parts: u32, cost: &'static str, currency: Option<&'static str>) -> Self {
        self.billed = Some((parts, cost, currency));
        self
    }
}

impl Archive {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { store: Store::open(folder.path()).unwrap(), folder }
    }

    pub(crate) fn with(past: impl IntoIterator<Item = Past>) -> Self {
        let archive = Self::new();
        archive.add(past);
        archive
    }

    /// Their rows.
    pub(crate) fn add(&self, past: impl IntoIterator<Item = Past>) -> Vec<i64> {
        self.store
            .now(|c| {
                let transaction = c.transaction()?;
                let ids = past.into_iter().map(|message| insert(&transaction, &message)).collect();
                transaction.commit()?;
                Ok::<_, rusqlite::Error>(ids)
            })
            .unwrap()
    }

    pub(crate) fn change(&self, statement: &str) {
        self.store.now(|c| c.execute_batch(statement)).unwrap();
    }

    pub(crate) fn look_up<T: rusqlite::types::FromSql>(&self, question: &str) -> T {
        self.store.now(|c| c.query_row(question, [], |row| row.get(0))).unwrap()
    }

    pub(crate) fn sum(&self, filter: &HistoryFilter) -> HistorySum {
        self.store.now(|c| history::sum(c, filter)).unwrap()
    }

    /// All that fit, page by page, newest first.
    pub(crate) fn all(&self, filter: &HistoryFilter) -> Vec<MessageView> {
        let mut all: Vec<MessageView> = Vec::new();
        loop {
            let before = all.last().map(|message| message.id);
            let page = self.store.now(|c| history::page(c, filter, before)).unwrap();
            all.extend(page.messages);
            if !page.more {
                return all;
            }
        }
    }

    /// The texts of those that a search finds, newest first.
    pub(crate) fn found(&self, search: &str) -> Vec<String> {
        let filter = HistoryFilter { search: search.into(), ..HistoryFilter::default() };
        self.all(&filter).into_iter().map(|message| message.body).collect()
    }

    /// The index of the search fits the messages, and nothing is damaged.
    pub(crate) fn assert_sound(&self) {
        self.change("INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)");
        assert_eq!(self.look_up::<String>("PRAGMA integrity_check"), "ok");
    }
}

/// Brought to its state by legal changes, each with its step.
fn insert(connection: &Connection, message: &Past) -> i64 {
    connection
        .execute(
            "INSERT INTO message (uuid, draft_id, recipient_name, recipient_number, body, sender_id, sender_number,
                 account_email, key_generation, predicted_segments, created_at, due_at)
             VALUES (:uuid, :draft, :name, :number, :body, :sender, '+493090182' || :sender, 'a@b.example', 1, 1, :at, :at)",
            named_params! {
                ":uuid": Uuid::new_v4().to_string(), ":draft": Uuid::new_v4().to_string(), ":name": message.name,
                ":number": message.number, ":body": message.body, ":sender": message.sender, ":at": message.at,
            },
        )
        .unwrap();
    let id = connection.last_insert_rowid();
    let way: &[&str] = match message.state {
        "queued" => &[],
        "sent" | "rejected" | "unclear" => &["sending", message.state],
        _ => &[message.state],
    };
    for state in way {
        connection.execute("UPDATE message SET state = ?2 WHERE id = ?1", (id, state)).unwrap();
        connection
            .execute("INSERT INTO message_event (message_id, at, state) VALUES (?1, ?2, ?3)", (id, message.at, state))
            .unwrap();
    }
    if let Some((parts, cost, currency)) = message.billed {
        let bill = "UPDATE message SET billed_segments = ?2, cost = ?3, currency = ?4 WHERE id = ?1";
        connection.execute(bill, (id, parts, cost, currency)).unwrap();
    }
    id
}
