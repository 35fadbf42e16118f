//! The program is closed, or killed, and started again: everything is still there.

use std::time::Duration;

use famulor_sms_tests::Program;
use tokio::time::sleep;

use crate::room::{Room, can_send, go_to, send, write};

#[tokio::test(flavor = "multi_thread")]
async fn after_closing_the_text_the_history_and_the_key_are_still_there() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "Sent before").await, "sent");
    write(&program, "0171 7654321", "Half a sen").await;
    program.close().await;
    still_there(&room).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_kill_9_the_text_of_half_a_second_ago_is_still_there() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "Sent before").await, "sent");
    write(&program, "0171 7654321", "Half a sen").await;
    // The promise: on the disk 500 ms after the last key.
    sleep(Duration::from_millis(600)).await;
    program.kill9();
    still_there(&room).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_loaded_again_asks_for_what_it_shows() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 7654321", "Half a sen").await;
    sleep(Duration::from_millis(600)).await;
    program.script("document.body.dataset.before = 'true'; location.reload()", Vec::new()).await;
    program.wait_until("!document.body.dataset.before && document.body.dataset.ready === 'true'").await;
    // What came with the page at the start knew of no text.
    assert_eq!(program.value("text").await, "Half a sen");
    can_send(&program).await;
    assert_eq!(send(&program, "0171 7654321", "And sent").await, "sent");
}

async fn still_there(room: &Room) {
    let program: Program<'_> = room.start().await;
    can_send(&program).await;
    assert_eq!(program.attribute("#first-run", "hidden").await.as_deref(), Some("true"), "no first run again");
    assert_eq!(program.value("recipient").await, "0171 7654321");
    assert_eq!(program.value("text").await, "Half a sen");
    program.wait_for_text("recipient-hint", "+49 171 7654321").await;
    go_to(&program, "history").await;
    program.wait_for_text(".message-row[data-state=sent]", "Sent before").await;
    assert_eq!(program.count(".message-row").await, 1);
    assert_eq!(room.states(), ["sent"]);
    assert_eq!(room.simulator.ledger().len(), 1);
}
