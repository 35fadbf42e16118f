//! What a service, or something in its place, does once the connection stands.

use std::sync::Arc;
use std::time::{Duration, Instant};

use famulor_simulator::{Behaviour, LedgerEntry, Simulator};
use famulor_sms_core::famulor::AccountError;
use famulor_sms_core::session::SessionError;
use famulor_sms_core::types::{MessageState, MessageView, Reason};
use famulor_sms_tests::office::{ANNA, Letter};
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::{SLACK, WHOLE, Wire, desk_at, where_trusted};

const AT_ONCE: usize = 8;

/// The end of a letter.
#[derive(Debug, Clone, Copy)]
enum End {
    Sent,
    Rejected(Reason),
    Unclear(Reason),
    /// The answer breaks off: unclear, whether any of it was read or not.
    UnclearSomehow,
    /// The connection breaks about when the body leaves: not sent if it did not, else unclear.
    NotSentOrUnclear,
}
use End::{NotSentOrUnclear, Rejected, Sent, Unclear, UnclearSomehow};

/// Every fault and its end.
fn faults(stranger: &Simulator) -> Vec<(Behaviour, End)> {
    let silent = Unclear(Reason::NoAnswer);
    let strange = Unclear(Reason::StrangeAnswer);
    let said = |value: Value| Behaviour::json(200, value);
    let elsewhere = |path: &str| Behaviour::Redirect(stranger.url().replace("/api", path));
    let mut faults = vec![
        // The connection breaks, at each point.
        (Behaviour::ResetBeforeReading, NotSentOrUnclear),
        (Behaviour::ResetAfterHead, NotSentOrUnclear),
        (Behaviour::ResetInBody, silent),
        (Behaviour::ResetAfterReading, silent),
        (Behaviour::CloseAfterReading, silent),
        (Behaviour::HalfHead, silent),
        (Behaviour::HalfBody, strange),
        (Behaviour::ResetInAnswer, UnclearSomehow),
        // It stands still, or nearly.
        (Behaviour::Stall(Duration::MAX), silent),
        (Behaviour::Stall(Duration::from_millis(100)), Sent),
        (Behaviour::StallBeforeReading(Duration::MAX), NotSentOrUnclear),
        (Behaviour::StallBeforeReading(Duration::from_millis(100)), Sent),
        (Behaviour::Drip { every: Duration::from_millis(400) }, silent),
        // What comes is no answer.
        (Behaviour::Garbage, silent),
        (Behaviour::Endless, strange),
        (Behaviour::InformationalOnly, silent),
        (Behaviour::InformationalFirst, Sent),
        // 200 from somebody else, or with something else in it.
        (Behaviour::html(200), strange),
        (said(json!({})), strange),
        (said(json!([])), strange),
        (said(json!("SMS sent successfully")), strange),
        (said(json!({"message": 200})), strange),
        (said(json!({"message": ["SMS sent successfully"], "data": "sent"})), strange),
        (said(json!({"message": "SMS sent successfully", "data": {"status": 1}})), strange),
        (said(json!({"message": "SMS sent successfully", "data": {"status": "failed"}})), strange),
        (said(json!({"data": {"status": "sent", "segments": "two", "cost": [], "sms_id": {}}})), Sent),
        (said(json!({"data": {"sms_id": true}})), strange),
        // Somewhere else.
        (elsewhere("/api/user/sms"), strange),
        (elsewhere("/login"), strange),
        (Behaviour::Redirect("//famulor.invalid/login".into()), strange),
        (Behaviour::Redirect("/login".into()), Rejected(Reason::Key)),
        // A handful of statuses, all the way to the history; each of them is in `statuses`.
        (Behaviour::html(403), strange),
        (Behaviour::html(407), strange),
        (Behaviour::json(401, json!({"message": "m"})), Rejected(Reason::Key)),
        (Behaviour::json(402, json!({"message": "m"})), Rejected(Reason::Balance)),
        (Behaviour::json(404, json!({"error": "e"})), Rejected(Reason::Refused)),
        (Behaviour::json(429, json!({"message": "m"})), Rejected(Reason::TooManyRequests)),
        (Behaviour::json(500, json!({"message": "Failed to send SMS", "error": "e"})), strange),
        (Behaviour::json(503, json!({"message": "m"})), strange),
    ];
    // Windows' clock makes 15 ms of each byte, and the whole longer than a call may take.
    if !cfg!(windows) {
        faults.push((Behaviour::Drip { every: Duration::from_micros(100) }, Sent));
    }
    faults
}

