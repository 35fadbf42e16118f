//! A company's proxy between here and Famulor: it asks for a password, forbids, breaks, or lets through.

use std::sync::{Arc, Mutex};

use famulor_simulator::{Account, Behaviour, Simulator};
use famulor_sms_core::types::{MessageState, Reason};
use famulor_sms_tests::office::{ANNA, KEY, Letter};
use famulor_sms_tests::tls::{Authority, TlsDoor};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinSet, spawn_blocking};

use super::{Wire, assert_never_leaves, desk_at, where_trusted};
use crate::own_process;

const PASSWORD: &[u8] = b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n\
    Content-Type: text/html\r\nContent-Length: 15\r\n\r\n<h1>Log in</h1>";
const FORBIDDEN: &[u8] = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 15\r\n\r\n<h1>Blocked</h1>";
const BROKEN: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
const ESTABLISHED: &[u8] = b"HTTP/1.1 200 Connection established\r\n\r\n";
const GARBAGE: &[u8] = b"\x16\x03\xff garbage \0\xfe\r\n\r\n";

/// What reached a proxy in the clear.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

/// Reads what a client asks, and answers by the name of the host that it wants.
async fn proxy(mut client: TcpStream, heard: Heard) -> std::io::Result<()> {
    let mut asked = Vec::new();
    while !asked.ends_with(b"\r\n\r\n") {
        asked.push(client.read_u8().await?);
    }
    heard.0.lock().unwrap().extend_from_slice(&asked);
    let asked = String::from_utf8(asked).unwrap();
    let authority = asked.strip_prefix("CONNECT ").and_then(|line| line.split(' ').next()).expect("a tunnel is asked");
    let (host, port) = authority.split_once(':').unwrap();
    match host {
        "password.invalid" => client.write_all(PASSWORD).await,
        "forbidden.invalid" => client.write_all(FORBIDDEN).await,
        "broken.invalid" => client.write_all(BROKEN).await,
        "garbage.invalid" => client.write_all(GARBAGE).await,
        "closes.invalid" => Ok(()),
        "silent.invalid" => client.read_to_end(&mut Vec::new()).await.map(drop),
        "nowhere.invalid" => client.write_all(&[ESTABLISHED, GARBAGE].concat()).await,
        "stops.invalid" => client.write_all(ESTABLISHED).await,
        "famulor.invalid" | "stranger.invalid" => {
            client.write_all(ESTABLISHED).await?;
            let mut server = TcpStream::connect(("127.0.0.1", port.parse().unwrap())).await?;
            copy_bidirectional(&mut client, &mut server).await.map(drop)
        }
        other => panic!("nobody asks for {other}"),
    }
}

async fn run(listener: TcpListener, heard: Heard) {
    while let Ok((client, _)) = listener.accept().await {
        tokio::spawn(proxy(client, heard.clone()));
    }
}

/// Runs the test of this name behind a proxy, which is told nothing but where to. What it was told.
async fn behind_a_proxy<W: Future>(
    test: &'static str,
    work: impl FnOnce(Arc<Authority>) -> W + Send + 'static,
) -> Heard {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let heard = Heard::default();
    let running = tokio::spawn(run(listener, heard.clone()));
    let names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].map(|name| (name, url.clone()));
    spawn_blocking(move || where_trusted(test, &names, work)).await.unwrap();
    running.abort();
    for secret in [KEY, ANNA, "Guten Tag"] {
        assert!(!heard.text().contains(secret), "{}", heard.text());
    }
    heard
}

impl Heard {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// In the process of its own there is another proxy.
    fn assert_was_asked(&self) {
        assert!(own_process::is_here() || self.text().contains("CONNECT "), "nobody asked the proxy");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_does_not_let_through_keeps_everything_here() {
    behind_a_proxy("proxies::a_proxy_that_does_not_let_through_keeps_everything_here", |_| async {
        let mut running = JoinSet::new();
        for (host, reason, more_tries) in [
            ("password.invalid", Reason::Proxy, 0),
            ("forbidden.invalid", Reason::Offline, 3),
            ("broken.invalid", Reason::Offline, 3),
            ("garbage.invalid", Reason::Offline, 3),
            ("closes.invalid", Reason::Offline, 3),
            ("silent.invalid", Reason::Offline, 3),
            ("nowhere.invalid", Reason::Offline, 3),
            ("stops.invalid", Reason::Offline, 3),
        ] {
            running.spawn(async move {
                assert_never_leaves(&format!("https://{host}/api"), ANNA, reason, more_tries).await;
            });
        }
        while let Some(ended) = running.join_next().await {
            ended.unwrap();
        }
    })
    .await
    .assert_was_asked();
}

async fn famulor_named(host: &str, door: TlsDoor) -> (Simulator, String) {
    let simulator = Simulator::start_tls(Account::example(KEY), door).await.unwrap();
    let url = format!("https://{host}:{}/api", simulator.port());
    (simulator, url)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the system's own store cannot be led elsewhere by a variable")]
async fn what_a_proxy_lets_through_is_understood_as_without_it() {
    behind_a_proxy("proxies::what_a_proxy_lets_through_is_understood_as_without_it", |authority| async move {
        let (simulator, url) = famulor_named("famulor.invalid", authority.door("famulor.invalid")).await;
        let (desk, _folder) = desk_at(&url).await;
        for (text, answer, end) in [
            ("Es klappt.", None, (MessageState::Sent, None)),
            ("Wer fragt da?", Some(Behaviour::html(407)), (MessageState::Unclear, Some(Reason::StrangeAnswer))),
            (
                "Und wer hier?",
                Some(Behaviour::json(407, json!({"message": "Proxy authentication required"}))),
                (MessageState::Unclear, Some(Reason::StrangeAnswer)),
            ),
        ] {
            answer.into_iter().for_each(|answer| simulator.misbehave_once(answer));
            let end_here = desk.send_to_the_end(&Letter::to(ANNA).saying(text)).await;
            assert_eq!((end_here.state, end_here.reason), end, "{text}");
        }
        assert_eq!(simulator.ledger().len(), 3);
    })
    .await
    .assert_was_asked();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_reads_along_is_told_nothing() {
    behind_a_proxy("proxies::a_proxy_that_reads_along_is_told_nothing", |_| async {
        let (reader, url) = famulor_named("stranger.invalid", Authority::unknown().door("stranger.invalid")).await;
        assert_never_leaves(&url, ANNA, Reason::Certificate, 0).await;
        assert_eq!(reader.requests(), []);
    })
    .await
    .assert_was_asked();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the system's own store cannot be led elsewhere by a variable")]
async fn what_is_on_this_machine_is_asked_without_the_proxy() {
    let heard = behind_a_proxy("proxies::what_is_on_this_machine_is_asked_without_the_proxy", |authority| async {
        for wire in [Wire::Plain, Wire::Tls(authority)] {
            let simulator = wire.simulator().await;
            let (desk, _folder) = desk_at(&simulator.url()).await;
            assert_eq!(desk.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Sent);
        }
    })
    .await;
    assert_eq!(heard.text(), "");
}
