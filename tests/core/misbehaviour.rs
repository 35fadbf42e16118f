//! Networks, proxies and services that misbehave: what is not certain is Unclear, and nothing goes twice.

use std::time::Duration;

use famulor_simulator::{Account, Behaviour, LedgerEntry, Simulator};
use famulor_sms_core::PhoneNumber;
use famulor_sms_core::api_key::ApiKey;
use famulor_sms_core::famulor::{Answer, Attempt, ClaimRefused, Failure, Famulor, Limits, Sms};
use famulor_sms_core::types::{MessageState, MessageView, Reason};
use famulor_sms_tests::office::{ANNA, KEY, Letter, Office, Opening};
use serde_json::json;
use uuid::Uuid;

/// Enough for every call that is answered, and short to wait for where none is.
const SHORT: Duration = Duration::from_millis(1_500);

/// What a letter comes to when every request is treated like this.
async fn end_under(behaviour: Behaviour) -> (MessageView, Vec<LedgerEntry>) {
    let office = Opening::default().patience(SHORT).open().await;
    office.simulator.misbehave(behaviour);
    let end = office.send_to_the_end(&Letter::to(ANNA)).await;
    (end, office.simulator.ledger())
}

/// It arrived once, and ends as Unclear for that reason; `charged` if the service took it.
async fn assert_unclear(behaviour: Behaviour, reason: Reason, charged: bool) {
    let (end, ledger) = end_under(behaviour).await;
    assert_eq!((end.state, end.reason), (MessageState::Unclear, Some(reason)));
    assert_eq!((ledger.len(), ledger[0].sent), (1, charged), "{ledger:?}");
}

/// The connection breaks about when the body leaves: either it never left and was tried again, or
/// it is unclear. What is said to be not sent never arrived, and nothing arrived twice.
async fn assert_honest(behaviour: Behaviour) {
    let (end, ledger) = end_under(behaviour).await;
    match end.state {
        MessageState::NotSent => assert_eq!((end.reason, ledger.len()), (Some(Reason::Offline), 0), "{ledger:?}"),
        MessageState::Unclear => assert!(end.reason == Some(Reason::NoAnswer) && ledger.len() <= 1, "{ledger:?}"),
        MessageState::Queued
        | MessageState::Held
        | MessageState::Sending
        | MessageState::Sent
        | MessageState::Rejected
        | MessageState::Cancelled => panic!("{end:?}"),
    }
}

#[tokio::test]
async fn a_reset_before_anything_is_read_is_said_as_it_is() {
    assert_honest(Behaviour::ResetBeforeReading).await;
}

#[tokio::test]
async fn a_reset_after_the_head_is_said_as_it_is() {
    assert_honest(Behaviour::ResetAfterHead).await;
}

#[tokio::test]
async fn a_reset_in_the_body_is_unclear() {
    assert_unclear(Behaviour::ResetInBody, Reason::NoAnswer, false).await;
}

#[tokio::test]
async fn a_reset_after_the_whole_request_is_unclear() {
    assert_unclear(Behaviour::ResetAfterReading, Reason::NoAnswer, true).await;
}

#[tokio::test]
async fn a_connection_closed_without_an_answer_is_unclear() {
    assert_unclear(Behaviour::CloseAfterReading, Reason::NoAnswer, true).await;
}

#[tokio::test]
async fn an_answer_that_never_comes_is_unclear() {
    assert_unclear(Behaviour::Stall(Duration::MAX), Reason::NoAnswer, true).await;
}

#[tokio::test]
async fn an_answer_that_comes_late_is_still_the_answer() {
    let (end, ledger) = end_under(Behaviour::Stall(Duration::from_millis(200))).await;
    assert_eq!((end.state, ledger.len()), (MessageState::Sent, 1));
}

#[tokio::test]
async fn a_body_that_nobody_reads_is_unclear_since_it_may_be_read_yet() {
    let (end, ledger) = end_under(Behaviour::StallBeforeReading(Duration::MAX)).await;
    assert_eq!((end.state, end.reason), (MessageState::Unclear, Some(Reason::NoAnswer)));
    assert!(ledger.len() <= 1);
}

#[tokio::test]
async fn a_body_that_is_read_late_is_still_answered() {
    let (end, ledger) = end_under(Behaviour::StallBeforeReading(Duration::from_millis(200))).await;
    assert_eq!((end.state, ledger.len()), (MessageState::Sent, 1));
}

#[tokio::test]
async fn half_a_head_is_unclear() {
    assert_unclear(Behaviour::HalfHead, Reason::NoAnswer, true).await;
}

#[tokio::test]
async fn half_a_body_is_unclear() {
    assert_unclear(Behaviour::HalfBody, Reason::StrangeAnswer, true).await;
}

#[tokio::test]
async fn a_reset_in_the_answer_is_unclear() {
    let (end, ledger) = end_under(Behaviour::ResetInAnswer).await;
    assert_eq!((end.state, ledger.len()), (MessageState::Unclear, 1));
}

#[tokio::test]
async fn an_answer_that_drips_is_waited_for() {
    let (end, ledger) = end_under(Behaviour::Drip { every: Duration::from_micros(100) }).await;
    assert_eq!((end.state, end.cost.as_deref(), ledger.len()), (MessageState::Sent, Some("0.0750"), 1));
}

#[tokio::test]
async fn an_answer_that_drips_past_the_time_limit_is_unclear() {
    assert_unclear(Behaviour::Drip { every: Duration::from_millis(300) }, Reason::NoAnswer, true).await;
}

