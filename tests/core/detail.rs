//! One message with everything that is known of it.

use famulor_sms_core::history;
use famulor_sms_core::types::{LinkView, MessageDetail, MessageState, StepView};
use famulor_sms_tests::office::{ANNA, Letter, Office};

use crate::archive::{Archive, Past};

fn detail(archive: &Archive, id: i64) -> Option<MessageDetail> {
    archive.store.now(|c| history::detail(c, id, "clara")).unwrap()
}

#[tokio::test]
async fn a_sent_message_shows_its_steps_and_famulors_id() {
    let office = Office::open().await;
    let sent = office.send_to_the_end(&Letter::to(ANNA)).await;
    let detail = office.store.now(|c| history::detail(c, sent.id, "clara")).unwrap().unwrap();
    let states: Vec<MessageState> = detail.steps.iter().map(|step| step.state).collect();
    assert_eq!(states, [MessageState::Queued, MessageState::Sending, MessageState::Sent]);
    assert!(detail.steps.is_sorted_by_key(|step| step.at));
    assert_eq!(detail.provider_id, office.look_up("SELECT provider_id FROM message", []));
    assert!(detail.provider_id.is_some());
    assert_eq!(detail.account_email, office.look_up::<String>("SELECT account_email FROM message", []));
    assert_eq!((detail.system_user.as_str(), detail.message.id), ("clara", sent.id));
    assert!(detail.repeats.is_none() && detail.repeated_by.is_empty());
}

#[test]
fn a_message_and_those_that_send_it_again_lead_to_each_other() {
    let archive = Archive::new();
    let ids = archive.add([
        Past::to(ANNA).at(1).that_is("rejected"),
        Past::to(ANNA).at(2).that_is("not-sent"),
        Past::to(ANNA).at(3),
    ]);
    archive.change(&format!("UPDATE message SET repeats = {} WHERE id > {0}", ids[0]));
    let link = |id, at, state| LinkView { id, at, state };
    let first = detail(&archive, ids[0]).unwrap();
    let again = [link(ids[1], 2, MessageState::NotSent), link(ids[2], 3, MessageState::Sent)];
    assert_eq!((first.repeats, first.repeated_by), (None, again.to_vec()));
    let last = detail(&archive, ids[2]).unwrap();
    assert_eq!(last.repeats, Some(link(ids[0], 1, MessageState::Rejected)));
    archive.change(&format!("DELETE FROM message WHERE id = {}", ids[0]));
    let last = detail(&archive, ids[2]).unwrap();
    assert_eq!((last.repeats, last.message.repeats), (None, None));
    assert_eq!(last.steps[0], StepView { at: 3, state: MessageState::Sending, reason: None });
}

#[test]
fn a_message_that_is_gone_has_no_detail() {
    assert!(detail(&Archive::new(), 1).is_none());
}
