//! Undo: after Send a countdown, in which nothing leaves and everything can be taken back.

use std::time::Duration;

use famulor_sms_core::contacts;
use famulor_sms_core::draft;
use famulor_sms_core::outbox::OutboxError;
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::types::{Draft, MessageState};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening};

const COUNTDOWN: Duration = Duration::from_secs(10);

/// An office at work in which a letter can be taken back for ten seconds.
async fn office() -> Office {
    Opening::default().undo(COUNTDOWN).open().await
}

/// Sends a letter to Bilal without a countdown: what was due before it has gone once it has.
async fn let_the_outbox_look(office: &mut Office) {
    office.undo = Duration::ZERO;
    let text = format!("Nebenbei {}", office.look_up::<i64>("SELECT count(*) FROM message", []));
    assert_eq!(office.send_to_the_end(&Letter::to(BILAL).saying(&text)).await.state, MessageState::Sent);
    office.undo = COUNTDOWN;
}

fn arrived(office: &Office, number: &str) -> usize {
    office.simulator.ledger().iter().filter(|entry| entry.to.as_deref() == Some(number)).count()
}

#[tokio::test]
async fn in_the_countdown_nothing_leaves_and_at_its_end_the_letter_goes() {
    let mut office = office().await;
    let id = office.send(&Letter::to(ANNA)).await;
    let queued = office.message(id);
    assert_eq!((queued.due_at - queued.at, queued.due_chosen), (10_000, false));
    office.clock.pass(Duration::from_secs(9));
    let_the_outbox_look(&mut office).await;
    assert_eq!((office.message(id).state, arrived(&office, ANNA)), (MessageState::Queued, 0));
    office.clock.pass(Duration::from_secs(1));
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn what_is_taken_back_in_the_countdown_is_a_draft_again_and_never_leaves() {
    let mut office = office().await;
    let id = office.send(&Letter::to(ANNA).saying(" Bis morgen! ").from(2)).await;
    let draft = office.outbox.take_back(id).await.unwrap();
    assert_eq!((draft.recipient.as_str(), draft.body.as_str()), ("+49 1512 3456789", "Bis morgen!"));
    assert_eq!((draft.sender_id, draft.due_at, draft.repeats), (Some(2), None, None));
    assert_eq!(office.drafts(), [draft]);
    assert_eq!(office.message(id).state, MessageState::Cancelled);
    office.clock.pass(Duration::from_secs(60));
    let_the_outbox_look(&mut office).await;
    assert_eq!(arrived(&office, ANNA), 0);
}

#[tokio::test]
async fn what_is_taken_back_still_names_whom_it_was_for() {
    let office = office().await;
    let anna = PhoneNumber::from_e164(ANNA).unwrap();
    office.store.now(|c| contacts::save_name(c, "Anna <Beck>", &anna, 1)).unwrap();
    let id = office.send(&Letter::to(ANNA)).await;
    let draft = office.outbox.take_back(id).await.unwrap();
    assert_eq!(draft.recipient, "Anna Beck <+49 1512 3456789>");
}

#[tokio::test]
async fn what_was_taken_back_can_be_sent_again_without_a_question() {
    let office = office().await;
    let id = office.send(&Letter::to(ANNA)).await;
    let draft = office.outbox.take_back(id).await.unwrap();
    let mut letter = Letter::to(&draft.recipient).saying(&draft.body);
    letter.0.draft_id = draft.id;
    let again = office.send(&letter).await;
    assert_ne!(again, id);
    assert_eq!(office.drafts(), []);
    office.clock.pass(COUNTDOWN);
    assert_eq!(office.end_of(again).await.state, MessageState::Sent);
    office.only_entry();
}

#[tokio::test]
async fn what_has_been_typed_since_stays_beside_what_is_taken_back() {
    let office = office().await;
    let id = office.send(&Letter::to(ANNA)).await;
    let typed = Draft { id: "d1".into(), recipient: BILAL.into(), body: "Lieber Bilal".into(), ..Draft::default() };
    office.store.now(|c| draft::save(c, &typed, office.clock.time())).unwrap();
    let draft = office.outbox.take_back(id).await.unwrap();
    let drafts = office.drafts();
    assert_eq!(drafts.len(), 2);
    assert!(drafts.contains(&typed) && drafts.contains(&draft));
}

#[tokio::test]
async fn a_held_letter_that_is_changed_is_a_draft_again() {
    let office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    office.change("UPDATE message SET state = 'held', reason = 'late'", []).unwrap();
    let draft = office.outbox.take_back(id).await.unwrap();
    assert_eq!((office.message(id).state, office.drafts()), (MessageState::Cancelled, vec![draft]));
}

#[tokio::test]
async fn what_is_discarded_leaves_no_draft() {
    let office = office().await;
    let id = office.send(&Letter::to(ANNA)).await;
    office.outbox.cancel(id).await.unwrap();
    assert_eq!((office.message(id).state, office.drafts()), (MessageState::Cancelled, vec![]));
}

#[tokio::test]
async fn send_now_ends_the_countdown() {
    let office = office().await;
    let id = office.send(&Letter::to(ANNA)).await;
    office.outbox.send_now(id, None).await.unwrap();
    let end = office.end_of(id).await;
    assert_eq!((end.state, end.due_chosen), (MessageState::Sent, false));
    assert!(end.due_at < end.at + 10_000);
    office.only_entry();
}

#[tokio::test]
async fn the_countdown_does_not_hold_up_another_letter() {
    let mut office = office().await;
    let id = office.send(&Letter::to(ANNA)).await;
    let_the_outbox_look(&mut office).await;
    assert_eq!(office.message(id).state, MessageState::Queued);
    assert_eq!(office.outbox.under_way().await.unwrap(), 1);
}

#[tokio::test]
async fn a_letter_that_is_being_sent_leaves_no_draft_when_it_is_too_late() {
    let office = Office::open().await;
    office.simulator.misbehave_once(famulor_simulator::Behaviour::Stall(Duration::from_millis(300)));
    let id = office.send(&Letter::to(ANNA)).await;
    office.until(id, |m| m.state == MessageState::Sending).await;
    assert!(matches!(office.outbox.take_back(id).await, Err(OutboxError::TooLate)));
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
    assert_eq!(office.drafts(), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undo_at_the_last_moment_either_brings_the_text_back_or_comes_too_late() {
    let office = Office::open().await;
    for round in 0..15_u64 {
        let id = office.send(&Letter::to(ANNA).saying(&format!("Runde {round}"))).await;
        tokio::time::sleep(Duration::from_micros(round * 300)).await;
        let taken_back = office.outbox.take_back(id).await;
        let end = office.end_of(id).await;
        office.simulator.settled().await.unwrap();
        let uuid = office.uuid(id);
        let has_arrived = office.simulator.ledger().iter().any(|e| e.idempotency_key.as_ref() == Some(&uuid));
        match taken_back {
            Ok(_) => assert_eq!((end.state, has_arrived), (MessageState::Cancelled, false)),
            Err(OutboxError::TooLate) => assert_eq!((end.state, has_arrived), (MessageState::Sent, true)),
            Err(error) => panic!("{error}"),
        }
    }
}
