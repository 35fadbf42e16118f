//! A database with a past: messages written long ago, in the state in which they ended.

use famulor_sms_core::history;
use famulor_sms_core::store::Store;
use famulor_sms_core::types::{HistoryFilter, HistorySum, MessageView};
use famulor_sms_tests::past;
use tempfile::TempDir;

pub(crate) use famulor_sms_tests::past::Past;

/// A database without an outbox, in a folder of its own.
pub(crate) struct Archive {
    pub(crate) store: Store,
    pub(crate) folder: TempDir,
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
        past::add(&self.store, past)
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
