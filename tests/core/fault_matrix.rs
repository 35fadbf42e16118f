//! The fault matrix: every way in which a network, a proxy or a service fails, over plain HTTP and over TLS, and the
//! end that "Answer to outcome" gives it. In time, in the ledger at most once, and the key seen by nobody else.

mod faults;
mod handshakes;
#[cfg(target_os = "linux")]
mod office_proxy;
mod proxies;
mod statuses;

use std::sync::Arc;
use std::time::Duration;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::MemoryKeyStore;
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::types::{MessageState, MessageView, Reason};
use famulor_sms_tests::office::{Desk, KEY, Letter, quick};
use famulor_sms_tests::tls::Authority;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::own_process;

/// Enough for every call that is answered, also with many at once, and short to wait for where none is.
const WHOLE: Duration = Duration::from_secs(3);
const LIMITS: Limits = Limits { connect: Duration::from_secs(1), whole: WHOLE };
/// What a call may take beyond its limit on a machine that has much to do.
const SLACK: Duration = Duration::from_secs(3);

/// What requests go over.
#[derive(Clone)]
enum Wire {
    Plain,
    Tls(Arc<Authority>),
}

impl Wire {
    async fn simulator(&self) -> Simulator {
        let mut account = Account::example(KEY);
        account.balance = 1_000_000.into();
        let starting = match self {
            Self::Plain => Simulator::start(account).await,
            Self::Tls(authority) => Simulator::start_tls(account, authority.door("127.0.0.1")).await,
        };
        starting.expect("a port is free")
    }
}

const AUTHORITY: &str = "FAMULOR_SMS_AUTHORITY";

/// Runs the work of the test of this name where the system trusts an authority of its own, which it is given.
fn where_trusted<W: Future>(test: &str, more: &[(&str, String)], work: impl FnOnce(Arc<Authority>) -> W) {
    if own_process::is_here() {
        let authority = Arc::new(Authority::left_at(&own_process::file(AUTHORITY)));
        Runtime::new().unwrap().block_on(work(authority));
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = (folder.path().join("trusted.pem"), folder.path().join("key.pem"));
    Authority::leave(&certificate, &key);
    let text = |path: std::path::PathBuf| path.to_str().unwrap().to_owned();
    let trust = [("SSL_CERT_FILE", text(certificate)), (AUTHORITY, text(key))];
    own_process::run(&format!("fault_matrix::{test}"), &[&trust, more].concat());
}

/// A desk that knows its account since earlier; from now on its network leads to `url`.
async fn desk_at(url: &str) -> (Desk, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let earlier = Wire::Plain.simulator().await;
    let keychain = Arc::new(MemoryKeyStore::default());
    let desk = Desk::set_up(folder.path(), &earlier.url(), keychain.clone(), Limits::default());
    desk.session.take_key(KEY, false).await.unwrap();
    drop(desk);
    let mut desk = Desk::set_up(folder.path(), url, keychain, LIMITS);
    // The key is taken from the keychain whether the service answers or not.
    let _ = desk.session.read_key().await;
    desk.start_work(quick());
    (desk, folder)
}

/// Sends over that network, where nothing can leave: not sent, for that reason, after so many tries more.
async fn assert_never_leaves(url: &str, to: &str, reason: Reason, more_tries: i64) {
    let (desk, _folder) = desk_at(url).await;
    let end: MessageView = desk.send_to_the_end(&Letter::to(to)).await;
    assert_eq!((end.state, end.reason), (MessageState::NotSent, Some(reason)), "{url}");
    let tries: i64 = desk.look_up("SELECT connection_tries FROM message", []);
    assert_eq!(tries, more_tries, "{url}");
}
