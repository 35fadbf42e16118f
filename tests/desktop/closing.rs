//! Closing the window while something is to be sent later: the person decides whether the program goes on.

use std::path::PathBuf;
use std::time::Duration;

use famulor_sms_core::clock;
use famulor_sms_tests::wait::{NEXT_LOOK, PATIENCE, wait_until};
use famulor_sms_tests::{Database, Program, ProgramOptions};
use serde_json::json;
use tokio::time::timeout;

use crate::later::send_later;
use crate::room::{Room, can_send, go_to, write};
use crate::twice::second_start;

const RECIPIENT: &str = "0171 1234567";
const TEXT: &str = "The office opens at nine.";
const HALF: &str = "Half a sen";
const WINDOW: &str = "Famulor SMS$";

#[tokio::test(flavor = "multi_thread")]
async fn it_is_asked_and_who_goes_back_keeps_the_window() {
    let room = Room::new().await;
    let program = with_one_for_later(&room).await;
    ask(&room, &program).await;
    program.wait_for_text("close-text", "One message is to be sent later").await;
    program.wait_for_text("close-quit-text", "What is missed is not sent by itself").await;
    program.click("close-back").await;
    program.wait_gone("close-dialog").await;
    assert_eq!(program.value("text").await, HALF);
    assert!(program.runs() && room.desktop.shows_window(WINDOW));
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["queued".to_owned()], vec![]));

    ask(&room, &program).await;
    program.wait_for("close-dialog").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_quits_ends_the_program_and_the_message_stays_for_later() {
    let room = Room::new().await;
    let program = with_one_for_later(&room).await;
    ask(&room, &program).await;
    press(&program, "close-quit").await;
    assert!(wait_until(PATIENCE, || !program.runs()), "{}", program.log());
    drop(program);
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["queued".to_owned()], vec![]));

    let program = room.start().await;
    can_send(&program).await;
    assert_eq!(program.value("text").await, HALF);
    go_to(&program, "outbox").await;
    program.wait_for_text("#outbox-later-list .message-row", TEXT).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_keeps_running_sends_when_it_is_time_and_then_ends_by_itself() {
    let room = Room::new().await;
    let program = with_one_for_later(&room).await;
    ask(&room, &program).await;
    press(&program, "close-hide").await;
    assert!(wait_until(PATIENCE, || !room.desktop.shows_window(WINDOW)), "the window is still there");
    assert!(program.runs());
    assert_eq!(room.states(), ["queued"]);

    its_time_comes(&room.database());
    timeout(NEXT_LOOK, room.simulator.wait_for_ledger(1)).await.expect("it goes");
    room.notification("Sent to +49 171 1234567", TEXT);
    assert!(wait_until(PATIENCE, || !program.runs()), "{}", program.log());
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
    assert_eq!(room.states(), ["sent"]);
    assert_eq!(room.database().answer("SELECT body FROM draft").as_deref(), Some(HALF));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_shows_the_hidden_window_with_its_text() {
    let room = Room::new().await;
    room.keep_key();
    let options = settled_at_home(&room);
    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    send_later(&program, RECIPIENT, TEXT).await;
    write(&program, "0171 7654321", HALF).await;
    ask(&room, &program).await;
    press(&program, "close-hide").await;
    assert!(wait_until(PATIENCE, || !room.desktop.shows_window(WINDOW)), "the window is still there");

    second_start(&room, &options);
    assert!(wait_until(PATIENCE, || room.desktop.shows_window(WINDOW)), "the window does not come back");
    program.wait_gone("close-dialog").await;
    assert_eq!(program.value("text").await, HALF);
    assert_eq!(program.value("recipient").await, "0171 7654321");

    // It is open again, so the program stays when all is sent.
    let database = Database::in_folder(&home(&room));
    its_time_comes(&database);
    timeout(NEXT_LOOK, room.simulator.wait_for_ledger(1)).await.expect("it goes");
    program.wait_for_text("outcome-state", "Sent").await;
    assert!(program.runs() && room.desktop.shows_window(WINDOW));
    // Nothing waits any more, so nothing is asked.
    program.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_does_not_answer_does_not_keep_the_window_open() {
    let room = Room::new().await;
    let program = with_one_for_later(&room).await;
    program.script("setTimeout(() => { while (true) {} }, 300)", Vec::new()).await;
    // A page that hangs cannot say so.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let gone = wait_until(PATIENCE, || {
        room.desktop.key("alt+F4");
        wait_until(Duration::from_secs(5), || !program.runs())
    });
    assert!(gone, "{}", program.log());
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["queued".to_owned()], vec![]));
}

/// A message for tomorrow, and another one begun.
async fn with_one_for_later(room: &Room) -> Program<'_> {
    let program = room.start_with_key().await;
    send_later(&program, RECIPIENT, TEXT).await;
    write(&program, "0171 7654321", HALF).await;
    program
}

/// Closes the window, which puts the question.
pub(crate) async fn ask(room: &Room, program: &Program<'_>) {
    let is_asked = "return document.querySelector('#close-dialog').open";
    for _ in 0..5 {
        room.desktop.key("alt+F4");
        for _ in 0..20 {
            if program.script(is_asked, Vec::new()).await == json!(true) {
                return program.wait_for("close-dialog").await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        // A window manager that is just busy misses a key.
    }
    program.wait_for("close-dialog").await;
}

/// Presses a button with which the window goes, so that its end is not waited for.
pub(crate) async fn press(program: &Program<'_>, button: &str) {
    let click = format!("setTimeout(() => document.getElementById('{button}').click())");
    program.script(&click, Vec::new()).await;
}

/// What is to be sent later is due in a moment.
pub(crate) fn its_time_comes(database: &Database) {
    let change = format!("UPDATE message SET due_at = {} WHERE state = 'queued'", clock::now() + 1_000);
    assert_eq!(database.change(&change), 1);
}

/// The place where the program keeps its data if it is not told another one.
pub(crate) fn home(room: &Room) -> PathBuf {
    room.desktop.data_home().join("io.famulor.sms")
}

/// A plain start, which finds its settings at home.
pub(crate) fn settled_at_home(room: &Room) -> ProgramOptions {
    let folder = home(room);
    std::fs::create_dir_all(&folder).unwrap();
    let settings = json!({ "settings": { "undo_seconds": 0 } });
    std::fs::write(folder.join("settings.json"), settings.to_string()).unwrap();
    ProgramOptions { data_dir: None, ..room.options() }
}
