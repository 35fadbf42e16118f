//! What a send that was cut short has left: each message as the next start settles it, compared with what the process
//! had said and with what arrived.

use std::path::Path;
use std::sync::Arc;

use famulor_simulator::LedgerEntry;
use famulor_sms_core::clock::SystemClock;
use famulor_sms_core::outbox::Outbox;
use famulor_sms_core::policy::Policy;
use famulor_sms_tests::paper;

/// A message as the next start finds and settles it.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) draft: String,
    pub(crate) uuid: String,
    pub(crate) state: String,
}

impl Found {
    /// Every message in a folder, whose database is whole.
    pub(crate) fn all_in(folder: &Path) -> Vec<Self> {
        let store = paper::open(folder);
        Outbox::start(store.clone(), Arc::new(SystemClock), Policy::default()).expect("the last run can be settled");
        store
            .now(|c| {
                let health: String = c.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
                assert_eq!(health, "ok");
                let mut all = c.prepare("SELECT draft_id, uuid, state FROM message")?;
                let all =
                    all.query_map([], |row| Ok(Self { draft: row.get(0)?, uuid: row.get(1)?, state: row.get(2)? }))?;
                all.collect::<rusqlite::Result<Vec<_>>>()
            })
            .unwrap()
    }

    pub(crate) fn is(&self, states: &[&str]) -> bool {
        states.contains(&self.state.as_str())
    }

    fn assert_agrees(&self, arrived: &[LedgerEntry], what: &str) {
        assert!(self.is(&["held", "sent", "rejected", "not-sent", "unclear"]), "{what}");
        if let Some(entry) = arrived.first() {
            assert_eq!(entry.idempotency_key.as_ref(), Some(&self.uuid), "{what}");
            assert!(!self.is(&["held", "not-sent"]), "it arrived all the same: {what}");
            assert!(!entry.repeated, "it was repeated: {what}");
            assert!(!entry.sent || !self.is(&["rejected"]), "it was not refused: {what}");
        }
        assert!(!self.is(&["sent"]) || arrived.iter().any(|entry| entry.sent), "it was not sent: {what}");
    }
}

/// One letter was written: it did not go twice, and what is found of it is neither less than was said nor other than
/// what arrived.
pub(crate) fn assert_agrees(letter: Option<&Found>, said: &str, arrived: &[LedgerEntry], what: &str) {
    assert!(arrived.len() <= 1, "it arrived twice: {what}");
    let Some(letter) = letter else {
        assert!(said.is_empty(), "a committed message is lost: {what}");
        assert!(arrived.is_empty(), "a message arrived that nobody knows: {what}");
        return;
    };
    letter.assert_agrees(arrived, what);
    assert!(!said.contains("settled") || !letter.is(&["held"]), "what was settled is lost: {what}");
}
