//! What the person found out about an unclear message, and what they do not know yet.

use famulor_simulator::Behaviour;
use famulor_sms_core::types::{MessageState, Reason, Verdict};
use famulor_sms_tests::office::{ANNA, Letter, Office};

/// An office whose one letter, to Anna, is unclear.
async fn office_with_unclear_letter() -> (Office, i64) {
    let office = Office::open().await;
    office.simulator.misbehave_once(Behaviour::ResetAfterReading);
    let end = office.send_to_the_end(&Letter::to(ANNA)).await;
    assert_eq!(end.state, MessageState::Unclear);
    (office, end.id)
}

fn last_step(office: &Office) -> (String, String) {
    let step = "SELECT state || ' ' || reason FROM message_event ORDER BY id DESC LIMIT 1";
    let text: String = office.look_up(step, []);
    let (state, reason) = text.split_once(' ').unwrap();
    (state.to_owned(), reason.to_owned())
}

#[tokio::test]
async fn who_does_not_know_yet_leaves_it_unclear_with_a_step_that_says_so() {
    let (office, id) = office_with_unclear_letter().await;
    let before = office.clock.time();
    office.outbox.settle_by_person(id, Verdict::Unknown).await.unwrap();
    let message = office.message(id);
    assert_eq!((message.state, message.reason), (MessageState::Unclear, Some(Reason::NoAnswer)));
    assert!(message.undecided_at.unwrap() >= before);
    assert_eq!(last_step(&office), ("unclear".into(), "not-known-yet".into()));
}

#[tokio::test]
async fn it_may_be_said_again_and_again_and_the_last_time_counts() {
    let (office, id) = office_with_unclear_letter().await;
    office.outbox.settle_by_person(id, Verdict::Unknown).await.unwrap();
    let first = office.message(id).undecided_at.unwrap();
    office.clock.jump(60_000);
    office.outbox.settle_by_person(id, Verdict::Unknown).await.unwrap();
    assert!(office.message(id).undecided_at.unwrap() >= first + 60_000);
}

#[tokio::test]
async fn a_verdict_ends_not_knowing() {
    for (verdict, state) in [(Verdict::Sent, MessageState::Sent), (Verdict::NotSent, MessageState::NotSent)] {
        let (office, id) = office_with_unclear_letter().await;
        office.outbox.settle_by_person(id, Verdict::Unknown).await.unwrap();
        office.outbox.settle_by_person(id, verdict).await.unwrap();
        let message = office.message(id);
        assert_eq!((message.state, message.reason), (state, Some(Reason::SettledByPerson)));
        assert_eq!(message.undecided_at, None);
        assert_eq!(last_step(&office).1, "settled-by-person");
    }
}

#[tokio::test]
async fn what_was_settled_is_no_longer_not_known() {
    let (office, id) = office_with_unclear_letter().await;
    office.outbox.settle_by_person(id, Verdict::NotSent).await.unwrap();
    office.outbox.settle_by_person(id, Verdict::Unknown).await.unwrap_err();
    assert_eq!(office.message(id).state, MessageState::NotSent);
}

#[tokio::test]
async fn not_knowing_sends_nothing() {
    let (office, id) = office_with_unclear_letter().await;
    for verdict in [Verdict::Unknown, Verdict::NotSent, Verdict::Sent, Verdict::NotSent] {
        office.outbox.settle_by_person(id, verdict).await.unwrap();
    }
    office.send_to_the_end(&Letter::to(ANNA).saying("Etwas anderes")).await;
    let uuid = office.uuid(id);
    let times = office.simulator.ledger().iter().filter(|e| e.idempotency_key.as_ref() == Some(&uuid)).count();
    assert_eq!(times, 1);
}
