//! Evidence for what is unclear: the balance a while later, kept with the message.

use std::time::{Duration, Instant};

use famulor_simulator::Behaviour;
use famulor_sms_core::outbox::Timing;
use famulor_sms_core::types::{MessageState, MessageView, Verdict};
use famulor_sms_tests::office::{ANNA, BILAL, Letter, Office, Opening, quick};
use tokio::time::{sleep, timeout};

const BEFORE: &str = "100.67447094";
const CHARGED_ONCE: &str = "100.59947094";

fn timing(evidence_after: u64) -> Timing {
    let evidence_after = Duration::from_millis(evidence_after);
    Timing { evidence_after, evidence_retry: Duration::from_millis(50), ..quick() }
}

/// An office at work that asks for the balance so many milliseconds after a message became unclear.
async fn office_that_asks_after(milliseconds: u64) -> Office {
    Opening::default().timing(timing(milliseconds)).open().await
}

async fn unclear(office: &Office, behaviour: Behaviour, letter: &Letter) -> i64 {
    office.simulator.misbehave_once(behaviour);
    let end = office.send_to_the_end(letter).await;
    assert_eq!(end.state, MessageState::Unclear);
    end.id
}

async fn evidence_of(office: &Office, id: i64) -> MessageView {
    office.until(id, |message| message.balance_after_at.is_some()).await
}

fn questions(office: &Office) -> usize {
    office.simulator.requests().iter().filter(|request| request.path == "/api/user/me").count()
}

/// Waits until the balance was asked for so many times.
async fn until_asked(office: &Office, times: usize) {
    let asked = async {
        while questions(office) < times {
            sleep(Duration::from_millis(2)).await;
        }
    };
    timeout(Duration::from_secs(20), asked).await.unwrap();
}

#[tokio::test]
async fn an_unclear_letter_is_shown_the_balance_before_and_after() {
    let office = office_that_asks_after(60).await;
    let id = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(ANNA)).await;
    let since: i64 = office.look_up("SELECT at FROM message_event WHERE state = 'unclear'", []);
    let message = evidence_of(&office, id).await;
    assert_eq!(message.balance_before.as_deref(), Some(BEFORE));
    assert_eq!(message.balance_after.as_deref(), Some(CHARGED_ONCE));
    assert!(message.balance_after_at.unwrap() >= since + 60);
    assert_eq!(message.state, MessageState::Unclear);
}

#[tokio::test]
async fn a_letter_that_was_not_charged_shows_the_same_balance() {
    let office = office_that_asks_after(10).await;
    let id = unclear(&office, Behaviour::html(502), &Letter::to(ANNA)).await;
    assert_eq!(evidence_of(&office, id).await.balance_after.as_deref(), Some(BEFORE));
}

#[tokio::test]
async fn the_evidence_is_told_and_is_no_outcome() {
    let office = office_that_asks_after(10).await;
    let id = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(ANNA)).await;
    let mut changes = office.outbox.changes();
    if office.message(id).balance_after_at.is_none() {
        let change = changes.recv().await.unwrap();
        assert_eq!((change.id, change.is_outcome), (id, false));
        assert!(office.message(id).balance_after_at.is_some());
    }
}

#[tokio::test]
async fn several_unclear_letters_are_all_seen_to_and_none_is_asked_about_twice() {
    let office = office_that_asks_after(40).await;
    let first = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(ANNA)).await;
    let second = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(BILAL)).await;
    let heard = evidence_of(&office, first).await.balance_after_at;
    assert!(evidence_of(&office, second).await.balance_after_at.is_some());
    office.send_to_the_end(&Letter::to(BILAL).saying("Etwas anderes")).await;
    assert_eq!(office.message(first).balance_after_at, heard);
}

#[tokio::test]
async fn what_the_last_run_left_unclear_is_seen_to() {
    let office = Opening::default().timing(timing(10)).not_yet_at_work().open().await;
    let id = office.send(&Letter::to(ANNA)).await;
    office.change("UPDATE message SET state = 'sending'", []).unwrap();
    let mut office = office.start_anew().await;
    office.go_to_work();
    let message = evidence_of(&office, id).await;
    assert_eq!((message.state, message.balance_after.as_deref()), (MessageState::Unclear, Some(BEFORE)));
}

#[tokio::test]
async fn a_balance_that_cannot_be_heard_is_asked_for_again_and_not_all_the_time() {
    let office = office_that_asks_after(1).await;
    office.simulator.misbehave_account(Some(Behaviour::html(503)));
    let (asked, start) = (questions(&office), Instant::now());
    let id = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(ANNA)).await;
    until_asked(&office, asked + 4).await;
    assert!(start.elapsed() >= Duration::from_millis(100), "asked without a pause");
    assert_eq!(office.message(id).balance_after_at, None);
    office.simulator.misbehave_account(None);
    assert_eq!(evidence_of(&office, id).await.balance_after.as_deref(), Some(CHARGED_ONCE));
}

#[tokio::test]
async fn another_accounts_balance_is_no_evidence() {
    let office = Opening::default().timing(timing(1)).not_yet_at_work().open().await;
    let foreign = office.send(&Letter::to(ANNA)).await;
    office.change("UPDATE message SET account_email = 'neu@beispiel.example', state = 'sending'", []).unwrap();
    let mut office = office.start_anew().await;
    office.go_to_work();
    let own = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(BILAL)).await;
    evidence_of(&office, own).await;
    assert_eq!(office.message(foreign).balance_after_at, None);
}

#[tokio::test]
async fn what_the_person_settled_meanwhile_needs_no_evidence() {
    let office = office_that_asks_after(50).await;
    let settled = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(ANNA)).await;
    office.outbox.settle_by_person(settled, Verdict::Sent).await.unwrap();
    let open = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(BILAL)).await;
    evidence_of(&office, open).await;
    assert_eq!(office.message(settled).balance_after_at, None);
}

#[tokio::test]
async fn a_letter_that_was_sent_asks_for_no_balance() {
    let office = office_that_asks_after(1).await;
    let asked = questions(&office);
    office.send_to_the_end(&Letter::to(ANNA)).await;
    office.send_to_the_end(&Letter::to(BILAL)).await;
    assert_eq!(questions(&office), asked);
}

#[tokio::test]
async fn a_clock_that_jumps_does_not_bring_the_question_forward() {
    let office = office_that_asks_after(60_000).await;
    let asked = questions(&office);
    let id = unclear(&office, Behaviour::ResetAfterReading, &Letter::to(ANNA)).await;
    office.clock.jump(3_600_000);
    office.send_to_the_end(&Letter::to(BILAL)).await;
    assert_eq!((questions(&office), office.message(id).balance_after_at), (asked, None));
}
