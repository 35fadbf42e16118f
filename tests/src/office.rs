//! An office that sends SMS: store, session and outbox over a folder of its own, against a simulator of its own.

use std::net::SocketAddr;
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use famulor_simulator::{Account, LedgerEntry, Simulator};
use famulor_sms_core::Country;
use famulor_sms_core::api_key::{KeyStore, MemoryKeyStore};
use famulor_sms_core::compose::{ComposeError, compose};
use famulor_sms_core::famulor::{Famulor, Limits};
use famulor_sms_core::history;
use famulor_sms_core::outbox::{KeyStatus, Outbox, Queueing, Timing};
use famulor_sms_core::session::Session;
use famulor_sms_core::store::Store;
use famulor_sms_core::types::{MessageState, MessageView, SendForm};
use rusqlite::Params;
use rusqlite::types::FromSql;
use tempfile::TempDir;
use tokio::net::TcpSocket;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use uuid::Uuid;

use crate::wait::PATIENCE;

/// The key that the simulator of an office accepts.
pub const KEY: &str = "7|the-key-of-this-office";

/// Anna's number.
pub const ANNA: &str = "+4915123456789";
/// Bilal's number.
pub const BILAL: &str = "+4917612345678";
/// Clara's number.
pub const CLARA: &str = "+436641234567";

/// One SMS as somebody in the office writes it.
#[derive(Debug, Clone)]
pub struct Letter(pub SendForm);

impl Letter {
    /// To this number, from "Vertrieb".
    #[must_use]
    pub fn to(recipient: &str) -> Self {
        Self(SendForm {
            draft_id: Uuid::new_v4().to_string(),
            recipient: recipient.to_owned(),
            sender_id: 1,
            body: "Guten Tag, wir sind ab zehn Uhr da.".to_owned(),
            confirmed: false,
        })
    }

    /// With this text.
    #[must_use]
    pub fn saying(mut self, text: &str) -> Self {
        text.clone_into(&mut self.0.body);
        self
    }

    /// From the sender with this id.
    #[must_use]
    pub fn from(mut self, sender: i64) -> Self {
        self.0.sender_id = sender;
        self
    }

    /// Written once more, as another draft.
    #[must_use]
    pub fn again(&self) -> Self {
        let mut letter = self.clone();
        letter.0.draft_id = Uuid::new_v4().to_string();
        letter
    }

    /// After "send anyway".
    #[must_use]
    pub fn confirmed(mut self) -> Self {
        self.0.confirmed = true;
        self
    }
}

/// The program without its window: everything between the form and the network.
pub struct Desk {
    /// The database.
    pub store: Store,
    /// The outbox.
    pub outbox: Outbox,
    /// The session.
    pub session: Session,
    /// The client.
    pub famulor: Famulor,
    courier: Option<Courier>,
}

/// The running outbox; it stops when this is dropped.
struct Courier(JoinHandle<()>);

impl Drop for Courier {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Desk {
    /// Opens the folder as the program does at its start; the outbox does not send yet.
    #[must_use]
    pub fn set_up(folder: &Path, url: &str, key_store: Arc<dyn KeyStore>, limits: Limits) -> Self {
        let store = Store::open(folder).expect("the database can be opened");
        let famulor = Famulor::new(url.parse().expect("the address is allowed"), limits).expect("a client can be made");
        let session = Session::new(store.clone(), famulor.clone(), key_store);
        let outbox = Outbox::start(store.clone()).expect("the last run can be settled");
        Self { store, outbox, session, famulor, courier: None }
    }

    /// From now on the outbox sends, with the session's key.
    pub fn start_work(&mut self, timing: Timing) {
        self.start_work_with(self.session.keys(), timing);
    }

    /// From now on the outbox sends, with this key.
    pub fn start_work_with(&mut self, keys: watch::Receiver<KeyStatus>, timing: Timing) {
        let (outbox, famulor) = (self.outbox.clone(), self.famulor.clone());
        self.courier = Some(Courier(tokio::spawn(async move { outbox.run(famulor, keys, timing).await })));
    }

