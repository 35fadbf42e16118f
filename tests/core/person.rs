//! What the person decides about a message, and when it is too late for that.

use std::time::Duration;

use famulor_sms_core::outbox::OutboxError;
use famulor_sms_core::types::{MessageState, Reason, Verdict};
use famulor_sms_tests::office::{ANNA, Letter, Office, Opening};

const ALL: [&str; 8] = ["queued", "held", "sending", "sent", "rejected", "not-sent", "unclear", "cancelled"];

fn way(state: &str) -> &'static [&'static str] {
    match state {
        "held" => &["held"],
        "sending" => &["sending"],
        "sent" => &["sending", "sent"],
        "rejected" => &["sending", "rejected"],
        "not-sent" => &["not-sent"],
        "unclear" => &["sending", "unclear"],
        "cancelled" => &["cancelled"],
        _ => &[],
    }
}

/// An office whose one letter, to Anna, is in this state; nobody is at work.
async fn office_with(state: &str) -> (Office, i64) {
    let office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    for step in way(state) {
        office.change("UPDATE message SET state = ?1", [step]).unwrap();
    }
    (office, id)
}

fn assert_too_late<T: std::fmt::Debug>(result: &Result<T, OutboxError>, state: &str) {
    assert!(matches!(result, Err(OutboxError::TooLate)), "{state}: {result:?}");
}

fn revision(office: &Office) -> i64 {
    office.look_up("SELECT revision FROM message", [])
}

#[tokio::test]
async fn only_a_queued_or_held_letter_can_be_sent_now() {
    for state in ALL {
        let (office, id) = office_with(state).await;
        let before = revision(&office);
        let sent_now = office.outbox.send_now(id, office.session.credentials()).await;
        if ["queued", "held"].contains(&state) {
            sent_now.unwrap();
            assert_eq!(office.message(id).state, MessageState::Queued);
            assert!(revision(&office) > before);
        } else {
            assert_too_late(&sent_now, state);
            assert_eq!(revision(&office), before);
        }
    }
}

#[tokio::test]
async fn without_a_key_a_held_letter_stays_held_and_a_queued_one_stays_under_its_account() {
    let (office, id) = office_with("held").await;
    assert!(matches!(office.outbox.send_now(id, None).await, Err(OutboxError::KeyMissing)));
    assert_eq!(office.message(id).state, MessageState::Held);
    let (office, id) = office_with("queued").await;
    office.outbox.send_now(id, None).await.unwrap();
    let email: String = office.look_up("SELECT account_email FROM message", []);
    assert_eq!(email, office.session.credentials().unwrap().email);
}

#[tokio::test]
async fn a_held_letter_sent_after_an_hour_is_not_late() {
    let (mut office, id) = office_with("held").await;
    office.clock.pass(Duration::from_secs(3_600));
    office.outbox.send_now(id, office.session.credentials()).await.unwrap();
    office.go_to_work();
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn only_a_queued_or_held_letter_can_be_taken_back() {
    for state in ALL {
        let (mut office, id) = office_with(state).await;
        let taken_back = office.outbox.cancel(id).await;
        if ["queued", "held"].contains(&state) {
            taken_back.unwrap();
            assert_eq!(office.message(id).state, MessageState::Cancelled);
        } else {
            assert_too_late(&taken_back, state);
            continue;
        }
        office.go_to_work();
        office.send_to_the_end(&Letter::to(ANNA).saying("Danach")).await;
        assert_eq!(office.only_entry().text.as_deref(), Some("Danach"));
    }
}

#[tokio::test]
async fn only_a_queued_or_held_letter_becomes_a_draft_again() {
    for state in ALL {
        let (office, id) = office_with(state).await;
        let taken_back = office.outbox.take_back(id).await;
        if ["queued", "held"].contains(&state) {
            assert_eq!(office.drafts(), [taken_back.unwrap()]);
            assert_eq!(office.message(id).state, MessageState::Cancelled);
        } else {
            assert_too_late(&taken_back, state);
            assert_eq!(office.drafts(), []);
        }
    }
}

#[tokio::test]
async fn a_letter_that_is_being_sent_can_no_longer_be_taken_back() {
    let office = Office::open().await;
    office.simulator.misbehave_once(famulor_simulator::Behaviour::Stall(Duration::from_millis(500)));
    let id = office.send(&Letter::to(ANNA)).await;
    office.until(id, |m| m.state == MessageState::Sending).await;
    assert_too_late(&office.outbox.cancel(id).await, "sending");
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn an_unclear_letter_is_settled_by_the_person_who_may_change_their_mind() {
    let (office, id) = office_with("unclear").await;
    for (verdict, state) in [
        (Verdict::Sent, MessageState::Sent),
        (Verdict::NotSent, MessageState::NotSent),
        (Verdict::Sent, MessageState::Sent),
    ] {
        office.outbox.settle_by_person(id, verdict).await.unwrap();
        let message = office.message(id);
        assert_eq!((message.state, message.reason), (state, Some(Reason::SettledByPerson)));
    }
}

#[tokio::test]
async fn what_the_program_knows_is_not_settled_by_the_person() {
    for state in ALL.into_iter().filter(|state| *state != "unclear") {
        let (office, id) = office_with(state).await;
        for verdict in [Verdict::Sent, Verdict::NotSent, Verdict::Unknown] {
            assert_too_late(&office.outbox.settle_by_person(id, verdict).await, state);
        }
    }
}

#[tokio::test]
async fn a_message_that_is_not_there_is_too_late_for_everything() {
    let office = Office::open().await;
    assert_too_late(&office.outbox.cancel(99).await, "no message");
    assert_too_late(&office.outbox.take_back(99).await, "no message");
    assert_too_late(&office.outbox.settle_by_person(99, Verdict::Sent).await, "no message");
    assert_too_late(&office.outbox.send_now(99, office.session.credentials()).await, "no message");
}
