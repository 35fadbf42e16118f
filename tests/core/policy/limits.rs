//! What is forbidden is refused at the form before anything is queued, and held when its turn comes.

use std::time::Duration;

use famulor_simulator::Behaviour;
use famulor_sms_core::compose::ComposeError;
use famulor_sms_core::outbox::{OutboxError, Queueing};
use famulor_sms_core::policy::{Policy, Refusal};
use famulor_sms_core::types::{Draft, MessageState, MessageView, Reason};
use famulor_sms_core::{clock, draft};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office, Opening};

use super::{broken_policy, policy};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// An office under this policy, whose clock shows noon: no day ends while a test runs.
async fn office_under(policy: Policy) -> Office {
    let office = Opening::default().policy(policy).not_yet_at_work().open().await;
    office.clock.jump(DAY / 2 - office.clock.time() % DAY);
    office
}

/// Why a letter is refused at the form; nothing was queued, and its text is still there.
async fn refusal(office: &Office, letter: &Letter) -> Refusal {
    let (draft_id, body) = (letter.0.draft_id.clone(), letter.0.body.clone());
    let draft = Draft { id: draft_id.clone(), body: body.clone(), ..empty() };
    office.store.now(|c| draft::save(c, &draft, clock::now())).unwrap();
    let before: i64 = office.look_up("SELECT count(*) FROM message", []);
    let error = office.press_send(letter).await.unwrap_err();
    assert_eq!(office.look_up::<i64>("SELECT count(*) FROM message", []), before);
    assert_eq!(office.look_up::<String>("SELECT body FROM draft WHERE id = ?1", [draft_id]), body);
    let ComposeError::Forbidden(refusal) = error else { panic!("{error:?}") };
    refusal
}

fn empty() -> Draft {
    Draft {
        id: String::new(),
        recipient: String::new(),
        body: String::new(),
        sender_id: None,
        due_at: None,
        repeats: None,
        unfilled: Vec::new(),
    }
}

/// A letter of yesterday's choice waits for its time; then the program starts anew under this policy, and works.
async fn letter_that_waits(letter: Letter, policy: Policy) -> (Office, i64) {
    let office = office_under(Policy::default()).await;
    let id = office.send(&letter.at(office.clock.time() + 60_000)).await;
    let mut office = office.start_anew_under(policy).await;
    assert_eq!(office.message(id).state, MessageState::Queued);
    office.clock.pass(Duration::from_secs(60));
    office.go_to_work();
    (office, id)
}

fn assert_held(message: &MessageView, reason: Reason) {
    assert_eq!((message.state, message.reason), (MessageState::Held, Some(reason)));
}

/// "Send now" does not help: it says why, and everything stays as it is.
async fn assert_stays_held(office: &Office, id: i64, why: Refusal) {
    let before = office.message(id);
    let error = office.outbox.send_now(id, office.session.credentials()).await.unwrap_err();
    assert!(matches!(error, OutboxError::Forbidden(refusal) if refusal == why), "{error:?}");
    let after = office.message(id);
    assert_eq!((after.state, after.revision, after.body), (before.state, before.revision, before.body));
    office.assert_nothing_arrived();
}

