//! A real proxy with a password (tinyproxy), and a company's own authority: named by the environment, by the settings or by
//! a policy, and passed by.

use std::sync::Arc;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::ApiKey;
use famulor_sms_core::famulor::{AccountError, Famulor, Proxy};
use famulor_sms_core::types::{MessageState, Reason};
use famulor_sms_tests::office::{ANNA, DeadPort, KEY, Letter};
use famulor_sms_tests::office_proxy::{OfficeProxy, PASSWORD, USER};
use famulor_sms_tests::tls::Authority;
use famulor_sms_tests::tunnel::Tunnel;
use tokio::task::spawn_blocking;

use super::{LIMITS, assert_never_leaves, desk_at, where_trusted};
use crate::own_process;

/// Only the proxy knows where that is.
const NAME: &str = "famulor.invalid";

/// The service behind the proxy.
async fn famulor_behind(authority: &Authority) -> (Simulator, String) {
    let simulator = Simulator::start_tls(Account::example(KEY), authority.door(NAME)).await.unwrap();
    let url = format!("https://{NAME}:{}/api", simulator.port());
    (simulator, url)
}

/// Runs the test of this name where the environment names this proxy and the system trusts an authority of its own.
async fn where_named<W: Future>(
    test: &'static str,
    proxy: String,
    work: impl FnOnce(Arc<Authority>) -> W + Send + 'static,
) {
    spawn_blocking(move || where_trusted(test, &[("HTTPS_PROXY", proxy)], work)).await.unwrap();
}

async fn ask(proxy: &str, url: &str) -> Result<String, AccountError> {
    let proxy: Proxy = proxy.parse().unwrap();
    let famulor = Famulor::through(&proxy, url.parse().unwrap(), LIMITS).unwrap();
    famulor.user(&ApiKey::parse(KEY).unwrap()).await.map(|user| user.name)
}

/// Nobody but the proxy got the password, and not even the proxy got the key or a word.
fn assert_kept_secret(tunnel: &Tunnel, proxy: &OfficeProxy) {
    let (heard, log) = (tunnel.heard().concat(), proxy.log());
    for secret in [KEY, ANNA, "Guten Tag", PASSWORD] {
        assert!(!heard.contains(secret) && !log.contains(secret), "{secret}: {heard} {log}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_environment_names_a_proxy_with_its_password() {
    let tunnel = Tunnel::dig().await;
    let proxy = OfficeProxy::start(tunnel.address());
    let test = "office_proxy::the_environment_names_a_proxy_with_its_password";
    where_named(test, proxy.url_for(USER, PASSWORD), |authority| async move {
        let (simulator, url) = famulor_behind(&authority).await;
        let (desk, _folder) = desk_at(&url).await;
        assert_eq!(desk.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Sent);
        assert_eq!(simulator.ledger().len(), 1);
    })
    .await;
    if !own_process::is_here() {
        let heard = tunnel.heard();
        assert!(
            heard.iter().all(|head| head.starts_with(&format!("CONNECT {NAME}:"))) && heard.len() >= 2,
            "{heard:?}"
        );
        assert_kept_secret(&tunnel, &proxy);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_password_and_none_keep_everything_here() {
    let tunnel = Tunnel::dig().await;
    let proxy = OfficeProxy::start(tunnel.address());
    // Where the password is wrong, this proxy says 401 and not 407: so the program can say no more than "no connection".
    for named in [proxy.url(), proxy.url_for(USER, "guessed")] {
        let test = "office_proxy::a_wrong_password_and_none_keep_everything_here";
        where_named(test, named, |_| async {
            let named = std::env::var("HTTPS_PROXY").unwrap();
            let (reason, more_tries) = if named.contains('@') { (Reason::Offline, 3) } else { (Reason::Proxy, 0) };
            assert_never_leaves(&format!("https://{NAME}/api"), ANNA, reason, more_tries).await;
        })
        .await;
    }
    assert_eq!(tunnel.heard(), [] as [String; 0]);
    assert!(own_process::is_here() || proxy.log().contains("CONNECT"), "nobody asked the proxy: {}", proxy.log());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_proxy_that_was_chosen_goes_before_the_environments() {
    let dead = DeadPort::take();
    let test = "office_proxy::the_proxy_that_was_chosen_goes_before_the_environments";
    where_named(test, format!("http://{}", dead.address()), |authority| async move {
        let tunnel = Tunnel::dig().await;
        let proxy = OfficeProxy::start(tunnel.address());
        let (simulator, url) = famulor_behind(&authority).await;
        let chosen = proxy.url_for(USER, PASSWORD);
        assert_eq!(ask("system", &url).await, Err(AccountError::Offline));
        assert_eq!(ask(&proxy.url(), &url).await, Err(AccountError::Proxy));
        assert_eq!(ask(&proxy.url_for(USER, "guessed"), &url).await, Err(AccountError::Offline));
        assert_eq!(ask(&chosen, &url).await, Ok("Beispiel GmbH".to_owned()));

        // A choice holds from the next call on, also for the outbox.
        let (desk, _folder) = desk_at(&url).await;
        desk.famulor.use_proxy(&chosen.parse().unwrap()).unwrap();
        assert_eq!(desk.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Sent);
        assert_eq!(simulator.ledger().len(), 1);
        assert_kept_secret(&tunnel, &proxy);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn none_and_loopback_pass_every_proxy_by() {
    let tunnel = Tunnel::dig().await;
    let test = "office_proxy::none_and_loopback_pass_every_proxy_by";
    let url = format!("http://{}", tunnel.address());
    where_named(test, url.clone(), |authority| async move {
        // The one named by the environment, which the process outside looks after.
        let named = std::env::var("HTTPS_PROXY").unwrap();
        let (_behind, url) = famulor_behind(&authority).await;
        assert_eq!(ask("none", &url).await, Err(AccountError::Offline), "nobody but the proxy knows the name");
        let door = authority.door("127.0.0.1");
        let here = Simulator::start_tls(Account::example(KEY), door).await.unwrap();
        for proxy in ["system", "none", &named] {
            assert_eq!(ask(proxy, &here.url()).await, Ok("Beispiel GmbH".to_owned()), "{proxy}");
        }
    })
    .await;
    assert_eq!(tunnel.heard(), [] as [String; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_authority_that_the_system_does_not_know_is_not_trusted_behind_the_proxy_either() {
    let test = "office_proxy::an_authority_that_the_system_does_not_know_is_not_trusted_behind_the_proxy_either";
    let dead = DeadPort::take();
    where_named(test, format!("http://{}", dead.address()), |_| async {
        let tunnel = Tunnel::dig().await;
        let proxy = OfficeProxy::start(tunnel.address());
        let (stranger, url) = famulor_behind(&Authority::unknown()).await;
        assert_eq!(ask(&proxy.url_for(USER, PASSWORD), &url).await, Err(AccountError::Certificate));
        assert_eq!(stranger.requests(), []);
    })
    .await;
}
