//! Twice in a hurry is once.

use famulor_sms_tests::{BareProgram, Program, ProgramOptions};

use crate::room::{Room, count_clicks, middle, outcome, send, write};

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_on_send_is_one_message() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", "Once").await;
    program.double_click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Once"));
    assert_eq!(room.states(), ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_double_click_on_send_is_one_message_and_no_error() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", "Once").await;
    count_clicks(&program).await;
    room.desktop.double_click("Famulor SMS$", middle(&program, "send").await);
    program.wait_until("window.clicks === 2").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(program.text("recipient-error").await, "", "nothing is wrong with a form that was sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Once"));
    assert_eq!(room.states(), ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn clicks_and_keys_in_the_same_moment_are_one_message() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", "Once").await;
    let all = "const send = document.querySelector('#send'); send.click(); send.click();
        document.querySelector('#text').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
        send.click()";
    program.script(all, Vec::new()).await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Once"));
    assert_eq!(room.states(), ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_program_on_the_same_data_says_so_and_sends_nothing() {
    let room = Room::new().await;
    let first = room.start_with_key().await;
    write(&first, "0171 1234567", "From the first").await;
    let second = Program::open(&room.desktop, &room.options()).await;
    second.wait_for_text("notices", "open already, perhaps in another session").await;
    let refused = second.promise("window.__TAURI_INTERNALS__.invoke('list_messages', { before: null })").await;
    assert!(refused.is_err());
    drop(second);
    room.assert_nothing_was_sent();
    assert_eq!(send(&first, "0171 1234567", "From the first").await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("From the first"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_leaves_the_first_window_as_it_is_and_ends() {
    let room = Room::new().await;
    let options = ProgramOptions { data_dir: None, ..room.options() };
    let first = Program::start(&room.desktop, &options).await;
    let second = BareProgram::start(&room.desktop, &options);
    assert_eq!(second.wait_for_end(), Some(0));
    assert!(first.runs());
    first.wait_for("first-run").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_icons_actions_open_their_view_and_go_there_in_the_running_window() {
    let room = Room::new().await;
    room.keep_key();
    let options = |view: &str| ProgramOptions {
        data_dir: None,
        args: vec!["--view".to_owned(), view.to_owned()],
        ..room.options()
    };
    let first = Program::start(&room.desktop, &options("history")).await;
    first.wait_for("history-title").await;
    assert_eq!(first.count(".first-run:not([hidden])").await, 0);

    second_start(&room, &options("new-message"));
    first.wait_until("document.activeElement === document.querySelector('#recipient')").await;
    first.type_into("text", "Half written").await;

    second_start(&room, &options("history"));
    first.wait_until("document.activeElement === document.querySelector('#history-title')").await;
    second_start(&room, &options("new-message"));
    first.wait_for("message-form").await;
    assert_eq!(first.value("text").await, "Half written");
}

/// Starts the program once more while it runs, and waits until that start has ended well.
pub(crate) fn second_start(room: &Room, options: &ProgramOptions) {
    assert_eq!(BareProgram::start(&room.desktop, options).wait_for_end(), Some(0), "{}", room.desktop.log("program"));
}
