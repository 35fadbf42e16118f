//! Send later: a chosen time goes by the wall clock, and what was missed is asked about.

use std::time::Duration;

use famulor_simulator::Behaviour;
use famulor_sms_core::compose::ComposeError;
use famulor_sms_core::outbox::{self, Queueing};
use famulor_sms_core::types::{MessageState, Reason};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office, Opening};
use serde_json::json;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn hours(count: u64) -> Duration {
    Duration::from_secs(count * 3_600)
}

/// An office at work with a letter to Anna that is to go in an hour.
async fn office_with_letter() -> (Office, i64) {
    let office = Office::open().await;
    let id = office.send(&Letter::to(ANNA).at(office.clock.time() + HOUR)).await;
    (office, id)
}

#[tokio::test]
async fn a_letter_goes_at_the_chosen_time_and_not_before() {
    let (office, id) = office_with_letter().await;
    let queued = office.message(id);
    assert!(queued.due_chosen && queued.due_at > queued.at);
    office.clock.jump(HOUR - MINUTE);
    office.send_to_the_end(&Letter::to(BILAL)).await;
    assert_eq!(office.message(id).state, MessageState::Queued);
    office.clock.jump(MINUTE);
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
    let claimed: i64 = office.look_up("SELECT at FROM message_event WHERE message_id = ?1 AND state = 'sending'", [id]);
    assert!(claimed >= queued.due_at);
}

#[tokio::test]
async fn undo_is_not_waited_for_at_a_chosen_time() {
    let office = Opening::default().undo(Duration::from_secs(20)).open().await;
    let time = office.clock.time() + HOUR;
    let id = office.send(&Letter::to(ANNA).at(time)).await;
    assert_eq!(office.message(id).due_at, time);
}

#[tokio::test]
async fn a_letter_for_next_year_holds_up_nobody() {
    let office = Office::open().await;
    let later = office.send(&Letter::to(ANNA).at(office.clock.time() + 364 * DAY)).await;
    assert_eq!(office.send_to_the_end(&Letter::to(BILAL)).await.state, MessageState::Sent);
    assert_eq!(office.message(later).state, MessageState::Queued);
}

#[tokio::test]
async fn a_time_that_has_passed_or_is_more_than_a_year_ahead_is_to_be_mended() {
    let office = Opening::default().not_yet_at_work().open().await;
    let now = office.clock.time();
    for past in [now - 1, now - DAY, 0, i64::MIN] {
        let refused = office.press_send(&Letter::to(ANNA).at(past)).await;
        assert!(matches!(refused, Err(ComposeError::DueInPast)), "{refused:?}");
    }
    for far in [now + 367 * DAY, i64::MAX] {
        let refused = office.press_send(&Letter::to(ANNA).at(far)).await;
        assert!(matches!(refused, Err(ComposeError::DueTooFar)), "{refused:?}");
    }
    office.send(&Letter::to(ANNA).at(now + 365 * DAY)).await;
}

#[tokio::test]
async fn a_letter_for_later_is_changed_with_its_time() {
    let (office, id) = office_with_letter().await;
    let due_at = office.message(id).due_at;
    let draft = office.outbox.take_back(id).await.unwrap();
    assert_eq!((draft.due_at, office.message(id).state), (Some(due_at), MessageState::Cancelled));
    assert_eq!(office.drafts(), [draft]);
}

#[tokio::test]
async fn a_chosen_time_that_was_missed_is_not_in_the_draft() {
    let (office, id) = office_with_letter().await;
    office.clock.pass(hours(3));
    assert_eq!(office.end_of(id).await.reason, Some(Reason::Late));
    assert_eq!(office.outbox.take_back(id).await.unwrap().due_at, None);
}

#[tokio::test]
async fn send_now_does_not_wait_for_the_chosen_time() {
    let (office, id) = office_with_letter().await;
    office.outbox.send_now(id, None).await.unwrap();
    let end = office.end_of(id).await;
    assert_eq!((end.state, end.due_chosen), (MessageState::Sent, false));
}

#[tokio::test]
async fn what_waits_for_its_time_is_listed_with_the_next_first() {
    let office = Opening::default().not_yet_at_work().open().await;
    let now = office.clock.time();
    let third = office.send(&Letter::to(ANNA).at(now + 3 * HOUR)).await;
    let first = office.send(&Letter::to(BILAL).at(now + HOUR)).await;
    let second = office.send(&Letter::to(CLARA).at(now + 2 * HOUR)).await;
    office.send(&Letter::to(CLARA).saying("Gleich")).await;
    let waiting = office.store.now(|c| outbox::waiting(c)).unwrap();
    assert_eq!(waiting.later.iter().map(|m| m.id).collect::<Vec<_>>(), [first, second, third]);
    assert!(waiting.held.is_empty() && waiting.unclear.is_empty());
    assert_eq!(office.store.now(|c| outbox::asking(c)).unwrap(), 0);
}

