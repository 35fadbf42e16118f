//! How an office is to be, before it opens.

use std::sync::Arc;
use std::time::Duration;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::{KeyStore, MemoryKeyStore};
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::outbox::Timing;
use famulor_sms_core::policy::Policy;

use super::{Desk, KEY, Office, OfficeClock, quick};

/// How an office is to be; [`Opening::open`] opens it.
pub struct Opening {
    account: Account,
    limits: Limits,
    timing: Timing,
    undo: Duration,
    policy: Policy,
    key_store: Arc<dyn KeyStore>,
    with_key: bool,
    at_work: bool,
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            account: Account::example(KEY),
            limits: Limits::default(),
            timing: quick(),
            undo: Duration::ZERO,
            policy: Policy::default(),
            key_store: Arc::new(MemoryKeyStore::default()),
            with_key: true,
            at_work: true,
        }
    }
}

impl Opening {
    /// With another account.
    #[must_use]
    pub fn account(mut self, change: impl FnOnce(&mut Account)) -> Self {
        change(&mut self.account);
        self
    }

    /// With so little time for a whole call.
    #[must_use]
    pub fn patience(mut self, whole: Duration) -> Self {
        self.limits.whole = whole;
        self
    }

    /// With these waits.
    #[must_use]
    pub fn timing(mut self, timing: Timing) -> Self {
        self.timing = timing;
        self
    }

    /// With so long a time in which a letter can be taken back.
    #[must_use]
    pub fn undo(mut self, undo: Duration) -> Self {
        self.undo = undo;
        self
    }

    /// Under this policy.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// With this keychain.
    #[must_use]
    pub fn key_store(mut self, key_store: Arc<dyn KeyStore>) -> Self {
        self.key_store = key_store;
        self
    }

    /// Before the key was typed in.
    #[must_use]
    pub fn without_key(mut self) -> Self {
        self.with_key = false;
        self
    }

    /// The outbox does not send until [`Office::go_to_work`].
    #[must_use]
    pub fn not_yet_at_work(mut self) -> Self {
        self.at_work = false;
        self
    }

    /// Opens the office.
    pub async fn open(self) -> Office {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let simulator = Simulator::start(self.account).await.expect("the simulator finds a free port");
        let (clock, keys) = (OfficeClock::default(), self.key_store.clone());
        let mut desk = Desk::set_up_by(clock, self.policy, folder.path(), &simulator.url(), keys, self.limits);
        desk.undo = self.undo;
        let mut office =
            Office { desk, simulator, folder, limits: self.limits, timing: self.timing, key_store: self.key_store };
        if self.with_key {
            office.session.take_key(KEY, false).await.expect("the simulator knows the key");
        }
        if self.at_work {
            office.go_to_work();
        }
        office
    }
}
