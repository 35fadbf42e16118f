//! Keys that open the form from anywhere, with a number that was copied: off at first, and nobody's text is touched by them.

use std::fs;
use std::time::Duration;

use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{Program, ProgramOptions};
use serde_json::json;

use crate::room::{Room, go_to, write};

const KEYS: &str = "ctrl+alt+s";
const WINDOW: &str = "Famulor SMS$";

#[tokio::test(flavor = "multi_thread")]
async fn off_at_first_and_once_on_the_keys_fill_in_the_number_that_was_copied() {
    let room = Room::new().await;
    let copied = room.desktop.copy_text("Anna Beck, mobil 0171/123 45 67");
    let program = room.start_with_key().await;
    room.desktop.key(KEYS);
    switch(&program).await;
    assert_eq!(program.value("recipient").await, "", "nobody has asked for the keys");

    room.desktop.key(KEYS);
    recipient_is(&program, "+491711234567").await;
    program.wait_until("document.body.dataset.view === 'new-message'").await;
    assert_eq!(program.value("text").await, "");
    room.assert_nothing_was_sent();

    // Whoever is writing goes on writing.
    drop(copied);
    let _copied = room.desktop.copy_text("+49 172 7654321");
    write(&program, "0171 1111111", "Half a sen").await;
    room.desktop.key(KEYS);
    program.wait_for_text("link-words", "You copied the number +491727654321.").await;
    assert_eq!(
        (program.value("recipient").await, program.value("text").await),
        ("0171 1111111".into(), "Half a sen".into())
    );
    program.click("link-take").await;
    recipient_is(&program, "+491727654321").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_single_number_leaves_the_form_empty() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    switch(&program).await;
    let long = format!("0171 1234567{}", " ".repeat(3000));
    for text in ["0171 1234567, 0172 7654321", "<img src=x onerror=alert(1)>", "DE89 3704 0044 0532 0130 00", &long] {
        let _copied = room.desktop.copy_text(text);
        go_to(&program, "history").await;
        room.desktop.key(KEYS);
        program.wait_until("document.body.dataset.view === 'new-message'").await;
        assert_eq!((program.value("recipient").await, program.value("text").await), Default::default(), "{text:?}");
        program.wait_gone("link-bar").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keys_bring_a_hidden_window_back_and_can_be_given_back() {
    let room = Room::new().await;
    let kept = json!({ "settings": { "keep_running": true, "keep_running_explained": true, "global_shortcut": true } });
    fs::create_dir_all(room.data()).unwrap();
    fs::write(room.data().join("settings.json"), kept.to_string()).unwrap();
    let program = room.start_with_key().await;
    wait_for_state(&program, "on").await;
    let is_hidden = wait_until(PATIENCE, || {
        room.desktop.key("alt+F4");
        wait_until(Duration::from_secs(2), || !room.desktop.shows_window(WINDOW))
    });
    assert!(is_hidden);
    let _copied = room.desktop.copy_text("tel:+491711234567");
    room.desktop.key(KEYS);
    assert!(wait_until(PATIENCE, || room.desktop.shows_window(WINDOW)), "the window does not come");
    recipient_is(&program, "+491711234567").await;

    go_to(&program, "settings").await;
    program.wait_until("!document.querySelector('#global-shortcut').disabled").await;
    program.click("global-shortcut").await;
    wait_for_state(&program, "off").await;
    let other = other_program(&room).await;
    switch(&other).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_of_another_program_are_said_to_be_taken() {
    let room = Room::new().await;
    let first = room.start_with_key().await;
    switch(&first).await;
    let second = other_program(&room).await;
    go_to(&second, "settings").await;
    second.wait_until("!document.querySelector('#global-shortcut').disabled").await;
    second.wait_gone("global-shortcut-note").await;
    second.click("global-shortcut").await;
    second
        .wait_for_text("global-shortcut-note", "Ctrl + Alt + S does not work now: another program uses these keys.")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_wayland_the_setting_says_why_it_cannot_be_chosen() {
    let room = Room::new().await;
    let environment = vec![("XDG_SESSION_TYPE".into(), "wayland".into())];
    let program = Program::start(&room.desktop, &ProgramOptions { environment, ..room.options() }).await;
    go_to(&program, "settings").await;
    program.wait_for_text("global-shortcut-note", "does not work on your desktop (Wayland)").await;
    assert_eq!(program.attribute("global-shortcut", "disabled").await.as_deref(), Some("true"));
}

/// Switches the keys on and waits until they are this program's.
async fn switch(program: &Program<'_>) {
    go_to(program, "settings").await;
    program.wait_until("!document.querySelector('#global-shortcut').disabled").await;
    program.click("global-shortcut").await;
    wait_for_state(program, "on").await;
}

/// Waits until this is so with the keys.
async fn wait_for_state(program: &Program<'_>, state: &str) {
    let ask = "window.__TAURI_INTERNALS__.invoke('desktop_view').then(({ shortcut }) => shortcut)";
    for _ in 0..100 {
        if program.promise(ask).await == Ok(json!(state)) {
            return;
        }
    }
    panic!("the keys are not {state}");
}

/// The program once more, with data of its own.
async fn other_program(room: &Room) -> Program<'_> {
    let data_dir = Some(room.desktop.folder().join("other"));
    Program::start(&room.desktop, &ProgramOptions { data_dir, ..room.options() }).await
}

async fn recipient_is(program: &Program<'_>, number: &str) {
    program.wait_until(&format!("document.querySelector('#recipient').value === '{number}'")).await;
}