    /// The outbox sends no more.
    pub async fn stop_work(&mut self) {
        if let Some(mut courier) = self.courier.take() {
            courier.0.abort();
            // The error that aborting leaves is the wanted end.
            let _ = (&mut courier.0).await;
        }
    }

    /// Presses Send, under the session's key.
    ///
    /// # Errors
    /// What the form's fields say.
    pub async fn press_send(&self, letter: &Letter) -> Result<Queueing, ComposeError> {
        let key = self.session.keys().borrow().clone();
        self.press_send_under(letter, key).await
    }

    /// Presses Send, under this key.
    ///
    /// # Errors
    /// What the form's fields say.
    pub async fn press_send_under(&self, letter: &Letter, key: KeyStatus) -> Result<Queueing, ComposeError> {
        let form = letter.0.clone();
        let message = self.store.run(move |c| compose(c, &form, Country::GERMANY, &key)).await?;
        Ok(self.outbox.queue(message).await?)
    }

    /// Presses Send, which must queue the letter.
    pub async fn send(&self, letter: &Letter) -> i64 {
        match self.press_send(letter).await {
            Ok(Queueing::Queued(id)) => id,
            other => panic!("{letter:?} was not queued: {other:?}"),
        }
    }

    /// A message as the window shows it.
    #[must_use]
    pub fn message(&self, id: i64) -> MessageView {
        self.store.now(|c| history::message(c, id)).expect("the history can be read").expect("the message is there")
    }

    /// Waits until a message is so.
    pub async fn until(&self, id: i64, is_so: impl Fn(&MessageView) -> bool) -> MessageView {
        let mut changes = self.outbox.changes();
        let look = async {
            loop {
                let message = self.message(id);
                if is_so(&message) {
                    return message;
                }
                // A change that was missed is seen in the database all the same.
                let _ = changes.recv().await;
            }
        };
        timeout(PATIENCE, look).await.unwrap_or_else(|_| panic!("it stays like this: {:?}", self.message(id)))
    }

    /// Waits until the program has done with a message: it is sent, refused, unclear, or waits for the person.
    pub async fn end_of(&self, id: i64) -> MessageView {
        self.until(id, |m| !matches!(m.state, MessageState::Queued | MessageState::Sending)).await
    }

    /// Sends a letter and waits for its end.
    pub async fn send_to_the_end(&self, letter: &Letter) -> MessageView {
        self.end_of(self.send(letter).await).await
    }

    /// Changes the database behind the program's back; how many rows it changed.
    pub fn change(&self, statement: &str, values: impl Params) -> rusqlite::Result<usize> {
        self.store.now(|c| c.execute(statement, values))
    }

    /// Looks one value up in the database.
    pub fn look_up<T: FromSql>(&self, question: &str, values: impl Params) -> T {
        self.store.now(|c| c.query_row(question, values, |row| row.get(0))).expect("the question has an answer")
    }
}

/// How an office is to be; [`Opening::open`] opens it.
pub struct Opening {
    account: Account,
    limits: Limits,
    timing: Timing,
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
        let desk = Desk::set_up(folder.path(), &simulator.url(), self.key_store.clone(), self.limits);
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
        let Self { mut desk, simulator, folder, limits, timing, key_store } = self;
        desk.stop_work().await;
        drop(desk);
        let desk = Desk::set_up(folder.path(), &simulator.url(), key_store.clone(), limits);
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
    Timing { connection_retries: vec![Duration::from_millis(2); 3], settle_retry: Duration::from_millis(20) }
}

/// A port at which every connection is refused, and which nobody else gets while this lives.
pub struct DeadPort(TcpSocket);

impl DeadPort {
    /// Takes one.
    #[must_use]
    pub fn take() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket can be made");
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a port is free");
        Self(socket)
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.0.local_addr().expect("a bound socket has an address")
    }

    /// The base URL that leads there.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/api", self.address())
    }
}
