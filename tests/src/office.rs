//! An office that sends SMS: store, session and outbox over a folder of its own, against a simulator of its own.

mod clock;
mod dead_port;
mod desk;
mod letter;
mod opening;

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;

use famulor_simulator::{LedgerEntry, Simulator};
use famulor_sms_core::api_key::KeyStore;
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::outbox::Timing;
use famulor_sms_core::policy::Policy;
use famulor_sms_core::store::Store;
use tempfile::TempDir;

pub use clock::OfficeClock;
pub use dead_port::DeadPort;
pub use desk::Desk;
pub use letter::Letter;
pub use opening::Opening;

use crate::wait::{PATIENCE, wait_until};

/// The key that the simulator of an office accepts.
pub const KEY: &str = "7|the-key-of-this-office";

/// Anna's number.
pub const ANNA: &str = "+4915123456789";
/// Bilal's number.
pub const BILAL: &str = "+4917612345678";
/// Clara's number.
pub const CLARA: &str = "+436641234567";

/// A desk, the simulator it sends to, and the folder of its data.
pub struct Office {
    desk: Desk,
    /// The Famulor of this office.
    pub simulator: Simulator,
    /// The data folder.
    pub folder: TempDir,
    limits: Limits,
    timing: Timing,
    key_store: Arc<dyn KeyStore>,
}

impl Deref for Office {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl DerefMut for Office {
    fn deref_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }
}

impl Office {
    /// An office with a key, at work.
    pub async fn open() -> Self {
        Opening::default().open().await
    }

    /// From now on the outbox sends.
    pub fn go_to_work(&mut self) {
        let timing = self.timing.clone();
        self.desk.start_work(timing);
    }

    /// The program is started anew on the same data, and has its key; the outbox does not send yet.
    pub async fn start_anew(self) -> Self {
        let policy = self.desk.policy.clone();
        self.start_anew_under(policy).await
    }

    /// The same, and meanwhile the organisation's policy has become this one.
    pub async fn start_anew_under(self, policy: Policy) -> Self {
        let Self { mut desk, simulator, folder, limits, timing, key_store } = self;
        desk.stop_work().await;
        let (clock, undo) = (desk.clock.clone(), desk.undo);
        drop(desk);
        // A look at the database that was cut short ends on a thread of its own.
        wait_until(PATIENCE, || Store::open(folder.path()).is_ok());
        let mut desk = Desk::set_up_by(clock, policy, folder.path(), &simulator.url(), key_store.clone(), limits);
        desk.undo = undo;
        desk.session.read_key().await.expect("the key is kept");
        Self { desk, simulator, folder, limits, timing, key_store }
    }

    /// The one request that arrived; no other has.
    pub fn only_entry(&self) -> LedgerEntry {
        let mut ledger = self.simulator.ledger();
        assert_eq!(ledger.len(), 1, "{ledger:?}");
        ledger.remove(0)
    }

    /// Nothing arrived, not even in part.
    pub fn assert_nothing_arrived(&self) {
        assert_eq!(self.simulator.ledger(), []);
    }

    /// The id that a message is sent under.
    #[must_use]
    pub fn uuid(&self, id: i64) -> String {
        self.look_up("SELECT uuid FROM message WHERE id = ?1", [id])
    }
}

/// Waits so short that a test does not notice them.
#[must_use]
pub fn quick() -> Timing {
    Timing {
        connection_retries: vec![Duration::from_millis(2); 3],
        settle_retry: Duration::from_millis(20),
        look_again: Duration::from_millis(20),
        far_away: Duration::from_millis(20),
        ..Timing::default()
    }
}
