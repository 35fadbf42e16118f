//! The outbox: what waits for the person says why, and the person decides what becomes of it.

use std::time::Duration;

use famulor_simulator::Behaviour;
use famulor_sms_tests::Program;
use famulor_sms_tests::wait::wait_until;
use serde_json::json;

use crate::room::{Room, can_send, count_clicks, go_to, middle, outcome, queue, send};

const RECIPIENT: &str = "0171 1234567";
const TEXT: &str = "Your parcel is at the gate.";

const UNCLEAR: &str = "#outbox-unclear-list .message-row";

/// What the program waits before it asks for the balance of an unclear message, and what a test may take beside it.
const EVIDENCE: Duration = Duration::from_secs(40);

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_says_why_and_send_now_sends_it_once() {
    let room = Room::new().await;
    let program = with_one_held(&room).await;
    let row = program.text("#outbox-held-list .message-row").await;
    for part in [TEXT, "+49 171 1234567", "Waiting for you", "The program ended before the message was sent"] {
        assert!(row.contains(part), "{part:?} is not in {row:?}");
    }
    assert_eq!(program.text("outbox-badge").await, "1");
    program.click("#outbox-held-list [data-verb=send-now]").await;
    program.wait_for_text("outbox-status", "is being sent now").await;
    program.wait_for("outbox-empty").await;
    program.wait_gone("outbox-badge").await;
    room.wait_for_states(&["sent"]);
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
    room.notification("Sent to +49 171 1234567", TEXT);
}

#[tokio::test(flavor = "multi_thread")]
async fn send_now_pressed_twice_in_a_hurry_sends_once() {
    let room = Room::new().await;
    let program = with_one_held(&room).await;
    program.double_click("#outbox-held-list [data-verb=send-now]").await;
    room.wait_for_states(&["sent"]);
    program.wait_for("outbox-empty").await;
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_clicks_everything_twice_does_not_hit_the_message_that_moves_up() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    for (recipient, text) in [(RECIPIENT, "The first"), ("0171 7654321", "The second"), ("0171 7654322", "The third")] {
        queue(&program, recipient, text).await;
    }
    program.kill9();
    let program = room.start().await;
    can_send(&program).await;
    go_to(&program, "outbox").await;
    program.wait_for("#outbox-held-list [data-verb=send-now]").await;
    program.click("#outbox-held-list [data-id='1'] [data-verb=discard]").await;
    program.wait_until("document.querySelectorAll('#outbox-held-list .message-row').length === 2").await;

    count_clicks(&program).await;
    let button = "#outbox-held-list [data-id='2'] [data-verb=send-now]";
    room.desktop.double_click("Famulor SMS$", middle(&program, button).await);
    program.wait_until("window.clicks === 2").await;
    room.wait_for_states(&["cancelled", "sent", "held (restarted)"]);
    program.wait_for("#outbox-held-list [data-id='3']").await;
    assert_eq!(room.only_entry().text.as_deref(), Some("The second"));
}

