//! A click on a notification opens what it speaks of, and no notification keeps the program waiting.

use std::fs;

use famulor_sms_tests::wait::{PATIENCE, wait_until};

use crate::later::send_later;
use crate::room::{Room, go_to, queue, send, write};

const RECIPIENT: &str = "0171 1234567";
const HALF: &str = "Half a sen";

#[tokio::test(flavor = "multi_thread")]
async fn a_click_opens_its_message_and_leaves_what_is_being_written() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, RECIPIENT, "The first").await, "sent");
    write(&program, "0171 7654321", HALF).await;
    go_to(&program, "settings").await;
    room.desktop.click_notification(0, 1);
    program.wait_for("detail-dialog").await;
    program.wait_for_text("detail-text", "The first").await;
    assert_eq!(program.value("text").await, HALF);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_several_in_one_opens_the_history() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    for text in ["One", "Two", "Three"] {
        queue(&program, RECIPIENT, text).await;
    }
    room.wait_for_states(&["sent", "sent", "sent"]);
    room.desktop.click_notification(1, 2);
    program.wait_for("history").await;
    program.wait_until("document.querySelectorAll('#history .message-row').length === 3").await;
    room.desktop.click_notification(0, 1);
    program.wait_for_text("detail-text", "One").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_brings_a_hidden_window_back() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    send_later(&program, "0171 7654321", "Later").await;
    assert_eq!(send(&program, RECIPIENT, "The first").await, "sent");
    program
        .script("setTimeout(() => window.__TAURI_INTERNALS__.invoke('close_window', { choice: 'hide' }))", Vec::new())
        .await;
    assert!(wait_until(PATIENCE, || !room.desktop.shows_window("Famulor SMS$")), "the window is still there");
    room.desktop.click_notification(0, 1);
    assert!(wait_until(PATIENCE, || room.desktop.shows_window("Famulor SMS$")), "the window does not come back");
    program.wait_for_text("detail-text", "The first").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn notifications_that_nobody_closes_cost_no_thread_and_keep_no_program() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, RECIPIENT, "The first").await, "sent");
    room.desktop.wait_for_open_notifications(1);
    for text in ["One", "Two", "Three"] {
        queue(&program, RECIPIENT, text).await;
    }
    room.wait_for_states(&["sent"; 4]);
    room.desktop.wait_for_open_notifications(2);
    let tasks = fs::read_dir(format!("/proc/{}/task", program.pid())).unwrap();
    let names = tasks.map(|task| fs::read_to_string(task.unwrap().path().join("comm")).unwrap_or_default());
    assert_eq!(names.filter(|name| name.starts_with("notification")).count(), 1, "one listener for all");
    program.close().await;
    room.desktop.wait_for_open_notifications(2);
}
