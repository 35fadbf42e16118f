//! Undo: for some seconds after Send a message can be taken back, and nobody has to wait for that.

use std::time::{Duration, Instant};

use famulor_sms_tests::Program;
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use tokio::time::timeout;

use crate::room::{Room, can_send, go_to, outcome, queue, write};

const RECIPIENT: &str = "0171 1234567";
const TEXT: &str = "The table is free from seven.";
const OTHER: &str = "Something else meanwhile";

/// The seconds that the one bar shows.
const SECONDS: &str = "parseInt(/in (\\d+) s$/.exec(document.querySelector('.undo-bar-words').innerText)[1])";

/// The text taken back is not below the edge of what is seen.
const IN_VIEW: &str = "document.querySelector('#kept-drafts-list').getBoundingClientRect().bottom
    <= document.querySelector('#main').getBoundingClientRect().bottom";

#[tokio::test(flavor = "multi_thread")]
async fn the_seconds_are_counted_down_and_then_the_message_goes_by_itself() {
    let room = Room::new().await;
    let program = room.start_with_undo(5).await;
    write(&program, RECIPIENT, TEXT).await;
    let pressed = Instant::now();
    program.click("send").await;
    program.wait_for_text(".undo-bar-words", "To +49 171 1234567: goes in").await;
    program.wait_for_text(".undo-bar [data-verb=undo]", "Undo").await;
    program.wait_for_text(".undo-bar [data-verb=send-now]", "Send now").await;
    program.wait_for_text("outcome-state", "Sending soon").await;
    program.wait_for_text("undo-status", "Ctrl + Z takes it back").await;
    program.wait_until(&format!("{SECONDS} <= 5")).await;
    program.wait_until(&format!("{SECONDS} <= 3")).await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["queued".to_owned()], vec![]));

    timeout(PATIENCE, room.simulator.wait_for_ledger(1)).await.expect("it goes by itself");
    assert!(pressed.elapsed() >= Duration::from_secs(5), "it went after {:?}", pressed.elapsed());
    assert_eq!(outcome(&program).await, "sent");
    program.wait_gone("undo-bars").await;
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
    assert_eq!(room.states(), ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_sends_nothing_and_brings_the_text_back() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    queue(&program, RECIPIENT, TEXT).await;
    program.click(".undo-bar [data-verb=undo]").await;
    program.wait_until(&is_written(TEXT)).await;
    assert_eq!(program.value("recipient").await, "+49 171 1234567");
    program.wait_for_focus("text").await;
    program.wait_gone("undo-bars").await;
    program.wait_for_text("outcome-state", "Taken back").await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["cancelled".to_owned()], vec![]));
    assert_eq!(room.desktop.notifications(), [], "what the person did is no news to them");

    // It can be sent after all, and is not asked about.
    program.click("send").await;
    program.wait_for(".undo-bar").await;
    program.click(".undo-bar [data-verb=send-now]").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
    assert_eq!(room.states(), ["cancelled", "sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_begun_meanwhile_stays_and_the_one_taken_back_comes_beside_it() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    room.desktop.resize_window("Famulor SMS$", (900, 560));
    queue(&program, RECIPIENT, TEXT).await;
    write(&program, "0171 7654321", OTHER).await;
    program.click(".undo-bar [data-verb=undo]").await;
    program.wait_for_text("kept-drafts-list", TEXT).await;
    program.wait_until(IN_VIEW).await;
    assert_eq!(program.value("text").await, OTHER);
    assert_eq!(program.value("recipient").await, "0171 7654321");
    assert!(wait_until(PATIENCE, || drafts(&room) == 2), "both texts are on the disk");
    program.kill9();

    let program = room.start().await;
    can_send(&program).await;
    both_are_there(&program).await;
    let in_the_form = program.value("text").await;
    program.click("#kept-drafts-list [data-verb=go-on]").await;
    program.wait_for_text("kept-drafts-list", &in_the_form).await;
    both_are_there(&program).await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["cancelled".to_owned()], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_to_wait_sends_now() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    queue(&program, RECIPIENT, TEXT).await;
    let pressed = Instant::now();
    program.click(".undo-bar [data-verb=send-now]").await;
    timeout(PATIENCE, room.simulator.wait_for_ledger(1)).await.expect("it goes");
    assert!(pressed.elapsed() < Duration::from_secs(10), "it went after {:?}", pressed.elapsed());
    assert_eq!(outcome(&program).await, "sent");
    program.wait_gone("undo-bars").await;
    program.wait_for_focus("recipient").await;
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
    assert_eq!(room.states(), ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_message_is_written_and_sent_while_the_first_counts_down() {
    let room = Room::new().await;
    let program = room.start_with_undo(5).await;
    queue(&program, RECIPIENT, TEXT).await;
    queue(&program, "0171 7654321", OTHER).await;
    program.wait_until("document.querySelectorAll('.undo-bar').length === 2").await;
    room.wait_for_states(&["sent", "sent"]);
    program.wait_gone("undo-bars").await;
    assert_eq!(room.texts_that_arrived(), [OTHER, TEXT]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_message_that_is_meant_is_taken_back_from_whatever_view() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    queue(&program, RECIPIENT, TEXT).await;
    queue(&program, "0171 7654321", OTHER).await;
    go_to(&program, "history").await;
    program.click(".undo-bar[data-id='1'] [data-verb=undo]").await;
    program.wait_for("new-message").await;
    program.wait_until(&is_written(TEXT)).await;
    program.click(".undo-bar[data-id='2'] [data-verb=send-now]").await;
    room.wait_for_states(&["cancelled", "sent"]);
    assert_eq!(room.only_entry().text.as_deref(), Some(OTHER));
}

#[tokio::test(flavor = "multi_thread")]
async fn control_z_takes_the_newest_back_but_belongs_to_a_text_being_written_first() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    queue(&program, RECIPIENT, TEXT).await;
    program.wait_for(".undo-bar").await;
    // The system's WebKit gives the key no meaning of its own, but the next letter shows that it has been read.
    type_and_see(&room, &program, "x").await;
    room.desktop.key("ctrl+z");
    type_and_see(&room, &program, "y").await;
    assert_eq!(room.states(), ["queued"]);

    room.desktop.key("ctrl+a");
    room.desktop.key("Delete");
    program.wait_until("document.querySelector('#recipient').value === ''").await;
    room.desktop.key("ctrl+z");
    program.wait_until(&is_written(TEXT)).await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["cancelled".to_owned()], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_that_comes_too_late_says_so_and_leaves_the_message_alone() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    queue(&program, RECIPIENT, TEXT).await;
    program.wait_for(".undo-bar").await;
    assert_eq!(room.database().change("UPDATE message SET state = 'sending'"), 1);
    program.click(".undo-bar [data-verb=undo]").await;
    program.wait_for_text("undo-problem", "It is too late for that").await;
    assert_eq!(program.value("text").await, "");
    assert_eq!((room.states(), drafts(&room)), (vec!["sending".to_owned()], 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_no_undo_sends_without_a_bar() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    let count = "window.bars = 0; new MutationObserver(() => (window.bars += 1))
        .observe(document.querySelector('#undo-list'), { childList: true })";
    program.script(count, Vec::new()).await;
    for (seconds, state) in [("0", "sent"), ("20", "queued")] {
        program.set("undo-seconds", seconds).await;
        let saved = || std::fs::read_to_string(room.data().join("settings.json")).unwrap_or_default();
        let wanted = format!("\"undo_seconds\": {seconds}");
        assert!(wait_until(PATIENCE, || saved().contains(&wanted)), "{}", saved());
        queue(&program, RECIPIENT, &format!("With {seconds} s")).await;
        program.wait_until(&format!("document.querySelector('#outcome').dataset.state === '{state}'")).await;
        program.wait_until(&format!("(window.bars > 0) === {}", state == "queued")).await;
    }
    assert_eq!(room.texts_that_arrived(), ["With 0 s"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_in_the_countdown_it_waits_for_the_person_and_that_is_said_first() {
    let room = Room::new().await;
    let program = room.start_with_undo(5).await;
    queue(&program, RECIPIENT, TEXT).await;
    program.kill9();
    let program = room.start().await;
    program.wait_for_text(".notice[data-kind=held]", "One message is waiting for you. It has not been sent yet.").await;
    assert_eq!(room.states(), ["held (restarted)"]);
    can_send(&program).await;
    assert_eq!(program.value("text").await, "", "the text is a message now, and no draft beside it");
    program.click(".notice[data-kind=held] [data-verb=show-outbox]").await;
    program.wait_for_text("#outbox-held-list .message-row", TEXT).await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["held (restarted)".to_owned()], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_closes_the_window_in_the_countdown_is_told_and_the_program_ends_by_itself() {
    let room = Room::new().await;
    let program = room.start_with_undo(5).await;
    queue(&program, RECIPIENT, TEXT).await;
    write(&program, "0171 7654321", OTHER).await;
    program.close().await;
    room.notification("Sent to +49 171 1234567", TEXT);
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
    assert_eq!(room.states(), ["sent"]);
    assert_eq!(room.database().answer("SELECT body FROM draft").as_deref(), Some(OTHER));
}

async fn type_and_see(room: &Room, program: &Program<'_>, letter: &str) {
    room.desktop.type_text(letter);
    program.wait_until(&format!("document.querySelector('#recipient').value.endsWith('{letter}')")).await;
}

/// One of the two texts is in the form, the other one beside it.
async fn both_are_there(program: &Program<'_>) {
    let shown = "[document.querySelector('#text').value, document.querySelector('#kept-drafts-list').innerText]";
    program
        .wait_until(&format!(
            "(([form, beside]) => (form === '{TEXT}' && beside.includes('{OTHER}'))
                || (form === '{OTHER}' && beside.includes('{TEXT}')))({shown})"
        ))
        .await;
}

fn is_written(text: &str) -> String {
    format!("document.querySelector('#text').value === '{text}'")
}

fn drafts(room: &Room) -> usize {
    let count = room.database().answer("SELECT CAST(count(*) AS TEXT) FROM draft");
    count.and_then(|count| count.parse().ok()).unwrap_or_default()
}