#[tokio::test(flavor = "multi_thread")]
async fn change_brings_what_is_held_into_the_form() {
    let room = Room::new().await;
    let program = with_one_held(&room).await;
    program.click("#outbox-held-list [data-verb=change]").await;
    program.wait_until(&format!("document.querySelector('#text').value === '{TEXT}'")).await;
    program.wait_for("new-message").await;
    assert_eq!(program.value("recipient").await, "+49 171 1234567");
    assert_eq!(room.states(), ["cancelled"]);
    program.replace("text", "The parcel is inside.").await;
    program.click("send").await;
    program.wait_for(".undo-bar").await;
    program.click(".undo-bar [data-verb=send-now]").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("The parcel is inside."));
    assert_eq!(room.states(), ["cancelled", "sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_discarded_stays_in_the_history_as_taken_back() {
    let room = Room::new().await;
    let program = with_one_held(&room).await;
    program.click("#outbox-held-list [data-verb=discard]").await;
    program.wait_for_text("outbox-status", "is discarded. Its text stays in the history").await;
    program.wait_for("outbox-empty").await;
    go_to(&program, "history").await;
    program.wait_for_text("#history .message-row[data-state=cancelled]", TEXT).await;
    program.wait_for_text("#history .message-row", "Taken back").await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["cancelled".to_owned()], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_unclear_shows_its_evidence_and_waits_for_the_word_of_the_person() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.simulator.misbehave_once(Behaviour::ResetAfterReading);
    assert_eq!(send(&program, RECIPIENT, TEXT).await, "unclear");
    program.click("outcome-outbox").await;
    program.wait_for_text(UNCLEAR, "no answer came. Perhaps it was sent").await;
    program.wait_for_text(UNCLEAR, "look at the sent SMS in Famulor’s dashboard").await;
    program.wait_for_text(UNCLEAR, "About 15 seconds after the send").await;
    assert_eq!(program.text("outbox-badge").await, "1");
    offers_no_second_send(&program).await;
    wait_for_evidence(&room);
    program.wait_for_text(UNCLEAR, "Balance before 100.67, after 100.59").await;
    program.wait_for_text(UNCLEAR, "This speaks for a send but proves nothing").await;
    the_person_says(&room, &program).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unchanged_balance_speaks_against_a_send_and_proves_nothing() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.simulator.misbehave_once(Behaviour::ResetInBody);
    assert_eq!(send(&program, RECIPIENT, TEXT).await, "unclear");
    program.click("outcome-outbox").await;
    wait_for_evidence(&room);
    program.wait_for_text(UNCLEAR, "unchanged. This speaks against a send but proves nothing").await;
    program.click(&format!("{UNCLEAR} [data-verb=settle-not-sent]")).await;
    program.wait_for("outbox-empty").await;
    assert_eq!(room.states(), ["not-sent (settled-by-person)"]);
    assert_eq!(room.simulator.ledger().len(), 1);
}

/// First nothing, then what happened.
async fn the_person_says(room: &Room, program: &Program<'_>) {
    program.click(&format!("{UNCLEAR} [data-verb=settle-unknown]")).await;
    program.wait_for_text("outbox-status", "stays here until you know").await;
    program.wait_for_text(UNCLEAR, "that you don’t know yet").await;
    assert_eq!(room.states(), ["unclear (no-answer)"]);
    let step = "SELECT reason FROM message_event WHERE message_id = 1 ORDER BY id DESC LIMIT 1";
    assert_eq!(room.database().answer(step).as_deref(), Some("not-known-yet"));

    program.click(&format!("{UNCLEAR} [data-verb=settle-sent]")).await;
    program.wait_for_text("outbox-status", "is in the history now").await;
    program.wait_for("outbox-empty").await;
    assert_eq!(room.states(), ["sent (settled-by-person)"]);
    assert_eq!(room.simulator.ledger().len(), 1);
}

fn wait_for_evidence(room: &Room) {
    let heard = "SELECT uuid FROM message WHERE balance_after_at IS NOT NULL";
    assert!(wait_until(EVIDENCE, || room.database().answer(heard).is_some()), "the balance was not asked for");
}

async fn offers_no_second_send(program: &Program<'_>) {
    for verb in ["send-now", "again", "change"] {
        assert_eq!(program.count(&format!("{UNCLEAR} [data-verb={verb}]")).await, 0, "{verb}");
    }
    program.click(&format!("{UNCLEAR} .message-row-open")).await;
    program.wait_for("#detail-actions [data-verb=reuse]").await;
    assert_eq!(program.count("#detail-dialog [data-verb=again]").await, 0);
    program.click("detail-close").await;
    program.wait_gone("detail-dialog").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_requests_are_waited_for_visibly_and_then_it_goes_by_itself() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let busy = json!({ "message": "Too many requests.", "retry_after": 3 });
    room.simulator.misbehave_once(Behaviour::json(429, busy));
    queue(&program, RECIPIENT, TEXT).await;
    program.wait_for_text("outcome", "Nothing was sent so far: the message goes by itself in a moment").await;
    room.wait_for_states(&["sent"]);
    program.wait_for_text("outcome-state", "Sent").await;
    let answered: Vec<_> = room.simulator.ledger().into_iter().map(|entry| (entry.answered, entry.sent)).collect();
    assert_eq!(answered, [(Some(429), false), (Some(200), true)]);
    assert_eq!(room.desktop.notifications().len(), 1, "only the end is news");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_refusal_for_the_balance_the_rest_waits_and_is_listed() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    queue(&program, RECIPIENT, "The first").await;
    queue(&program, "0171 7654321", "The second").await;
    program.wait_until("document.querySelectorAll('.undo-bar').length === 2").await;
    room.simulator.set_account(|account| account.balance = Default::default());
    program.click(".undo-bar[data-id='1'] [data-verb=send-now]").await;
    room.wait_for_states(&["rejected (balance)", "held (queue-stopped)"]);
    program.wait_gone("undo-bars").await;
    go_to(&program, "outbox").await;
    program.wait_for_text("#outbox-held-list .message-row", "The second").await;
    program.wait_for_text("#outbox-held-list .message-row", "refused for the key or the balance").await;
    assert_eq!(program.count("#outbox-held-list .message-row").await, 1);
    assert_eq!(room.only_entry().text.as_deref(), Some("The first"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_can_be_sent_again_as_a_message_of_its_own_that_names_the_first() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let balance = room.simulator.account().balance;
    room.simulator.set_account(|account| account.balance = Default::default());
    assert_eq!(send(&program, RECIPIENT, TEXT).await, "rejected");
    room.simulator.set_account(|account| account.balance = balance);
    go_to(&program, "history").await;
    program.click("#history .message-row[data-state=rejected] .message-row-open").await;
    program.wait_for("#detail-actions [data-verb=again]").await;
    program.click("#detail-actions [data-verb=again]").await;
    program.wait_gone("detail-dialog").await;
    program.wait_until(&format!("document.querySelector('#text').value === '{TEXT}'")).await;
    program.wait_for_text("repeats", "Sends the message of").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    program.wait_gone("repeats").await;
    assert_eq!(room.states(), ["rejected (balance)", "sent"]);
    let repeats = "SELECT CAST(repeats AS TEXT) FROM message WHERE id = 2";
    assert_eq!(room.database().answer(repeats).as_deref(), Some("1"));
    let keys: Vec<_> = room.simulator.ledger().into_iter().map(|entry| entry.idempotency_key).collect();
    assert!(keys.len() == 2 && keys[0] != keys[1], "{keys:?}");
    go_to(&program, "history").await;
    program.click("#history .message-row[data-state=rejected] .message-row-open").await;
    program.wait_for_text("detail-links", "Sent again").await;
}

/// The outbox with a message in it that the program was killed over.
async fn with_one_held(room: &Room) -> Program<'_> {
    let program = room.start_with_undo(20).await;
    queue(&program, RECIPIENT, TEXT).await;
    program.kill9();
    let program = room.start().await;
    can_send(&program).await;
    assert_eq!(room.states(), ["held (restarted)"]);
    program.wait_for_text("outbox-badge", "1").await;
    let rows = "return document.querySelectorAll('#outbox .message-row').length";
    assert_eq!(program.script(rows, Vec::new()).await, 0, "rows that nobody looks at are made");
    go_to(&program, "outbox").await;
    program.wait_for("#outbox-held-list [data-verb=send-now]").await;
    program
}