impl End {
    fn assert(self, found: &MessageView, ledger: &[LedgerEntry], case: &str) {
        let what = format!("{case}: {:?} {:?}, {ledger:?}", found.state, found.reason);
        let is = |state, reason| (found.state, found.reason) == (state, reason);
        let charged = ledger.iter().any(|entry| entry.sent);
        match self {
            Sent => assert!(is(MessageState::Sent, None) && ledger.len() == 1, "{what}"),
            Rejected(reason) => {
                assert!(is(MessageState::Rejected, Some(reason)) && !charged && ledger.len() == 1, "{what}");
            }
            Unclear(reason) => assert!(is(MessageState::Unclear, Some(reason)) && ledger.len() == 1, "{what}"),
            UnclearSomehow => assert!(found.state == MessageState::Unclear && ledger.len() == 1, "{what}"),
            NotSentOrUnclear if found.state == MessageState::NotSent => {
                assert!(found.reason == Some(Reason::Offline) && ledger.is_empty(), "{what}");
            }
            NotSentOrUnclear => {
                assert!(is(MessageState::Unclear, Some(Reason::NoAnswer)) && ledger.len() <= 1, "{what}");
            }
        }
    }
}

fn named(behaviour: &Behaviour) -> String {
    if let Behaviour::Answer { status, body, .. } = behaviour {
        format!("{status} {}", String::from_utf8_lossy(body))
    } else {
        format!("{behaviour:?}")
    }
}

async fn assert_ends_so(wire: Wire, behaviour: Behaviour, end: End) {
    let simulator = wire.simulator().await;
    let (desk, _folder) = desk_at(&simulator.url()).await;
    let case = named(&behaviour);
    simulator.misbehave(behaviour);
    let start = Instant::now();
    let found = desk.send_to_the_end(&Letter::to(ANNA)).await;
    assert!(start.elapsed() < WHOLE + SLACK, "{case} took {:?}", start.elapsed());
    end.assert(&found, &simulator.ledger(), &case);
}

/// Every fault, several at a time, beside a stranger whom nobody may ask anything.
async fn assert_every_fault_ends_so(wire: Wire) {
    let stranger = wire.simulator().await;
    let (places, mut running) = (Arc::new(Semaphore::new(AT_ONCE)), JoinSet::new());
    for (behaviour, end) in faults(&stranger) {
        let (wire, places) = (wire.clone(), places.clone());
        running.spawn(async move {
            let _place = places.acquire().await.unwrap();
            assert_ends_so(wire, behaviour, end).await;
        });
    }
    while let Some(ended) = running.join_next().await {
        ended.unwrap();
    }
    assert_the_account_is_not_asked_elsewhere(&wire, &stranger).await;
    stranger.settled().await.unwrap();
    assert_eq!(stranger.requests(), []);
}

async fn assert_the_account_is_not_asked_elsewhere(wire: &Wire, stranger: &Simulator) {
    let simulator = wire.simulator().await;
    let (desk, _folder) = desk_at(&simulator.url()).await;
    for path in ["/api/user/me", "/login"] {
        let elsewhere = Behaviour::Redirect(stranger.url().replace("/api", path));
        simulator.misbehave_account(Some(elsewhere));
        let refused = desk.session.refresh().await;
        assert!(matches!(refused, Err(SessionError::Account(AccountError::Strange))), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_plain_http_every_fault_comes_to_its_end() {
    assert_every_fault_ends_so(Wire::Plain).await;
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the system's own store cannot be led elsewhere by a variable")]
fn over_tls_every_fault_comes_to_its_end() {
    where_trusted("faults::over_tls_every_fault_comes_to_its_end", &[], |authority| {
        assert_every_fault_ends_so(Wire::Tls(authority))
    });
}
