//! A computer without a keychain: the key can be used for now, and the program says so plainly.

use famulor_sms_tests::{DesktopOptions, Keychain, Program};

use crate::room::{KEY, Room, can_send, files, go_to, go_to_key_step, send};

#[tokio::test(flavor = "multi_thread")]
async fn the_key_works_for_this_run_only_and_is_gone_after_it() {
    let room = Room::with_keychain(Keychain::None).await;
    let program = room.start().await;
    use_key_for_now(&program).await;
    go_to(&program, "settings").await;
    program.wait_for_text("key-state", "In memory only").await;

    go_to(&program, "new-message").await;
    program.wait_for_text("notices", "only until you close the program").await;
    can_send(&program).await;
    assert_eq!(send(&program, "0171 1234567", "Without a keychain").await, "sent");
    assert!(room.only_entry().authorized);
    assert_eq!(room.states(), ["sent"]);
    program.close().await;

    let program = room.start().await;
    told_that_there_is_none(&program).await;
    program.wait_for("first-run-key-step").await;
    for file in files(room.desktop.folder()) {
        let holds_key = std::fs::read(&file).is_ok_and(|bytes| bytes.windows(KEY.len()).any(|b| b == KEY.as_bytes()));
        assert!(!holds_key, "{} holds the key", file.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_without_a_collection_is_told_apart() {
    let room = Room::with_keychain(Keychain::NoCollection).await;
    let program = room.start().await;
    program.wait_for("first-run").await;
    go_to_key_step(&program).await;
    program.type_into("first-run-api-key", KEY).await;
    program.click("first-run-store-key").await;
    program.wait_for_text("first-run-form-error", "There is no keyring yet").await;
    assert_eq!(program.value("first-run-api-key").await, KEY);
    program.click("first-run-this-run-only").await;
    program.wait_for("first-run-done").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_bus_an_sms_can_be_sent_all_the_same() {
    let options =
        DesktopOptions { bus: false, keychain: Keychain::None, notifications: false, ..DesktopOptions::default() };
    let room = Room::on(options).await;
    let program = room.start().await;
    use_key_for_now(&program).await;
    program.click("first-run-begin").await;
    assert_eq!(send(&program, "0171 1234567", "Without a bus").await, "sent");
    assert!(room.only_entry().authorized);
}

async fn use_key_for_now(program: &Program<'_>) {
    told_that_there_is_none(program).await;
    program.wait_for("first-run-practice").await;
    go_to_key_step(program).await;
    program.type_into("first-run-api-key", KEY).await;
    program.click("first-run-store-key").await;
    program.wait_for_text("first-run-form-error", "No keychain answers").await;
    program.click("first-run-this-run-only").await;
    program.wait_for_text("first-run-account-name", "Beispiel GmbH").await;
}

async fn told_that_there_is_none(program: &Program<'_>) {
    program.wait_for_text(".notice[data-kind=key-unavailable]", "No keychain answers on this system").await;
    program.wait_for("first-run").await;
}
