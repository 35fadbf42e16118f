//! The handle: starts the simulator, gives it orders, and shows what arrived.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::account::Account;
use crate::behaviour::Behaviour;
use crate::door::{Door, Open};
use crate::ledger::{LedgerEntry, RequestLine};
use crate::server;
use crate::shared::Shared;

/// A running simulator. Dropping it stops it and ends every connection, also those that stall.
pub struct Simulator {
    scheme: &'static str,
    address: SocketAddr,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

impl Simulator {
    /// Starts on a free port of loopback.
    pub async fn start(account: Account) -> io::Result<Self> {
        Self::start_on(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), account).await
    }

    /// Starts on a free port of loopback behind a door that speaks TLS.
    pub async fn start_tls(account: Account, door: impl Door) -> io::Result<Self> {
        Self::start_behind("https", door, SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), account).await
    }

    /// Starts on that address; port 0 takes a free one.
    pub async fn start_on(address: SocketAddr, account: Account) -> io::Result<Self> {
        Self::start_behind("http", Open, address, account).await
    }

    async fn start_behind(
        scheme: &'static str,
        door: impl Door,
        address: SocketAddr,
        account: Account,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let shared = Arc::new(Shared::new(account));
        Ok(Self {
            scheme,
            address: listener.local_addr()?,
            server: tokio::spawn(server::run(listener, door, shared.clone())),
            shared,
        })
    }

    /// The base URL of the API, as `http://127.0.0.1:PORT/api`.
    pub fn url(&self) -> String {
        format!("{}://{}/api", self.scheme, self.address)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every `POST /user/sms` of which at least one byte of the body arrived, in that order.
    pub fn ledger(&self) -> Vec<LedgerEntry> {
        self.shared.state().ledger.entries()
    }

    /// Every request whose head was read.
    pub fn requests(&self) -> Vec<RequestLine> {
        self.shared.state().requests.clone()
    }

    /// Orders this for one `POST /user/sms`, the next for which nothing is ordered yet.
    pub fn misbehave_once(&self, behaviour: Behaviour) {
        self.shared.state().orders.once.push_back(behaviour);
    }

    /// Orders this for every `POST /user/sms` until [`Simulator::behave`].
    pub fn misbehave(&self, behaviour: Behaviour) {
        self.shared.state().orders.always = Some(behaviour);
    }

    /// Takes back every order for `POST /user/sms`.
    pub fn behave(&self) {
        let mut state = self.shared.state();
        state.orders.once.clear();
        state.orders.always = None;
    }

    /// Orders this for every GET about the account, or takes it back.
    pub fn misbehave_account(&self, behaviour: Option<Behaviour>) {
        self.shared.state().orders.account = behaviour;
    }

    /// The account as it is now.
    pub fn account(&self) -> Account {
        self.shared.state().account.clone()
    }

    /// Changes the account; the change must not ask this simulator anything.
    pub fn set_account(&self, change: impl FnOnce(&mut Account)) {
        change(&mut self.shared.state().account);
    }

    /// Waits until the ledger has at least `n` entries.
    pub async fn wait_for_ledger(&self, n: usize) {
        let mut progress = self.shared.progress();
        // It cannot be closed: its sender lives in `shared`.
        let _ = progress.wait_for(|now| now.entries >= n).await;
    }

    /// Waits until the ledger's revision is another than `known`, and returns it. Revision 0 is the empty ledger.
    pub async fn wait_for_change(&self, known: u64) -> u64 {
        let mut progress = self.shared.progress();
        let changed = progress.wait_for(|now| now.revision != known).await;
        changed.map_or(known, |now| now.revision)
    }

    /// Waits until everything that peers have sent so far was read and every connection is over.
    ///
    /// For tests that end a program in the middle of a send: afterwards the ledger is complete, also with what
    /// was still under way in the operating system. A `StallBeforeReading` is waited for too.
    pub async fn settled(&self) -> io::Result<()> {
        self.overtake_nobody().await?;
        let mut open = self.shared.open().subscribe();
        let _ = open.wait_for(|open| *open == 0).await;
        Ok(())
    }

    /// Connections are accepted in the order in which they were made: once this one was, all earlier ones were.
    async fn overtake_nobody(&self) -> io::Result<()> {
        let mut probe = TcpStream::connect(self.address).await?;
        probe.shutdown().await?;
        probe.read(&mut [0]).await.map(drop)
    }

    /// Stops, and returns when the port is free again.
    pub async fn stop(mut self) {
        self.server.abort();
        // The error that aborting leaves is the wanted end.
        let _ = (&mut self.server).await;
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.server.abort();
    }
}
