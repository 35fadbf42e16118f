//! Queueing: one press of Send is one message, its draft goes with it, and nothing is lost.

use famulor_sms_core::draft;
use famulor_sms_core::outbox::Queueing;
use famulor_sms_core::types::{Draft, MessageState};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening};

fn draft_of(letter: &Letter) -> Draft {
    Draft {
        id: letter.0.draft_id.clone(),
        recipient: letter.0.recipient.clone(),
        body: letter.0.body.clone(),
        ..Draft::default()
    }
}

fn save(office: &Office, draft: &Draft) {
    office.store.now(|c| draft::save(c, draft, famulor_sms_core::clock::now())).unwrap();
}

fn kept(office: &Office) -> Option<Draft> {
    office.store.now(|c| draft::all(c)).unwrap().into_iter().next()
}

#[tokio::test]
async fn a_double_click_is_one_message_and_one_sms() {
    let office = Office::open().await;
    let letter = Letter::to(ANNA);
    let id = office.send(&letter).await;
    assert_eq!(office.press_send(&letter).await.unwrap(), Queueing::Already(id));
    office.end_of(id).await;
    assert_eq!(office.press_send(&letter.clone().confirmed()).await.unwrap(), Queueing::Already(id));
    assert_eq!(office.look_up::<i64>("SELECT count(*) FROM message", []), 1);
    office.only_entry();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_clicks_at_once_are_one_message_and_one_sms() {
    let office = std::sync::Arc::new(Office::open().await);
    let letter = Letter::to(ANNA);
    let clicks: Vec<_> = (0..8)
        .map(|_| {
            let (office, letter) = (office.clone(), letter.clone());
            tokio::spawn(async move { office.press_send(&letter).await.unwrap() })
        })
        .collect();
    let mut queued = Vec::new();
    for click in clicks {
        match click.await.unwrap() {
            Queueing::Queued(id) => queued.push(id),
            Queueing::Already(_) => {}
            Queueing::Ask(reasons) => panic!("{reasons:?}"),
        }
    }
    assert_eq!(queued.len(), 1);
    assert_eq!(office.end_of(queued[0]).await.state, MessageState::Sent);
    office.only_entry();
}

#[tokio::test]
async fn the_draft_goes_in_the_commit_that_queues_its_message() {
    let office = Opening::default().not_yet_at_work().open().await;
    let letter = Letter::to(ANNA);
    save(&office, &draft_of(&letter));
    // Whoever sees the message sees no draft: the trigger looks from inside the commit.
    office
        .change(
            "CREATE TEMP TRIGGER draft_goes_with_its_message AFTER DELETE ON main.draft
             WHEN NOT EXISTS (SELECT 1 FROM main.message WHERE draft_id = OLD.id)
             BEGIN SELECT RAISE(ABORT, 'the draft went first'); END",
            [],
        )
        .unwrap();
    office.send(&letter).await;
    assert_eq!(kept(&office), None);
}

#[tokio::test]
async fn a_draft_that_is_saved_late_does_not_come_back_after_its_message() {
    let office = Office::open().await;
    let letter = Letter::to(ANNA);
    save(&office, &draft_of(&letter));
    office.send_to_the_end(&letter).await;
    save(&office, &draft_of(&letter));
    assert_eq!(kept(&office), None);
}

#[tokio::test]
async fn another_draft_stays_when_a_message_is_queued() {
    let office = Opening::default().not_yet_at_work().open().await;
    let (sent, open) = (Letter::to(ANNA), Letter::to(BILAL));
    save(&office, &draft_of(&open));
    office.send(&sent).await;
    assert_eq!(kept(&office), Some(draft_of(&open)));
}

#[tokio::test]
async fn the_draft_stays_when_the_person_is_asked_first() {
    let office = Opening::default().not_yet_at_work().open().await;
    let first = Letter::to(ANNA);
    office.send(&first).await;
    let second = first.again();
    save(&office, &draft_of(&second));
    assert!(matches!(office.press_send(&second).await.unwrap(), Queueing::Ask(_)));
    assert_eq!(kept(&office), Some(draft_of(&second)));
}
