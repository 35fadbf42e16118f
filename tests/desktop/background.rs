//! A program that goes on without its window: its icon, what is said where there is none, and a start by the desktop.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use famulor_sms_core::clock;
use famulor_sms_tests::past::Past;
use famulor_sms_tests::wait::{NEXT_LOOK, PATIENCE, wait_until};
use famulor_sms_tests::{BareProgram, Database, Program, ProgramOptions, Tray, paper, past};
use serde_json::json;
use tokio::time::timeout;

use crate::closing::{ask, home, its_time_comes, press, settled_at_home};
use crate::later::send_later;
use crate::room::{Room, can_send, go_to, write};
use crate::twice::second_start;

const WINDOW: &str = "Famulor SMS$";
const HALF: &str = "Half a sen";

#[tokio::test(flavor = "multi_thread")]
async fn with_an_icon_closing_hides_the_window_and_the_icon_brings_it_back() {
    let room = Room::new().await;
    let tray = Tray::start(&room.desktop);
    let program = room.start_with_key().await;
    assert_eq!(tray.count(), 0, "nobody has asked for an icon");
    keep_running(&program).await;
    tray.wait_for_count(1);
    program.wait_gone("keep-running-note").await;
    assert_eq!(String::try_from(tray.property("Title")).unwrap(), "Famulor SMS");
    let icons: Vec<(i32, i32, Vec<u8>)> = tray.property("IconPixmap").try_into().unwrap();
    assert!(icons.iter().all(|(width, height, data)| width * height * 4 == i32::try_from(data.len()).unwrap()));
    assert_eq!(icons.len(), 1);
    assert_eq!(tray.menu(), ["Open Famulor SMS", "New message", "Outbox", "History", "Quit Famulor SMS"]);

    go_to(&program, "new-message").await;
    write(&program, "0171 7654321", HALF).await;
    close(&room);
    assert!(program.runs());
    tray.click();
    appears(&room);
    assert_eq!(program.value("text").await, HALF);
    for (entry, view) in [("History", "history"), ("Outbox", "outbox"), ("New message", "new-message")] {
        close(&room);
        tray.choose(entry);
        appears(&room);
        program.wait_until(&format!("document.body.dataset.view === '{view}'")).await;
    }
    assert_eq!(program.value("text").await, HALF, "what was being written stays");

    close(&room);
    tray.choose("Quit Famulor SMS");
    assert!(wait_until(PATIENCE, || !program.runs()), "{}", program.log());
    tray.wait_for_count(0);
    assert_eq!(room.database().answer("SELECT body FROM draft").as_deref(), Some(HALF));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_setting_outlives_the_program_speaks_its_language_and_can_be_taken_back() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    keep_running(&program).await;
    program.kill9();
    let tray = Tray::start(&room.desktop);
    let program = room.start().await;
    can_send(&program).await;
    tray.wait_for_count(1);
    go_to(&program, "settings").await;
    program.wait_until("document.querySelector('#keep-running').checked").await;
    program.set("language", "de").await;
    assert!(wait_until(PATIENCE, || tray.menu().last().is_some_and(|last| last == "Famulor SMS beenden")));
    program.click("keep-running").await;
    tray.wait_for_count(0);
    program.wait_gone("quit-program").await;
    program.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_sent_later_goes_out_of_the_background_and_the_program_stays() {
    let room = Room::new().await;
    let tray = Tray::start(&room.desktop);
    let program = room.start_with_key().await;
    keep_running(&program).await;
    tray.wait_for_count(1);
    go_to(&program, "new-message").await;
    send_later(&program, "0171 1234567", "The office opens at nine.").await;
    close(&room);
    // Quitting would miss it, so that is asked, in the window.
    tray.choose("Quit Famulor SMS");
    appears(&room);
    program.wait_for("close-dialog").await;
    program.wait_for_text("close-text", "One message is to be sent later").await;
    press(&program, "close-hide").await;
    goes(&room);

    its_time_comes(&room.database());
    timeout(NEXT_LOOK, room.simulator.wait_for_ledger(1)).await.expect("it goes");
    room.wait_for_states(&["sent"]);
    room.notification("Sent to +49 171 1234567", "The office opens");
    tray.click();
    appears(&room);
    assert!(program.runs());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_icon_the_first_closing_says_what_it_means_and_the_next_ones_do_not() {
    let room = Room::new().await;
    room.keep_key();
    let options = settled_at_home(&room);
    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    keep_running(&program).await;
    program.wait_for_text("keep-running-note", "starting the program again shows the window").await;
    for button in ["close-back", "close-hide"] {
        ask(&room, &program).await;
        program.wait_for_text("close-title", "goes on without an icon").await;
        program.wait_for_text("close-no-tray", "Start it again to see the window.").await;
        program.wait_for_text("close-no-tray", "press “Quit Famulor SMS” in the settings").await;
        program.wait_gone("close-text").await;
        if button == "close-back" {
            program.drawn().await;
            let _ = program.picture("closing-without-an-icon");
        }
        press(&program, button).await;
        program.wait_gone("close-dialog").await;
    }
    goes(&room);
    second_start(&room, &options);
    appears(&room);

    close(&room);
    assert!(program.runs());
    second_start(&room, &options);
    appears(&room);
    press(&program, "quit-program").await;
    assert!(wait_until(PATIENCE, || !program.runs()), "{}", program.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_for_icons_that_comes_later_gets_the_icon() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    keep_running(&program).await;
    program.wait_for("keep-running-note").await;
    let tray = Tray::start(&room.desktop);
    tray.wait_for_count(1);
    close(&room);
    drop(tray);
    let tray = Tray::start(&room.desktop);
    tray.click();
    appears(&room);
    assert!(program.runs());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desktop_starts_it_if_the_person_wants_that_and_the_switch_shows_what_is_so() {
    let room = Room::new().await;
    room.keep_key();
    let program = Program::start(&room.desktop, &settled_at_home(&room)).await;
    can_send(&program).await;
    assert!(!entry(&room).exists());
    go_to(&program, "settings").await;
    program.wait_until("!document.querySelector('#autostart').disabled").await;
    program.wait_until("!document.querySelector('#autostart').checked").await;
    program.click("autostart").await;
    assert!(wait_until(PATIENCE, || entry(&room).exists()));
    let written = fs::read_to_string(entry(&room)).unwrap();
    let exec = written.lines().find_map(|line| line.strip_prefix("Exec=")).unwrap();
    assert_eq!(exec, format!("{} --background", famulor_sms_tests::place::program().display()));
    program.wait_until("document.querySelector('#autostart').checked").await;

    // As a desktop's own settings switch it off.
    fs::write(entry(&room), written + "Hidden=true\n").unwrap();
    go_to(&program, "history").await;
    go_to(&program, "settings").await;
    program.wait_until("!document.querySelector('#autostart').checked").await;
    program.click("autostart").await;
    program.wait_until("document.querySelector('#autostart').checked").await;
    let is_on = || fs::read_to_string(entry(&room)).is_ok_and(|entry| !entry.contains("Hidden"));
    assert!(wait_until(PATIENCE, is_on));
    program.click("autostart").await;
    program.wait_until("!document.querySelector('#autostart').checked").await;
    assert!(wait_until(PATIENCE, || !entry(&room).exists()));

    fs::remove_dir_all(entry(&room).parent().unwrap()).unwrap();
    fs::write(entry(&room).parent().unwrap(), "in the way").unwrap();
    program.click("autostart").await;
    program.wait_for_text("desktop-problem", "Nothing was changed").await;
    program.wait_until("!document.querySelector('#autostart').checked").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn started_by_the_desktop_it_shows_no_window_sends_nothing_and_says_that_something_waits() {
    let room = Room::new().await;
    room.keep_key();
    let options = settled_at_home(&room);
    let store = paper::open(&home(&room));
    past::add(&store, [Past::to("+491711234567").saying("Missed").that_is("held").at(clock::now() - 60 * 60 * 1000)]);
    store.close_well().unwrap();
    drop(store);
    let tray = Tray::start(&room.desktop);
    let background = ProgramOptions { args: vec!["--background".into()], ..options.clone() };
    let program = Program::start(&room.desktop, &background).await;
    tray.wait_for_count(1);
    room.notification("One message waits for you", "Missed");
    can_send(&program).await;
    assert!(!room.desktop.shows_window(WINDOW));
    let again = BareProgram::start(&room.desktop, &background);
    assert_eq!(again.wait_for_end(), Some(0));
    assert!(!room.desktop.shows_window(WINDOW), "the desktop starts it once more");
    let database = Database::in_folder(&home(&room));
    assert_eq!(database.answer("SELECT state FROM message").as_deref(), Some("held"));
    assert_eq!(room.simulator.ledger(), []);

    second_start(&room, &options);
    appears(&room);
    program.wait_for(".notice[data-kind=held]").await;
    // Nobody has said that it is to keep running, so the window's end is its end.
    program.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn started_by_the_desktop_what_was_missed_meanwhile_waits_and_is_not_sent() {
    let room = Room::new().await;
    room.keep_key();
    let options = settled_at_home(&room);
    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    send_later(&program, "0171 1234567", "Too late").await;
    program.kill9();
    let database = Database::in_folder(&home(&room));
    let change = format!("UPDATE message SET due_at = {} WHERE state = 'queued'", clock::now() - 60 * 60 * 1000);
    assert_eq!(database.change(&change), 1);
    let background = ProgramOptions { args: vec!["--background".into()], ..options };
    let program = Program::start(&room.desktop, &background).await;
    room.desktop.click_notification(0, 1);
    appears(&room);
    program.wait_until("document.body.dataset.view === 'outbox'").await;
    program.wait_for_text("#outbox .message-row", "Too late").await;
    assert_eq!(database.answer("SELECT state FROM message").as_deref(), Some("held"));
    assert_eq!(room.simulator.ledger(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_practice_nothing_of_this_is_offered() {
    let room = Room::new().await;
    let tray = Tray::start(&room.desktop);
    let program = room.start_with_key().await;
    keep_running(&program).await;
    tray.wait_for_count(1);
    program.kill9();
    let options = ProgramOptions { simulator_url: None, args: vec!["--practice".into()], ..room.options() };
    let program = Program::start(&room.desktop, &options).await;
    go_to(&program, "settings").await;
    program.wait_gone("settings-desktop-card").await;
    tray.wait_for_count(0);
    program.close().await;
}

/// Switches it on, in the settings, and waits until it is kept.
async fn keep_running(program: &Program<'_>) {
    go_to(program, "settings").await;
    program.wait_until("!document.querySelector('#autostart').disabled").await;
    program.wait_until("!document.querySelector('#keep-running').checked").await;
    program.click("keep-running").await;
    program.wait_for("quit-program").await;
    let saved = "window.__TAURI_INTERNALS__.invoke('bootstrap').then(({ settings }) => settings.keep_running)";
    for _ in 0..100 {
        if program.promise(saved).await == Ok(json!(true)) {
            return;
        }
    }
    panic!("the setting is not kept");
}

/// Closes the window, which only hides it.
fn close(room: &Room) {
    let is_gone = wait_until(PATIENCE, || {
        room.desktop.key("alt+F4");
        wait_until(Duration::from_secs(2), || !room.desktop.shows_window(WINDOW))
    });
    assert!(is_gone, "the window is still there");
}

fn appears(room: &Room) {
    assert!(wait_until(PATIENCE, || room.desktop.shows_window(WINDOW)), "the window does not come");
}

fn goes(room: &Room) {
    assert!(wait_until(PATIENCE, || !room.desktop.shows_window(WINDOW)), "the window is still there");
}

fn entry(room: &Room) -> PathBuf {
    room.desktop.folder().join("home/.config/autostart/io.famulor.sms.desktop")
}