#[tokio::test]
async fn what_waits_for_the_person_is_listed_by_age() {
    let office = Opening::default().not_yet_at_work().open().await;
    let mut ids = Vec::new();
    for text in ["eins", "zwei", "drei", "vier"] {
        ids.push(office.send(&Letter::to(ANNA).saying(text)).await);
    }
    office.change("UPDATE message SET state = 'held' WHERE id <= ?1", [ids[1]]).unwrap();
    office.change("UPDATE message SET state = 'sending' WHERE id > ?1", [ids[1]]).unwrap();
    office.change("UPDATE message SET state = 'unclear' WHERE state = 'sending'", []).unwrap();
    let waiting = office.store.now(|c| outbox::waiting(c)).unwrap();
    assert_eq!(waiting.held.iter().map(|m| m.id).collect::<Vec<_>>(), ids[..2]);
    assert_eq!(waiting.unclear.iter().map(|m| m.id).collect::<Vec<_>>(), [ids[3], ids[2]]);
    assert_eq!(office.store.now(|c| outbox::asking(c)).unwrap(), 4);
}

#[tokio::test]
async fn no_list_of_what_waits_is_longer_than_five_hundred_and_all_are_counted() {
    let office = Opening::default().not_yet_at_work().open().await;
    office.send(&Letter::to(ANNA)).await;
    office
        .change(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
             INSERT INTO message (uuid, draft_id, recipient_number, body, sender_id, sender_number, account_email,
                 key_generation, predicted_segments, created_at, due_at)
             SELECT hex(randomblob(16)), hex(randomblob(16)), '+491711234567', 'alt', 1, '+491713920001',
                 'a@b.example', 1, 1, 0, 0 FROM n",
            [],
        )
        .unwrap();
    office.change("UPDATE message SET state = 'held'", []).unwrap();
    let waiting = office.store.now(|c| outbox::waiting(c)).unwrap();
    assert_eq!((waiting.held.len(), waiting.asking), (500, 601));
}

#[tokio::test]
async fn what_goes_within_the_minute_is_under_way_and_what_goes_after_it_is_for_later() {
    let office = Opening::default().not_yet_at_work().open().await;
    let now = office.clock.time();
    office.send(&Letter::to(ANNA).at(now + HOUR)).await;
    office.send(&Letter::to(BILAL).at(now + MINUTE / 2)).await;
    office.send(&Letter::to(CLARA)).await;
    assert_eq!(office.outbox.later().await.unwrap(), 1);
    assert_eq!(office.outbox.under_way().await.unwrap(), 2);
}

#[tokio::test]
async fn the_same_again_is_asked_about_while_the_first_waits_for_its_time_and_after_it_went() {
    let office = Office::open().await;
    let letter = Letter::to(ANNA).at(office.clock.time() + 5 * HOUR);
    let id = office.send(&letter).await;
    let again = || Letter::to(ANNA);
    office.clock.pass(hours(1));
    assert!(matches!(office.press_send(&again()).await.unwrap(), Queueing::Ask(_)));
    office.clock.pass(hours(4));
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
    assert!(matches!(office.press_send(&again()).await.unwrap(), Queueing::Ask(_)));
    office.clock.pass(Duration::from_secs(11 * 60));
    assert!(matches!(office.press_send(&again()).await.unwrap(), Queueing::Queued(_)));
}

#[tokio::test]
async fn a_wait_that_the_service_asks_for_is_no_chosen_time() {
    let (office, id) = office_with_letter().await;
    let message = "Too many requests. Please try again later.";
    office.simulator.misbehave_once(Behaviour::json(429, json!({"message": message, "retry_after": 600})));
    office.clock.jump(HOUR);
    let waiting = office.until(id, |m| m.reason == Some(Reason::TooManyRequests)).await;
    assert_eq!((waiting.state, waiting.due_chosen), (MessageState::Queued, false));
    office.clock.pass(Duration::from_secs(600));
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
    assert_eq!(office.simulator.ledger().len(), 2);
}

#[tokio::test]
async fn a_letter_for_later_is_held_when_its_account_is_another_by_then() {
    let (office, id) = office_with_letter().await;
    office.simulator.set_account(|account| account.api_key = "another-key".into());
    office.session.take_key("another-key", false).await.unwrap();
    office.clock.jump(HOUR);
    assert_eq!(office.end_of(id).await.reason, Some(Reason::AccountChanged));
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn the_next_start_keeps_what_is_not_due_and_asks_about_what_was_missed() {
    let office = Opening::default().not_yet_at_work().open().await;
    let now = office.clock.time();
    let missed = office.send(&Letter::to(ANNA).at(now + HOUR)).await;
    let kept = office.send(&Letter::to(BILAL).at(now + 3 * HOUR)).await;
    office.clock.pass(hours(2));
    let mut office = office.start_anew().await;
    office.go_to_work();
    let message = office.message(missed);
    assert_eq!((message.state, message.reason), (MessageState::Held, Some(Reason::Late)));
    assert_eq!(office.message(kept).state, MessageState::Queued);
    office.clock.jump(HOUR);
    assert_eq!(office.end_of(kept).await.state, MessageState::Sent);
    assert_eq!(office.only_entry().to.as_deref(), Some(BILAL));
}
