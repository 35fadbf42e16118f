//! "Too many requests": waits visibly and goes by itself, three times at most.

use famulor_simulator::Behaviour;
use famulor_sms_core::clock;
use famulor_sms_core::outbox;
use famulor_sms_core::types::{MessageState, Reason};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening};
use serde_json::json;

fn too_many(retry_after: u32) -> Behaviour {
    let message = "Too many requests. Please try again later.";
    Behaviour::json(429, json!({"error": "Rate limit exceeded", "message": message, "retry_after": retry_after}))
}

#[tokio::test]
async fn it_waits_visibly_and_then_goes_by_itself() {
    let office = Office::open().await;
    office.simulator.misbehave_once(too_many(1));
    let before = clock::now();
    let id = office.send(&Letter::to(ANNA)).await;
    let waiting = office.until(id, |m| m.reason == Some(Reason::TooManyRequests)).await;
    assert_eq!(waiting.state, MessageState::Queued);
    assert!((before + 1_000..=clock::now() + 1_000).contains(&waiting.due_at));
    let end = office.end_of(id).await;
    assert_eq!((end.state, end.reason), (MessageState::Sent, None));
    let ledger = office.simulator.ledger();
    assert_eq!(ledger.len(), 2);
    assert_eq!((ledger[0].sent, ledger[1].sent), (false, true));
    assert_eq!(ledger[0].idempotency_key, ledger[1].idempotency_key);
    assert!(office.look_up::<i64>("SELECT max(at) FROM message_event WHERE state = 'sending'", []) >= waiting.due_at);
}

#[tokio::test]
async fn a_waiting_letter_can_be_taken_back() {
    let office = Office::open().await;
    office.simulator.misbehave_once(too_many(600));
    let id = office.send(&Letter::to(ANNA)).await;
    office.until(id, |m| m.reason == Some(Reason::TooManyRequests)).await;
    office.outbox.cancel(id).await.unwrap();
    assert_eq!(office.message(id).state, MessageState::Cancelled);
    assert_eq!(office.send_to_the_end(&Letter::to(BILAL)).await.state, MessageState::Sent);
}

#[tokio::test]
async fn the_fourth_answer_of_that_kind_is_a_refusal() {
    let mut office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    office.change("UPDATE message SET waits = 2", []).unwrap();
    office.simulator.misbehave(too_many(1));
    office.go_to_work();
    office.until(id, |m| m.reason == Some(Reason::TooManyRequests)).await;
    let end = office.end_of(id).await;
    assert_eq!((end.state, end.reason), (MessageState::Rejected, Some(Reason::TooManyRequests)));
    assert_eq!(office.simulator.ledger().len(), 2);
}

#[tokio::test]
async fn without_a_sensible_wait_it_is_a_refusal_at_once() {
    let silent = Behaviour::json(429, json!({"message": "Too many requests. Please try again later."}));
    for answer in [silent, too_many(0), too_many(601)] {
        let office = Office::open().await;
        office.simulator.misbehave_once(answer);
        let end = office.send_to_the_end(&Letter::to(ANNA)).await;
        assert_eq!((end.state, end.reason), (MessageState::Rejected, Some(Reason::TooManyRequests)));
        assert!(!office.only_entry().sent);
    }
}

#[tokio::test]
async fn a_letter_that_the_service_lets_wait_for_long_stands_in_the_outbox_until_it_goes() {
    let office = Office::open().await;
    office.simulator.misbehave_once(too_many(600));
    let id = office.send(&Letter::to(ANNA)).await;
    office.until(id, |message| message.reason == Some(Reason::TooManyRequests)).await;
    let waiting = office.store.now(|c| outbox::waiting(c)).unwrap();
    assert_eq!(waiting.later.iter().map(|message| message.id).collect::<Vec<_>>(), [id]);
    assert_eq!((office.outbox.under_way().await.unwrap(), office.outbox.later().await.unwrap()), (0, 1));
}
