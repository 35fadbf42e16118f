//! What the next start finds: nothing is sent by it, and nothing that may have left is said not to have.

use famulor_sms_core::clock;
use famulor_sms_core::types::{MessageState, MessageView, Reason};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening};

/// The next start of an office whose letter to Anna was changed like this when the program ended.
async fn next_start_after(change: &str) -> (Office, MessageView) {
    let office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    office.change(change, []).unwrap();
    let office = office.start_anew().await;
    let message = office.message(id);
    (office, message)
}

#[tokio::test]
async fn what_was_being_sent_is_unclear() {
    let (_, message) = next_start_after("UPDATE message SET state = 'sending'").await;
    assert_eq!((message.state, message.reason), (MessageState::Unclear, Some(Reason::EndedWhileSending)));
}

#[tokio::test]
async fn what_was_queued_waits_for_the_person() {
    for change in [
        "UPDATE message SET revision = 0",
        "UPDATE message SET due_at = due_at + 3600000",
        "UPDATE message SET reason = 'too-many-requests', waits = 1, due_at = due_at + 60000",
    ] {
        let (_, message) = next_start_after(change).await;
        assert_eq!((message.state, message.reason), (MessageState::Held, Some(Reason::Restarted)), "{change}");
    }
}

#[tokio::test]
async fn what_was_to_go_while_the_program_was_closed_waits_for_the_person() {
    for (missed_by, reason) in [(1_000, Reason::Restarted), (3_600_000, Reason::Late)] {
        let change = format!("UPDATE message SET due_chosen = 1, due_at = due_at - {missed_by}");
        let (_, message) = next_start_after(&change).await;
        assert_eq!((message.state, message.reason), (MessageState::Held, Some(reason)));
    }
}

#[tokio::test]
async fn what_was_chosen_to_go_later_stays_queued_and_goes_then() {
    let later = clock::now() + 1_500;
    let change = format!("UPDATE message SET due_chosen = 1, due_at = {later}");
    let (mut office, message) = next_start_after(&change).await;
    assert_eq!((message.state, message.due_at), (MessageState::Queued, later));
    office.go_to_work();
    assert_eq!(office.end_of(message.id).await.state, MessageState::Sent);
    assert!(office.look_up::<i64>("SELECT max(at) FROM message_event WHERE state = 'sending'", []) >= later);
}

#[tokio::test]
async fn what_is_settled_stays_as_it_is() {
    for (way, state) in [
        (&["sending", "sent"][..], MessageState::Sent),
        (&["sending", "rejected"][..], MessageState::Rejected),
        (&["sending", "unclear"][..], MessageState::Unclear),
        (&["not-sent"][..], MessageState::NotSent),
        (&["held"][..], MessageState::Held),
        (&["cancelled"][..], MessageState::Cancelled),
    ] {
        let office = Opening::default().not_yet_at_work().open().await;
        let id = office.send(&Letter::to(ANNA)).await;
        for step in way {
            office.change("UPDATE message SET state = ?1, reason = 'kept'", [step]).unwrap();
        }
        let office = office.start_anew().await;
        assert_eq!(office.look_up::<String>("SELECT reason FROM message", []), "kept");
        office.change("UPDATE message SET reason = NULL", []).unwrap();
        assert_eq!(office.message(id).state, state);
    }
}

#[tokio::test]
async fn nothing_is_sent_at_the_start() {
    let office = Opening::default().not_yet_at_work().open().await;
    let held = office.send(&Letter::to(ANNA)).await;
    let unclear = office.send(&Letter::to(BILAL)).await;
    office.change("UPDATE message SET state = 'sending' WHERE id = ?1", [unclear]).unwrap();
    let mut office = office.start_anew().await;
    office.go_to_work();
    // Whatever the start had left to be sent would have gone before this one.
    office.send_to_the_end(&Letter::to(ANNA).saying("Nach dem Start")).await;
    assert_eq!(office.only_entry().text.as_deref(), Some("Nach dem Start"));
    assert_eq!(office.message(held).state, MessageState::Held);
    assert_eq!(office.message(unclear).state, MessageState::Unclear);
}

#[tokio::test]
async fn the_start_is_a_step_of_each_message_that_it_settles() {
    let (office, message) = next_start_after("UPDATE message SET state = 'sending'").await;
    let last: String = office.look_up(
        "SELECT state || ' ' || reason FROM message_event WHERE message_id = ?1 ORDER BY id DESC LIMIT 1",
        [message.id],
    );
    assert_eq!(last, "unclear ended-while-sending");
}
