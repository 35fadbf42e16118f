//! Held: what may not go in silence waits for the person. And what waits for the keychain.

use std::time::Duration;

use famulor_sms_core::outbox::KeyStatus;
use famulor_sms_core::types::{MessageState, MessageView, Reason};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening, quick};
use tokio::sync::watch;

/// An office with a letter to Anna in its outbox, where nobody is at work yet.
async fn office_with_letter() -> (Office, i64) {
    let office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    (office, id)
}

fn assert_held(message: &MessageView, reason: Reason) {
    assert_eq!((message.state, message.reason), (MessageState::Held, Some(reason)));
}

fn present(office: &Office) -> KeyStatus {
    KeyStatus::Present(office.session.credentials().unwrap())
}

#[tokio::test]
async fn a_letter_is_held_when_its_key_is_gone() {
    let (mut office, id) = office_with_letter().await;
    office.session.forget_key().await.unwrap();
    office.go_to_work();
    assert_held(&office.end_of(id).await, Reason::KeyMissing);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_is_held_when_another_key_is_in_use() {
    let (mut office, id) = office_with_letter().await;
    office.simulator.set_account(|account| account.api_key = "another-key".into());
    office.session.take_key("another-key", false).await.unwrap();
    office.go_to_work();
    assert_held(&office.end_of(id).await, Reason::AccountChanged);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_is_held_when_the_account_is_another_under_the_same_key() {
    let (mut office, id) = office_with_letter().await;
    office.simulator.set_account(|account| account.email = "neu@beispiel.example".into());
    office.session.refresh().await.unwrap();
    office.go_to_work();
    assert_held(&office.end_of(id).await, Reason::AccountChanged);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_is_held_when_its_sender_is_gone() {
    let (mut office, id) = office_with_letter().await;
    office.simulator.set_account(|account| account.numbers.retain(|number| number.id != 1));
    office.session.refresh().await.unwrap();
    office.go_to_work();
    assert_held(&office.end_of(id).await, Reason::AccountChanged);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_is_held_when_its_sender_can_send_no_more() {
    let (mut office, id) = office_with_letter().await;
    office.simulator.set_account(|account| account.numbers[0].has_active_subscription = false);
    office.session.refresh().await.unwrap();
    office.go_to_work();
    assert_held(&office.end_of(id).await, Reason::AccountChanged);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_waits_for_the_keychain_and_goes_when_the_key_comes() {
    let (mut office, anna) = office_with_letter().await;
    let (keys, asking) = watch::channel(KeyStatus::Asking);
    office.start_work_with(asking, quick());
    // The second letter wakes the outbox once more: it still has no key.
    let bilal = office.send(&Letter::to(BILAL)).await;
    assert_eq!(office.message(anna).state, MessageState::Queued);
    office.assert_nothing_arrived();
    keys.send_replace(present(&office));
    assert_eq!(office.end_of(anna).await.state, MessageState::Sent);
    assert_eq!(office.end_of(bilal).await.state, MessageState::Sent);
    assert_eq!(office.simulator.ledger().len(), 2);
}

#[tokio::test]
async fn a_letter_that_waits_is_held_when_the_keychain_has_no_key() {
    let (mut office, id) = office_with_letter().await;
    let (keys, asking) = watch::channel(KeyStatus::Asking);
    office.start_work_with(asking, quick());
    keys.send_replace(KeyStatus::Absent);
    assert_held(&office.end_of(id).await, Reason::KeyMissing);
}

#[tokio::test]
async fn a_letter_that_waited_too_long_for_the_keychain_is_held() {
    let (mut office, id) = office_with_letter().await;
    office.clock.pass(Duration::from_millis(119_500));
    let (keys, asking) = watch::channel(KeyStatus::Asking);
    office.start_work_with(asking, quick());
    assert_held(&office.end_of(id).await, Reason::Late);
    keys.send_replace(present(&office));
    assert_held(&office.message(id), Reason::Late);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_whose_turn_comes_more_than_two_minutes_late_is_held() {
    let (mut office, id) = office_with_letter().await;
    office.clock.pass(Duration::from_millis(120_500));
    office.go_to_work();
    assert_held(&office.end_of(id).await, Reason::Late);
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_letter_whose_turn_comes_within_two_minutes_goes() {
    let (mut office, id) = office_with_letter().await;
    office.clock.pass(Duration::from_secs(60));
    office.go_to_work();
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_held_letter_goes_under_the_account_as_it_is_when_the_person_says_so() {
    let (mut office, id) = office_with_letter().await;
    office.simulator.set_account(|account| account.api_key = "another-key".into());
    office.session.take_key("another-key", false).await.unwrap();
    office.go_to_work();
    assert_held(&office.end_of(id).await, Reason::AccountChanged);
    office.outbox.send_now(id, office.session.credentials()).await.unwrap();
    let end = office.end_of(id).await;
    assert_eq!((end.state, end.reason), (MessageState::Sent, None));
    assert!(office.only_entry().authorized);
}

#[tokio::test]
async fn a_letter_that_was_changed_behind_the_outbox_is_not_held_over_it() {
    let (mut office, id) = office_with_letter().await;
    office.outbox.cancel(id).await.unwrap();
    office.start_work_with(watch::channel(KeyStatus::Absent).1, quick());
    assert_held(&office.send_to_the_end(&Letter::to(BILAL)).await, Reason::KeyMissing);
    assert_eq!(office.message(id).state, MessageState::Cancelled);
}
