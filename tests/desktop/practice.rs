//! Practice mode: everything works, nothing is sent, and it says so everywhere.

use std::time::Duration;

use famulor_simulator::Behaviour;
use famulor_sms_tests::footprint::Tree;
use famulor_sms_tests::wait::wait_until;
use famulor_sms_tests::{Database, Desktop, DesktopOptions, Keychain, Program, ProgramOptions, place};

use crate::room::{ENGLISH, Room, can_send, data, go_to, send, write_and_send};
use crate::speed::{DRAWS, DRIVER, has_gpu};

#[tokio::test(flavor = "multi_thread")]
async fn it_needs_no_keychain_and_says_everywhere_that_nothing_is_sent() {
    for (language, practice, state) in [(ENGLISH, "Practice", "Sent"), ("de_DE", "Übung", "Gesendet")] {
        let options = DesktopOptions { keychain: Keychain::None, language, ..DesktopOptions::default() };
        let desktop = Desktop::start(options);
        let program = Program::start(&desktop, &practice_options(&desktop)).await;
        can_send(&program).await;
        assert!(program.text("practice-banner").await.starts_with(practice));
        assert!(desktop.shows_window(&format!("^{practice} – Famulor SMS$")));
        assert!(program.text("send").await.starts_with(practice));
        assert_eq!(program.count("#notices .notice").await, 0, "not a word about the keychain");

        program.type_into("recipient", "An").await;
        program.wait_for_text("[role=option]", "Anna Beck").await;
        assert_eq!(send(&program, "+49 151 23456789", "Only a try").await, "sent");
        assert!(program.text("outcome").await.contains("Anna Beck"));
        let told = desktop.wait_for_notification(|notification| notification.summary.starts_with(practice));
        assert!(told.summary.contains(state), "{told:?}");
        let messages = Database::in_folder(&data(&desktop).join("practice")).messages();
        assert_eq!(messages.len(), 1);
        assert!(!data(&desktop).join("famulor-sms.db").exists(), "the real data is not touched");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_run_offers_it_and_the_program_starts_anew_in_it() {
    let room = Room::new().await;
    let tree = Tree::begin(&room.desktop);
    let program = room.start().await;
    program.wait_for("first-run").await;
    // The window goes with the click, so its end is not waited for.
    program.script("setTimeout(() => document.querySelector('#first-run-practice').click())", Vec::new()).await;
    let is_there = || room.desktop.shows_window("^Practice – Famulor SMS$");
    assert!(wait_until(Duration::from_secs(20), is_there), "{}", program.log());
    assert!(wait_until(Duration::from_secs(20), || !program.runs()));
    // It looks for itself what the machine can do, whatever the one before it has found.
    let is_painted = || room.desktop.is_painted("^Practice – Famulor SMS$");
    assert!(wait_until(Duration::from_secs(20), is_painted));
    let have_it = || has_gpu() || tree.that_have(DRIVER) == [DRAWS];
    assert!(wait_until(Duration::from_secs(20), have_it), "{:?}", tree.that_have(DRIVER));
}

#[tokio::test(flavor = "multi_thread")]
async fn its_banner_ends_it_and_the_program_goes_on_with_setting_up() {
    let room = Room::new().await;
    let program = Program::start(&room.desktop, &practice_options(&room.desktop)).await;
    program.script("setTimeout(() => document.querySelector('#leave-practice').click())", Vec::new()).await;
    let is_there = || room.desktop.shows_window("^Famulor SMS$");
    assert!(wait_until(Duration::from_secs(20), is_there), "{}", program.log());
    assert!(wait_until(Duration::from_secs(20), || !program.runs()));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_does_not_begin_while_a_message_is_under_way() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.simulator.misbehave_once(Behaviour::Stall(Duration::MAX));
    write_and_send(&program, "0171 1234567", "Under way").await;
    room.simulator.wait_for_ledger(1).await;
    go_to(&program, "settings").await;
    program.click("start-practice").await;
    program.wait_for_text("settings-error", "One message is still being sent").await;
    assert!(program.runs());
    assert_eq!(room.states(), ["sending"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_program_cannot_start_anew_the_window_stays() {
    let room = Room::new().await;
    let copy = room.desktop.folder().join("famulor-sms");
    std::fs::copy(place::program(), &copy).unwrap();
    let program =
        Program::start(&room.desktop, &ProgramOptions { program: Some(copy.clone()), ..room.options() }).await;
    program.wait_for("first-run").await;
    std::fs::remove_file(copy).unwrap();
    program.click("first-run-practice").await;
    program.wait_for("first-run-practice-error").await;
    assert!(program.runs());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_was_upgraded_while_it_ran_starts_anew_as_the_new_one() {
    let room = Room::new().await;
    let (copy, newer) = (room.desktop.folder().join("famulor-sms"), room.desktop.folder().join("newer"));
    std::fs::copy(place::program(), &copy).unwrap();
    std::fs::copy(place::program(), &newer).unwrap();
    let program =
        Program::start(&room.desktop, &ProgramOptions { program: Some(copy.clone()), ..room.options() }).await;
    program.wait_for("first-run").await;
    // As dpkg and rpm do it: the new file takes the name of the old one.
    std::fs::rename(newer, copy).unwrap();
    program.script("setTimeout(() => document.querySelector('#first-run-practice').click())", Vec::new()).await;
    let is_there = || room.desktop.shows_window("^Practice – Famulor SMS$");
    assert!(wait_until(Duration::from_secs(20), is_there), "{}", program.log());
}

fn practice_options(desktop: &Desktop) -> ProgramOptions {
    ProgramOptions { args: vec!["--practice".to_owned()], data_dir: Some(data(desktop)), ..ProgramOptions::default() }
}
