//! What contacts are to sending: a mark "do not write to" asks and holds, and whoever is written to comes first.

use famulor_sms_core::compose::ComposeError;
use famulor_sms_core::outbox::Queueing;
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::types::Draft;
use famulor_sms_core::types::{AskReason, ContactForm, HistoryFilter, MessageState, Reason};
use famulor_sms_core::{Country, contacts, draft, history};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office, Opening};

use crate::people::person;

fn save(office: &Office, form: &ContactForm) -> i64 {
    office.store.now(|c| contacts::save(c, form, Country::GERMANY, 1)).unwrap().id
}

/// An office that knows Anna, where nobody is at work yet.
async fn office_with_anna() -> (Office, i64) {
    let office = Opening::default().not_yet_at_work().open().await;
    let anna = save(&office, &person("Anna", "Beck", &[ANNA, CLARA]));
    (office, anna)
}

fn mark(office: &Office, contact: i64, reason: Option<&str>) {
    let now = office.clock.time();
    office.store.now(|c| contacts::set_do_not_write(c, contact, reason, now)).unwrap();
}

#[tokio::test]
async fn whoever_is_not_to_be_written_to_is_asked_about_together_with_every_other_reason() {
    let (office, anna) = office_with_anna().await;
    let letter = Letter::to(ANNA);
    office.send(&letter).await;
    mark(&office, anna, Some("hat gekündigt"));
    let Queueing::Ask(reasons) = office.press_send(&letter.again()).await.unwrap() else { panic!("nobody was asked") };
    assert!(matches!(reasons[0], AskReason::SameAgain { .. }), "{reasons:?}");
    assert!(matches!(&reasons[1], AskReason::DoNotWrite { reason, .. } if reason == "hat gekündigt"), "{reasons:?}");
}

#[tokio::test]
async fn what_the_person_sends_all_the_same_goes() {
    let (mut office, anna) = office_with_anna().await;
    mark(&office, anna, Some(""));
    let id = office.send(&Letter::to(ANNA).confirmed()).await;
    office.go_to_work();
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_letter_waits_for_the_person_when_its_recipient_is_marked_before_its_turn() {
    let (mut office, anna) = office_with_anna().await;
    let id = office.send(&Letter::to(CLARA)).await;
    mark(&office, anna, Some("hat gekündigt"));
    office.go_to_work();
    let held = office.end_of(id).await;
    assert_eq!((held.state, held.reason), (MessageState::Held, Some(Reason::DoNotWrite)));
    office.assert_nothing_arrived();
    office.outbox.send_now(id, office.session.credentials()).await.unwrap();
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn a_new_mark_holds_also_what_went_all_the_same_under_an_older_one() {
    let (mut office, anna) = office_with_anna().await;
    mark(&office, anna, Some(""));
    let id = office.send(&Letter::to(ANNA).confirmed()).await;
    mark(&office, anna, None);
    office.clock.jump(1);
    mark(&office, anna, Some("nun wirklich"));
    office.go_to_work();
    assert_eq!(office.end_of(id).await.reason, Some(Reason::DoNotWrite));
}

#[tokio::test]
async fn a_mark_that_was_taken_back_holds_nothing() {
    let (mut office, anna) = office_with_anna().await;
    mark(&office, anna, Some(""));
    mark(&office, anna, None);
    let id = office.send(&Letter::to(ANNA)).await;
    office.go_to_work();
    assert_eq!(office.end_of(id).await.state, MessageState::Sent);
}

#[tokio::test]
async fn writing_to_a_number_makes_it_recent_and_only_that_number() {
    let (office, anna) = office_with_anna().await;
    let id = office.send(&Letter::to(CLARA)).await;
    let numbers = office.store.now(|c| contacts::get(c, anna)).unwrap().numbers;
    assert_eq!([numbers[0].used_at, numbers[1].used_at], [None, Some(office.message(id).at)]);
}

#[tokio::test]
async fn a_number_that_was_written_to_before_it_was_kept_is_recent_too() {
    let office = Opening::default().not_yet_at_work().open().await;
    let id = office.send(&Letter::to(BILAL)).await;
    let bilal = save(&office, &person("Bilal", "", &[BILAL]));
    let numbers = office.store.now(|c| contacts::get(c, bilal)).unwrap().numbers;
    assert_eq!(numbers[0].used_at, Some(office.message(id).at));
}

#[tokio::test]
async fn the_messages_of_a_contact_are_those_to_any_of_its_numbers() {
    let (office, anna) = office_with_anna().await;
    let mut ids = Vec::new();
    for recipient in [ANNA, BILAL, CLARA] {
        ids.push(office.send(&Letter::to(recipient)).await);
    }
    let filter = HistoryFilter { contact_id: Some(anna), ..HistoryFilter::default() };
    let page = office.store.now(|c| history::page(c, &filter, None)).unwrap();
    assert_eq!(page.messages.iter().map(|message| message.id).collect::<Vec<_>>(), [ids[2], ids[0]]);
    assert_eq!(office.store.now(|c| history::sum(c, &filter)).unwrap().count, 2);
    let number = PhoneNumber::from_e164(BILAL).unwrap();
    let recent = office.store.now(|c| history::recent_to(c, &number, 3)).unwrap();
    assert_eq!(recent.iter().map(|message| message.id).collect::<Vec<_>>(), [ids[1]]);
}

#[tokio::test]
async fn a_message_is_to_the_contact_that_was_chosen() {
    let (office, _) = office_with_anna().await;
    let bilal = save(&office, &person("Bilal", "Demir", &[ANNA]));
    let mut letter = Letter::to(ANNA);
    assert_eq!(office.message(office.send(&letter).await).name.as_deref(), Some("Anna Beck"));
    letter = letter.again().saying("Noch etwas");
    letter.0.contact_id = Some(bilal);
    assert_eq!(office.message(office.send(&letter).await).name.as_deref(), Some("Bilal Demir"));
}

#[tokio::test]
async fn a_placeholder_of_a_template_stops_send_while_it_stands_in_the_text_and_typed_braces_do_not() {
    let office = Opening::default().not_yet_at_work().open().await;
    let mut letter = Letter::to(ANNA).saying("Guten Tag {Vorname}, {so} steht es da.");
    letter.0.unfilled = vec!["{Termintag}".into(), "{Vorname}".into()];
    let refused = office.press_send(&letter).await;
    assert!(matches!(&refused, Err(ComposeError::Unfilled(placeholder)) if placeholder == "{Vorname}"), "{refused:?}");
    letter = letter.saying("Guten Tag Anna, {so} steht es da.");
    let id = office.send(&letter).await;
    assert_eq!(office.message(id).body, "Guten Tag Anna, {so} steht es da.");
}

#[tokio::test]
async fn a_draft_keeps_its_unfilled_placeholders() {
    let office = Opening::default().not_yet_at_work().open().await;
    let draft = Draft { id: "d".into(), body: "Am {Tag}".into(), unfilled: vec!["{Tag}".into()], ..Draft::default() };
    office.store.now(|c| draft::save(c, &draft, 1)).unwrap();
    assert_eq!(office.drafts(), [draft]);
}