#[tokio::test]
async fn a_country_that_is_not_allowed_is_refused_at_the_form() {
    let mut office = office_under(policy(r#"{"allowed_countries": ["DE"]}"#)).await;
    let austria = "AT".parse().unwrap();
    assert_eq!(refusal(&office, &Letter::to(CLARA)).await, Refusal::Country(Some(austria)));
    assert_eq!(refusal(&office, &Letter::to(CLARA).confirmed()).await, Refusal::Country(Some(austria)));
    assert_eq!(refusal(&office, &Letter::to("+800 1234 5678")).await, Refusal::Country(None));
    office.go_to_work();
    assert_eq!(office.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_waiting_letter_to_a_country_that_is_no_longer_allowed_is_held_and_asks() {
    let (office, id) = letter_that_waits(Letter::to(CLARA), policy(r#"{"allowed_countries": ["DE", "CH"]}"#)).await;
    assert_held(&office.end_of(id).await, Reason::PolicyCountry);
    assert_stays_held(&office, id, Refusal::Country(Some("AT".parse().unwrap()))).await;
    let draft = office.outbox.take_back(id).await.unwrap();
    assert_eq!(draft.body, Letter::to(CLARA).0.body);
}

#[tokio::test]
async fn another_sender_than_the_one_that_is_set_is_refused_and_held() {
    let only_the_second = r#"{"sender": "+1 202 555 0143"}"#;
    let mut office = office_under(policy(only_the_second)).await;
    assert_eq!(refusal(&office, &Letter::to(ANNA).from(1)).await, Refusal::Sender);
    office.go_to_work();
    assert_eq!(office.send_to_the_end(&Letter::to(ANNA).from(2)).await.state, MessageState::Sent);

    let (office, id) = letter_that_waits(Letter::to(ANNA).from(1), policy(only_the_second)).await;
    assert_held(&office.end_of(id).await, Reason::PolicySender);
    assert_stays_held(&office, id, Refusal::Sender).await;
}

#[tokio::test]
async fn no_more_messages_than_are_allowed_are_taken_in_on_one_day() {
    let mut office = office_under(policy(r#"{"messages_per_day": 2}"#)).await;
    let waiting = office.send(&Letter::to(ANNA)).await;
    office.send(&Letter::to(BILAL)).await;
    assert_eq!(refusal(&office, &Letter::to(CLARA)).await, Refusal::PerDay(2));
    let tomorrow = office.clock.time() + DAY;
    office.send(&Letter::to(CLARA).at(tomorrow)).await;
    office.outbox.cancel(waiting).await.unwrap();
    office.go_to_work();
    assert_eq!(office.send_to_the_end(&Letter::to(ANNA).again()).await.state, MessageState::Sent);
    assert_eq!(refusal(&office, &Letter::to(CLARA)).await, Refusal::PerDay(2));
    assert_eq!(office.simulator.ledger().len(), 2);

    office.clock.pass(Duration::from_secs(24 * 60 * 60 - 60));
    let another = Letter::to(CLARA).saying("Noch etwas");
    assert_eq!(office.send_to_the_end(&another).await.state, MessageState::Sent);
    assert_eq!(refusal(&office, &Letter::to(ANNA)).await, Refusal::PerDay(2));
}

#[tokio::test]
async fn a_second_press_of_send_is_the_same_message_and_not_one_too_many() {
    let office = office_under(policy(r#"{"messages_per_day": 1}"#)).await;
    let letter = Letter::to(ANNA);
    let id = office.send(&letter).await;
    assert_eq!(office.press_send(&letter).await.unwrap(), Queueing::Already(id));
}

#[tokio::test]
async fn what_was_not_sent_takes_nobodys_place_and_what_may_have_been_sent_does() {
    let mut office = office_under(policy(r#"{"messages_per_day": 1}"#)).await;
    office.go_to_work();
    assert_eq!(office.send_to_the_end(&Letter::to("+15005550001")).await.state, MessageState::Rejected);
    office.simulator.misbehave_once(Behaviour::ResetInAnswer);
    assert_eq!(office.send_to_the_end(&Letter::to(ANNA)).await.state, MessageState::Unclear);
    assert_eq!(refusal(&office, &Letter::to(BILAL)).await, Refusal::PerDay(1));
}

#[tokio::test]
async fn a_waiting_letter_for_which_the_day_has_no_place_left_is_held() {
    let office = office_under(Policy::default()).await;
    let later = office.clock.time() + 60_000;
    let waiting = [office.send(&Letter::to(ANNA).at(later)).await, office.send(&Letter::to(BILAL).at(later)).await];
    let mut office = office.start_anew_under(policy(r#"{"messages_per_day": 1}"#)).await;
    office.clock.pass(Duration::from_secs(60));
    office.go_to_work();
    assert_eq!(office.end_of(waiting[0]).await.state, MessageState::Sent);
    assert_held(&office.end_of(waiting[1]).await, Reason::PolicyPerDay);
    office.only_entry();
    let error = office.outbox.send_now(waiting[1], office.session.credentials()).await.unwrap_err();
    assert!(matches!(error, OutboxError::Forbidden(Refusal::PerDay(1))), "{error:?}");
    office.clock.pass(Duration::from_secs(24 * 60 * 60));
    office.outbox.send_now(waiting[1], office.session.credentials()).await.unwrap();
    assert_eq!(office.end_of(waiting[1]).await.state, MessageState::Sent);
}

#[tokio::test]
async fn under_a_policy_that_cannot_be_read_nothing_is_taken_in_and_what_waits_is_held() {
    let office = office_under(broken_policy()).await;
    assert_eq!(refusal(&office, &Letter::to(ANNA)).await, Refusal::Broken);

    let (office, id) = letter_that_waits(Letter::to(ANNA), broken_policy()).await;
    assert_held(&office.end_of(id).await, Reason::PolicyBroken);
    assert_stays_held(&office, id, Refusal::Broken).await;
    // Once it is mended, the person says that it goes after all.
    let mut office = office.start_anew_under(Policy::default()).await;
    office.go_to_work();
    office.outbox.send_now(id, office.session.credentials()).await.unwrap();
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn sending_at_once_what_was_to_go_later_is_forbidden_too() {
    let office = office_under(Policy::default()).await;
    let id = office.send(&Letter::to(CLARA).at(office.clock.time() + DAY)).await;
    let office = office.start_anew_under(policy(r#"{"allowed_countries": ["DE"]}"#)).await;
    let error = office.outbox.send_now(id, office.session.credentials()).await.unwrap_err();
    assert!(matches!(error, OutboxError::Forbidden(Refusal::Country(_))), "{error:?}");
    assert!(office.message(id).due_chosen);
}
