//! No connection that a request could go over: no name, nobody there, a handshake that fails. Nothing ever leaves, not
//! even the head with the key.

use std::time::Instant;

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::types::{MessageState, Reason};
use famulor_sms_tests::office::{ANNA, DeadPort, KEY, Letter};
use famulor_sms_tests::tls::{Authority, TlsDoor};
use tokio::task::JoinSet;

use super::{LIMITS, SLACK, Wire, assert_never_leaves, desk_at, where_trusted};

const HERE: &str = "127.0.0.1";
/// After the first: three more where the network may be at fault, none where a certificate is.
const TRIES: u32 = 3;

async fn assert_not_let_in(what: &str, door: TlsDoor, reason: Reason) {
    let simulator = Simulator::start_tls(Account::example(KEY), door).await.unwrap();
    let start = Instant::now();
    let tries = if reason == Reason::Offline { TRIES } else { 0 };
    assert_never_leaves(&simulator.url(), ANNA, reason, tries.into()).await;
    // Once for asking whose key this is, and once for each try.
    assert!(start.elapsed() < LIMITS.connect * (TRIES + 2) + SLACK, "{what} took {:?}", start.elapsed());
    simulator.settled().await.unwrap();
    assert_eq!(simulator.requests(), [], "{what}");
}

#[test]
fn a_handshake_that_fails_keeps_everything_here() {
    where_trusted("handshakes::a_handshake_that_fails_keeps_everything_here", &[], |authority| async move {
        let mut running = JoinSet::new();
        for (what, door, reason) in [
            ("signed by nobody known", Authority::unknown().door(HERE), Reason::Certificate),
            ("for another host", authority.door("app.famulor.de"), Reason::Certificate),
            ("expired", authority.expired_door(HERE), Reason::Certificate),
            ("hangs", TlsDoor::Hangs, Reason::Offline),
            ("resets", TlsDoor::Resets, Reason::Offline),
            ("closes", TlsDoor::Closes, Reason::Offline),
            ("speaks plain HTTP", TlsDoor::SpeaksPlainHttp, Reason::Offline),
            ("speaks garbage", TlsDoor::SpeaksGarbage, Reason::Offline),
        ] {
            running.spawn(assert_not_let_in(what, door, reason));
        }
        while let Some(ended) = running.join_next().await {
            ended.unwrap();
        }
    });
}

#[test]
fn where_nobody_is_nothing_leaves() {
    where_trusted("handshakes::where_nobody_is_nothing_leaves", &[], |_| async {
        let port = DeadPort::take();
        let secure = port.url().replace("http:", "https:");
        for url in [&port.url(), &secure, "https://nothing.invalid/api"] {
            assert_never_leaves(url, ANNA, Reason::Offline, TRIES.into()).await;
        }
    });
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the system's own store cannot be led elsewhere by a variable")]
fn a_service_that_is_trusted_is_let_in() {
    where_trusted("handshakes::a_service_that_is_trusted_is_let_in", &[], |authority| async move {
        let simulator = Wire::Tls(authority).simulator().await;
        let (desk, _folder) = desk_at(&simulator.url()).await;
        assert_eq!(desk.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Sent);
        assert_eq!(simulator.ledger().len(), 1);
    });
}
