//! The same text to the same number: when the person is asked first, and when not.

use famulor_sms_core::clock;
use famulor_sms_core::outbox::Queueing;
use famulor_sms_core::types::{AskReason, MessageState};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The columns that the row has, beside its state, and the states on its way.
struct First {
    way: &'static [&'static str],
    more: &'static str,
    state: MessageState,
}

const fn first(way: &'static [&'static str], more: &'static str, state: MessageState) -> First {
    First { way, more, state }
}

/// An office whose one letter, to Anna, came to this and is so old; nobody is at work.
async fn office_after(first: &First, age: i64) -> (Office, Letter, i64) {
    let office = Opening::default().not_yet_at_work().open().await;
    let letter = Letter::to(ANNA);
    office.send(&letter).await;
    for state in first.way {
        office.change("UPDATE message SET state = ?1", [state]).unwrap();
    }
    let at = clock::now() - age;
    office.change(&format!("UPDATE message SET created_at = ?1 {}", first.more), [at]).unwrap();
    (office, letter, at)
}

/// What the same letter, written once more, is asked about.
async fn asked_after(first: &First, age: i64) -> bool {
    let (office, letter, at) = office_after(first, age).await;
    match office.press_send(&letter.again()).await.unwrap() {
        Queueing::Ask(reasons) => {
            assert_eq!(reasons, [AskReason::SameAgain { at, state: first.state }]);
            assert_eq!(office.look_up::<i64>("SELECT count(*) FROM message", []), 1);
            true
        }
        Queueing::Queued(_) => false,
        Queueing::Already(id) => panic!("another draft is another message, not {id}"),
    }
}

const SENT: First = first(&["sending", "sent"], "", MessageState::Sent);
const UNCLEAR: First = first(&["sending", "unclear"], "", MessageState::Unclear);
const MAY_HAVE_GONE: [First; 6] = [
    SENT,
    first(&[], "", MessageState::Queued),
    first(&["held"], "", MessageState::Held),
    first(&["sending"], "", MessageState::Sending),
    first(&["sending", "rejected"], ", reason = 'carrier'", MessageState::Rejected),
    first(&["not-sent"], ", settled_by_person = 1", MessageState::NotSent),
];
const DID_NOT_GO: [First; 5] = [
    first(&["sending", "rejected"], ", reason = 'recipient'", MessageState::Rejected),
    first(&["sending", "rejected"], ", reason = 'key'", MessageState::Rejected),
    first(&["sending", "rejected"], ", reason = 'too-many-requests'", MessageState::Rejected),
    first(&["not-sent"], ", reason = 'offline'", MessageState::NotSent),
    first(&["cancelled"], "", MessageState::Cancelled),
];

#[tokio::test]
async fn what_may_have_gone_within_ten_minutes_is_asked_about_with_its_time_and_state() {
    for first in MAY_HAVE_GONE {
        assert!(asked_after(&first, 0).await, "{:?}", first.state);
        assert!(asked_after(&first, 9 * MINUTE).await, "{:?}", first.state);
        assert!(!asked_after(&first, 11 * MINUTE).await, "{:?}", first.state);
    }
}

#[tokio::test]
async fn what_surely_did_not_go_is_not_asked_about() {
    for first in DID_NOT_GO {
        assert!(!asked_after(&first, 0).await, "{:?}", first.state);
    }
}

#[tokio::test]
async fn what_is_unclear_is_asked_about_at_any_age() {
    for age in [0, 11 * MINUTE, 400 * DAY] {
        assert!(asked_after(&UNCLEAR, age).await);
    }
}

#[tokio::test]
async fn what_is_dated_in_the_future_is_ignored() {
    for first in [SENT, UNCLEAR] {
        assert!(!asked_after(&first, -MINUTE).await);
    }
}

#[tokio::test]
async fn another_text_and_another_number_are_not_asked_about() {
    let (office, letter, _) = office_after(&SENT, 0).await;
    office.send(&letter.again().saying("Etwas anderes")).await;
    let mut to_bilal = letter.again();
    to_bilal.0.recipient = BILAL.into();
    office.send(&to_bilal).await;
}

#[tokio::test]
async fn the_same_number_and_text_are_known_however_they_are_typed() {
    let (office, letter, _) = office_after(&SENT, 0).await;
    let mut typed = letter.again().saying(&format!(" {}\r\n", letter.0.body));
    typed.0.recipient = "(0151) 234 567-89".into();
    assert!(matches!(office.press_send(&typed).await.unwrap(), Queueing::Ask(_)));
}

#[tokio::test]
async fn after_send_anyway_it_is_sent() {
    let office = Office::open().await;
    let letter = Letter::to(ANNA);
    office.send_to_the_end(&letter).await;
    let again = letter.again();
    assert!(matches!(office.press_send(&again).await.unwrap(), Queueing::Ask(_)));
    assert_eq!(office.send_to_the_end(&again.confirmed()).await.state, MessageState::Sent);
    let ledger = office.simulator.ledger();
    assert_eq!((ledger.len(), ledger[1].repeated), (2, false));
}
