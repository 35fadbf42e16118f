//! What all connections and the handle share: the account, the orders, the ledger.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use crate::account::Account;
use crate::answer::{Asked, Route, Verdict, verdict};
use crate::behaviour::{Behaviour, Orders};
use crate::ledger::{Ledger, LedgerEntry, RequestLine};
use crate::limits::Limits;
use crate::request::Head;
use crate::wire::Answer;

pub(crate) struct Shared {
    state: Mutex<State>,
    progress: watch::Sender<Progress>,
    open: watch::Sender<usize>,
}

pub(crate) struct State {
    pub(crate) account: Account,
    pub(crate) orders: Orders,
    pub(crate) ledger: Ledger,
    pub(crate) requests: Vec<RequestLine>,
    limits: Limits,
    sent: u64,
}

/// How far the ledger has come.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Progress {
    /// Its entries.
    pub(crate) entries: usize,
    /// Its changes.
    pub(crate) revision: u64,
}

impl Shared {
    pub(crate) fn new(account: Account) -> Self {
        let state = State {
            account,
            orders: Orders::default(),
            ledger: Ledger::default(),
            requests: Vec::new(),
            limits: Limits::default(),
            sent: 0,
        };
        Self { state: Mutex::new(state), progress: watch::Sender::default(), open: watch::Sender::default() }
    }

    /// The state; never held across an await.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.subscribe()
    }

    /// How many connections are open.
    pub(crate) fn open(&self) -> &watch::Sender<usize> {
        &self.open
    }

    /// Notes a request whose head was read, and says how it is to be treated.
    pub(crate) fn begin(&self, head: &Head) -> Option<Behaviour> {
        let mut state = self.state();
        let line = RequestLine::new(head, &state.account.api_key);
        state.requests.push(line);
        match Route::of(head) {
            Route::Sms => state.orders.for_sms(),
            Route::Me | Route::AllNumbers | Route::UsableNumbers => state.orders.account.clone(),
            Route::WrongMethod | Route::Unknown => None,
        }
    }

    /// Puts bytes of a body into the ledger, at the first of them as a new entry.
    pub(crate) fn record(&self, entry: Option<usize>, head: &Head, part: &[u8]) -> usize {
        let (index, opened) = self.state().record(entry, head, part);
        self.progress.send_modify(|progress| {
            progress.entries += usize::from(opened);
            progress.revision += 1;
        });
        index
    }

    /// Changes an entry of the ledger.
    pub(crate) fn amend(&self, entry: Option<usize>, change: impl FnOnce(&mut LedgerEntry)) {
        let Some(index) = entry else { return };
        if let Some(entry) = self.state().ledger.entry(index) {
            change(entry);
        }
        self.progress.send_modify(|progress| progress.revision += 1);
    }

    /// What Famulor says to a whole request; charges for an SMS that is sent.
    pub(crate) fn decide(&self, head: &Head, body: &[u8]) -> (Answer, bool) {
        let Verdict { answer, charge } = self.state().decide(head, body);
        (answer, charge.is_some())
    }
}

impl State {
    fn record(&mut self, entry: Option<usize>, head: &Head, part: &[u8]) -> (usize, bool) {
        if let Some(index) = entry {
            if let Some(entry) = self.ledger.entry(index) {
                entry.body.extend_from_slice(part);
            }
            return (index, false);
        }
        let authorized = head.authorized(&self.account.api_key);
        (self.ledger.open(head, authorized, part), true)
    }

    fn decide(&mut self, head: &Head, body: &[u8]) -> Verdict {
        let counts = self.account.limits && head.authorized(&self.account.api_key);
        let allowance = counts.then(|| self.limits.count(Instant::now()));
        let asked = Asked { head, body, allowance, now: seconds_since_1970(), next_sms: self.sent + 1 };
        let verdict = verdict(&asked, &self.account);
        if let Some(charge) = verdict.charge {
            self.account.balance -= charge;
            self.sent += 1;
        }
        verdict
    }
}

fn seconds_since_1970() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