#[tokio::test]
async fn bytes_that_are_not_http_are_unclear() {
    assert_unclear(Behaviour::Garbage, Reason::NoAnswer, true).await;
}

#[tokio::test]
async fn an_answer_without_an_end_is_unclear() {
    assert_unclear(Behaviour::Endless, Reason::StrangeAnswer, true).await;
}

#[tokio::test]
async fn an_informational_answer_without_an_end_is_unclear() {
    assert_unclear(Behaviour::InformationalOnly, Reason::NoAnswer, true).await;
}

#[tokio::test]
async fn a_proxys_page_is_unclear_whatever_its_status() {
    for status in [200, 400, 401, 403, 407, 429, 500, 502, 503] {
        assert_unclear(Behaviour::html(status), Reason::StrangeAnswer, false).await;
    }
}

#[tokio::test]
async fn statuses_that_decide_nothing_are_unclear() {
    for status in [201, 407, 408, 409, 425, 500, 503] {
        let said = json!({"message": "SMS sent successfully", "error": "e"});
        assert_unclear(Behaviour::json(status, said), Reason::StrangeAnswer, false).await;
    }
}

#[tokio::test]
async fn an_answer_that_says_failed_is_unclear() {
    let said = json!({"message": "SMS sent successfully", "data": {"sms_id": "S1", "status": "failed"}});
    assert_unclear(Behaviour::json(200, said), Reason::StrangeAnswer, false).await;
}

#[tokio::test]
async fn an_answer_longer_than_64_kib_is_unclear() {
    let said = json!({"message": "SMS sent successfully", "filling": "x".repeat(64 * 1024)});
    assert_unclear(Behaviour::json(200, said), Reason::StrangeAnswer, false).await;
}

#[tokio::test]
async fn the_way_to_another_host_is_not_taken() {
    let stranger = Simulator::start(Account::example(KEY)).await.unwrap();
    for location in [format!("{}/user/sms", stranger.url()), format!("http://127.0.0.1:{}/login", stranger.port())] {
        assert_unclear(Behaviour::Redirect(location), Reason::StrangeAnswer, false).await;
    }
    stranger.settled().await.unwrap();
    assert_eq!(stranger.requests(), []);
}

#[tokio::test]
async fn after_an_unclear_letter_the_next_one_goes_and_the_unclear_one_does_not_again() {
    let office = Office::open().await;
    office.simulator.misbehave_once(Behaviour::ResetAfterReading);
    let unclear = office.send_to_the_end(&Letter::to(ANNA)).await;
    let next = office.send_to_the_end(&Letter::to(ANNA).saying("Etwas anderes")).await;
    assert_eq!((unclear.state, next.state), (MessageState::Unclear, MessageState::Sent));
    let texts: Vec<_> = office.simulator.ledger().into_iter().filter_map(|entry| entry.text).collect();
    assert_eq!(texts, [unclear.body.as_str(), "Etwas anderes"]);
}

fn sms() -> Sms {
    Sms { uuid: Uuid::new_v4(), from: 1, to: PhoneNumber::from_e164(ANNA).unwrap(), body: "Hallo".into() }
}

async fn client(whole: Duration) -> (Simulator, Famulor) {
    let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
    let limits = Limits { whole, ..Limits::default() };
    let famulor = Famulor::new(simulator.url().parse().unwrap(), limits).unwrap();
    (simulator, famulor)
}

fn never_left(answered: bool) -> Attempt {
    Attempt::NeverLeft { failure: Failure::Connection, answered }
}

#[tokio::test]
async fn a_claim_that_does_not_come_in_time_keeps_the_body_here() {
    let (simulator, famulor) = client(Duration::from_millis(300)).await;
    let attempt = famulor.send(&ApiKey::parse(KEY).unwrap(), &sms(), Box::pin(std::future::pending())).await;
    assert_eq!(attempt, never_left(false));
    simulator.settled().await.unwrap();
    assert_eq!(simulator.ledger(), []);
}

#[tokio::test]
async fn a_reset_while_the_claim_is_being_made_keeps_the_body_here() {
    let (simulator, famulor) = client(Duration::from_secs(20)).await;
    for behaviour in [Behaviour::ResetBeforeReading, Behaviour::ResetAfterHead] {
        simulator.misbehave_once(behaviour.clone());
        let attempt = famulor.send(&ApiKey::parse(KEY).unwrap(), &sms(), Box::pin(std::future::pending())).await;
        assert_eq!(attempt, never_left(false), "{behaviour:?}");
    }
    assert_eq!(simulator.ledger(), []);
}

#[tokio::test]
async fn a_refused_claim_keeps_the_body_here() {
    let (simulator, famulor) = client(Duration::from_secs(20)).await;
    let refused = Box::pin(async { Err(ClaimRefused) });
    let attempt = famulor.send(&ApiKey::parse(KEY).unwrap(), &sms(), refused).await;
    assert_eq!(attempt, Attempt::NeverLeft { failure: Failure::Claim, answered: false });
    simulator.settled().await.unwrap();
    assert_eq!(simulator.ledger(), []);
}

#[tokio::test]
async fn a_claim_that_is_made_lets_the_body_go_and_hears_the_answer() {
    let (simulator, famulor) = client(Duration::from_secs(20)).await;
    let attempt = famulor.send(&ApiKey::parse(KEY).unwrap(), &sms(), Box::pin(async { Ok(()) })).await;
    assert!(matches!(attempt, Attempt::Answered(Answer::Sent(_))), "{attempt:?}");
    assert_eq!(simulator.ledger().len(), 1);
}
