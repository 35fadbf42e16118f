//! Again: what was written once is taken up as a new draft.

use famulor_sms_core::draft::{self, Again, ReuseError};
use famulor_sms_core::types::{Draft, MessageState};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening};

const ALL: [(&str, &[&str]); 8] = [
    ("queued", &[]),
    ("held", &["held"]),
    ("sending", &["sending"]),
    ("sent", &["sending", "sent"]),
    ("rejected", &["sending", "rejected"]),
    ("not-sent", &["not-sent"]),
    ("unclear", &["sending", "unclear"]),
    ("cancelled", &["cancelled"]),
];

/// An office whose one letter, to Anna, went this way; nobody is at work.
async fn office_after(way: &[&str]) -> (Office, i64) {
    let office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA).saying("Bis zehn Uhr").from(2)).await;
    for state in way {
        office.change("UPDATE message SET state = ?1", [state]).unwrap();
    }
    (office, id)
}

fn reuse(office: &Office, id: i64, again: Again) -> Result<Draft, ReuseError> {
    office.store.now(|c| draft::reuse(c, id, again, office.clock.time()))
}

#[tokio::test]
async fn the_text_of_every_letter_can_be_used_for_another_recipient() {
    for (state, way) in ALL {
        let (office, id) = office_after(way).await;
        let draft = reuse(&office, id, Again::Text).unwrap();
        let wanted = Draft { id: draft.id.clone(), body: "Bis zehn Uhr".into(), ..Draft::default() };
        assert_eq!(draft, wanted, "{state}");
        assert_eq!(office.drafts(), [draft]);
    }
}

#[tokio::test]
async fn only_what_is_known_not_to_have_been_sent_can_be_sent_again() {
    for (state, way) in ALL {
        let (office, id) = office_after(way).await;
        let reused = reuse(&office, id, Again::Whole);
        if ["rejected", "not-sent"].contains(&state) {
            let draft = reused.unwrap();
            assert_eq!((draft.recipient.as_str(), draft.body.as_str()), ("+49 1512 3456789", "Bis zehn Uhr"));
            assert_eq!((draft.sender_id, draft.repeats, draft.due_at), (Some(2), Some(id), None));
            assert_eq!(office.drafts(), [draft]);
        } else {
            assert!(matches!(reused, Err(ReuseError::MayHaveGone)), "{state}: {reused:?}");
            assert_eq!(office.drafts(), []);
        }
    }
}

#[tokio::test]
async fn what_the_person_found_not_to_have_been_sent_can_be_sent_again() {
    let (office, id) = office_after(&["sending", "unclear"]).await;
    let settle = |state| office.change("UPDATE message SET state = ?1, settled_by_person = 1", [state]).unwrap();
    settle("not-sent");
    assert_eq!(reuse(&office, id, Again::Whole).unwrap().repeats, Some(id));
    settle("sent");
    assert!(matches!(reuse(&office, id, Again::Whole), Err(ReuseError::MayHaveGone)));
}

#[tokio::test]
async fn a_letter_that_is_gone_cannot_be_used_again() {
    let (office, id) = office_after(&["not-sent"]).await;
    office.change("DELETE FROM message", []).unwrap();
    for again in [Again::Text, Again::Whole] {
        assert!(matches!(reuse(&office, id, again), Err(ReuseError::Gone)));
    }
}

#[tokio::test]
async fn a_letter_sent_again_is_another_one_that_names_the_first() {
    let mut office = Opening::default().not_yet_at_work().open().await;
    let first = office.send(&Letter::to(ANNA)).await;
    office.change("UPDATE message SET state = 'not-sent', reason = 'offline'", []).unwrap();
    let draft = reuse(&office, first, Again::Whole).unwrap();
    let mut letter = Letter::to(&draft.recipient).saying(&draft.body);
    (letter.0.draft_id, letter.0.repeats) = (draft.id, draft.repeats);
    let second = office.send(&letter).await;
    office.go_to_work();
    let sent = office.end_of(second).await;
    assert_eq!((sent.state, sent.repeats), (MessageState::Sent, Some(first)));
    assert_eq!(office.message(first).state, MessageState::NotSent);
    assert_eq!(office.only_entry().idempotency_key.unwrap(), office.uuid(second));
}

#[tokio::test]
async fn a_letter_whose_first_is_gone_names_none() {
    let office = Opening::default().not_yet_at_work().open().await;
    let mut letter = Letter::to(BILAL);
    letter.0.repeats = Some(99);
    let id = office.send(&letter).await;
    assert_eq!(office.message(id).repeats, None);
}

#[tokio::test]
async fn what_is_taken_back_still_names_the_first() {
    let (office, first) = office_after(&["not-sent"]).await;
    let mut letter = Letter::to(BILAL);
    letter.0.repeats = Some(first);
    let id = office.send(&letter).await;
    assert_eq!(office.outbox.take_back(id).await.unwrap().repeats, Some(first));
}
