//! The first run: a key is checked, and kept only if it works.

use famulor_simulator::{Account, Behaviour, Simulator};
use famulor_sms_tests::office::DeadPort;
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{Database, Desktop, DesktopOptions, Program, ProgramOptions};

use crate::room::{ENGLISH, KEY, Room, can_send, data, go_to, go_to_key_step};

const REAL_KEY: &str = "1|the-key-to-the-real-service";

#[tokio::test(flavor = "multi_thread")]
async fn a_good_key_is_trimmed_checked_and_kept_in_the_keychain() {
    let room = Room::new().await;
    room.desktop.store_secret("api-key", REAL_KEY);
    let program = room.start().await;
    program.wait_for("first-run").await;
    program.wait_for("first-run-practice").await;
    assert!(program.text("host-banner").await.contains(&format!("127.0.0.1:{}", room.simulator.port())));

    go_to_key_step(&program).await;
    program.paste_into("first-run-api-key", &format!("  {KEY} \n")).await;
    program.click("first-run-store-key").await;
    program.wait_for("first-run-done").await;
    assert_eq!(program.text("first-run-account-name").await, "Beispiel GmbH");
    assert_eq!(program.text("first-run-account-email").await, "buero@beispiel.example");
    assert_eq!(program.text("first-run-account-balance").await, "100.67");
    assert_eq!(program.value("first-run-api-key").await, "");
    assert_eq!(program.text("first-run-sender-count").await, "Step 3 of 3");
    assert_eq!(program.value("first-run-sender").await, "1");
    assert_eq!(room.desktop.secret(&room.account()).as_deref(), Some(KEY));
    assert_eq!(room.desktop.secret("api-key").as_deref(), Some(REAL_KEY));
    assert!(room.simulator.requests().iter().all(|request| request.authorized), "another key was sent");

    go_to(&program, "settings").await;
    assert_eq!(program.text("account-name").await, "Beispiel GmbH");
    assert_eq!(program.text("key-state").await, "Safe in the keychain");
    go_to(&program, "new-message").await;
    can_send(&program).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_refused_is_told_at_its_field_and_not_kept() {
    let room = Room::new().await;
    let program = room.start().await;
    program.wait_for("first-run").await;
    go_to_key_step(&program).await;
    program.type_into("first-run-api-key", "4711|another-key").await;
    for refusal in [None, Some(Behaviour::Redirect("/login".into()))] {
        room.simulator.misbehave_account(refusal);
        program.click("first-run-store-key").await;
        program.wait_for_text("first-run-api-key-error", "does not accept this API key").await;
        assert_eq!(program.attribute("first-run-api-key", "aria-invalid").await.as_deref(), Some("true"));
        assert_eq!(program.value("first-run-api-key").await, "4711|another-key");
        assert_eq!(room.desktop.secret(&room.account()), None);
        assert_eq!(room.database().answer("SELECT name FROM account"), None);
        program.type_into("first-run-api-key", " ").await;
        program.wait_gone("first-run-api-key-error").await;
        program.replace("first-run-api-key", "4711|another-key").await;
    }
    room.simulator.misbehave_account(None);
    program.replace("first-run-api-key", KEY).await;
    program.click("first-run-store-key").await;
    program.wait_for("first-run-done").await;
    assert_eq!(room.desktop.secret(&room.account()).as_deref(), Some(KEY));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_key_is_told_at_its_field_and_asks_nobody() {
    let room = Room::new().await;
    let program = room.start().await;
    program.wait_for("first-run").await;
    go_to_key_step(&program).await;
    program.type_into("first-run-api-key", "two words").await;
    program.click("first-run-store-key").await;
    program.wait_for_text("first-run-api-key-error", "not an API key").await;
    assert_eq!(program.value("first-run-api-key").await, "two words");
    assert_eq!(room.simulator.requests(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_connection_the_key_is_not_blamed_and_can_be_tried_again() {
    let desktop = Desktop::start(DesktopOptions { language: ENGLISH, ..DesktopOptions::default() });
    let dead = DeadPort::take();
    let (address, url) = (dead.address(), dead.url());
    let data_dir = Some(data(&desktop));
    let options = ProgramOptions { simulator_url: Some(url), data_dir, ..ProgramOptions::default() };
    let program = Program::start(&desktop, &options).await;
    program.wait_for("first-run").await;
    go_to_key_step(&program).await;
    program.type_into("first-run-api-key", KEY).await;
    program.click("first-run-store-key").await;
    program.wait_for_text("first-run-form-error", "No connection").await;
    program.wait_gone("first-run-api-key-error").await;
    assert_eq!(desktop.secret(&format!("api-key@{address}")), None);
    assert_eq!(Database::in_folder(&data(&desktop)).answer("SELECT name FROM account"), None);

    drop(dead);
    let _simulator = Simulator::start_on(address, Account::example(KEY)).await.unwrap();
    program.click("first-run-store-key").await;
    program.wait_for("first-run-done").await;
    assert_eq!(desktop.secret(&format!("api-key@{address}")).as_deref(), Some(KEY));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_can_be_left_at_the_key_and_is_taken_up_there_again() {
    let room = Room::new().await;
    let program = room.start().await;
    go_to_key_step(&program).await;
    assert_eq!(program.text("first-run-key-count").await, "Step 2 of 3");
    program.wait_for_focus("first-run-key-title").await;
    program.click("#first-run-key-step .first-run-later").await;
    program.wait_until("document.body.dataset.view === 'new-message'").await;
    program.click(".notice[data-kind=key-missing] button").await;
    program.wait_for("first-run-key-step").await;
    program.close().await;

    let program = room.start().await;
    program.wait_for("first-run-key-step").await;
    program.wait_gone("first-run-practice-step").await;
    program.click("first-run-back-to-practice").await;
    program.wait_for("first-run-practice").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closed_at_the_sender_it_goes_on_there_and_once_begun_it_is_over() {
    let room = Room::new().await;
    let program = room.start().await;
    go_to_key_step(&program).await;
    program.type_into("first-run-api-key", KEY).await;
    program.click("first-run-store-key").await;
    program.wait_for("first-run-done").await;
    program.wait_for_focus("first-run-done-title").await;
    program.wait_until("document.querySelector('#first-run-sender').value === '1'").await;
    saved(&room, "sender");
    program.close().await;

    let program = room.start().await;
    program.wait_for("first-run-done").await;
    program.click("first-run-begin").await;
    can_send(&program).await;
    saved(&room, "done");
    program.close().await;

    let program = room.start().await;
    can_send(&program).await;
    assert_eq!(program.attribute("#first-run", "hidden").await.as_deref(), Some("true"));
}

/// The settings say how far the person has come.
fn saved(room: &Room, step: &str) {
    let wanted = format!("\"first_run\": \"{step}\"");
    let is_there =
        || std::fs::read_to_string(room.data().join("settings.json")).is_ok_and(|text| text.contains(&wanted));
    assert!(wait_until(PATIENCE, is_there), "{step} is not in the settings");
}
