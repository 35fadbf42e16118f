//! Backups, a copy for a new computer, and forgetting everything: what becomes of the files and of the program.

use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_core::clock;
use famulor_sms_tests::past::Past;
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{Database, Program, ProgramOptions, paper};

use crate::room::{KEY, Room, can_send, files, go_to, send, write};

const SAVE: &str = "^Save a copy$";
const OPEN: &str = "^Take over a copy$";
const WINDOW: &str = "^Famulor SMS$";

const TEXT: &str = "The keys are under the mat.";

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_made_when_one_asks_for_it_and_the_window_says_when() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "sent");
    go_to(&program, "settings").await;
    program.wait_for_text("backup-latest", "There is no backup yet").await;
    program.click("back-up-now").await;
    program.wait_for_text("backup-result", "Backed up").await;
    assert!(program.text("backup-latest").await.contains("There is one."));
    let backups = files(&room.data().join("backups"));
    assert_eq!(backups.len(), 1, "{backups:?}");
    assert_eq!(paper::messages_in(&backups[0]).unwrap(), [(TEXT.to_owned(), "sent".to_owned())]);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_new_computer_one_goes_on_with_the_copy_of_the_old_one() {
    let room = Room::new().await;
    let now = clock::now();
    room.put([
        Past::to("+491711234567").saying(TEXT).at(now - 2),
        Past::to("+491711234567").saying("Was waiting then").that_is("held").at(now - 1),
    ]);
    let copy = room.desktop.folder().join("Copy");
    let program = room.start_with_key().await;
    go_to(&program, "settings").await;
    program.click("save-copy").await;
    room.desktop.save_as(SAVE, &copy);
    program.wait_for_text("backup-result", "The copy “Copy.db” is saved").await;
    program.close().await;

    let options = ProgramOptions { data_dir: Some(room.desktop.folder().join("new-computer")), ..room.options() };
    let program = Program::start(&room.desktop, &options).await;
    go_to(&program, "settings").await;
    ask_for_take_over(&room, &program, &copy.with_extension("db")).await;
    starts_anew(&room, &program).await;
    let new = options.data_dir.clone().unwrap();
    let taken = Database::in_folder(&new).messages();
    let taken: Vec<_> = taken.iter().map(|message| (message.body.as_str(), message.state.as_str())).collect();
    assert_eq!(taken, [(TEXT, "sent"), ("Was waiting then", "unclear")]);
    program.kill9();

    let program = Program::start(&room.desktop, &options).await;
    program.wait_for_text(".notice[data-kind=unclear]", "unclear whether one message was sent").await;
    go_to(&program, "history").await;
    program.wait_for_text("history-sum", "2 messages").await;
    assert_eq!(room.simulator.ledger(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_another_program_is_refused_and_nothing_changes() {
    let room = Room::new().await;
    room.put([Past::to("+491711234567").saying(TEXT).at(clock::now())]);
    let foreign = room.desktop.folder().join("foreign.db");
    fs::write(&foreign, "This is no copy of anything.".repeat(100)).unwrap();
    let program = room.start_with_key().await;
    go_to(&program, "settings").await;
    ask_for_take_over(&room, &program, &foreign).await;
    program.wait_for_text("backup-error", "This file is no copy of Famulor SMS. Nothing was changed").await;
    assert!(program.runs());
    assert_eq!(room.states(), ["sent"]);
    assert!(!room.data().join("replacement.db").exists() && !room.data().join("set-aside").exists());
    go_to(&program, "new-message").await;
    assert_eq!(send(&program, "0171 1234567", "And on it goes").await, "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_ones_mind_takes_nothing_over() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "settings").await;
    program.click("take-over-copy").await;
    program.wait_for("confirm-dialog").await;
    program.click("confirm-yes").await;
    room.desktop.cancel_dialog(OPEN);
    program.wait_until("!document.querySelector('#take-over-copy').hasAttribute('aria-disabled')").await;
    assert_eq!((program.text("backup-result").await, program.text("backup-error").await), Default::default());
    assert!(program.runs());
}

#[tokio::test(flavor = "multi_thread")]
async fn after_forgetting_everything_nothing_is_left_and_the_program_is_at_its_first_run() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.set("theme", "dark").await;
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "sent");
    program.wait_for("save-contact-panel").await;
    program.type_into("contact-name", "Anna Beckenbauer").await;
    program.click("save-contact").await;
    program.wait_for_text("save-contact-done", "Anna Beckenbauer").await;
    write(&program, "0171 7654321", "Never finished").await;
    go_to(&program, "settings").await;
    program.click("back-up-now").await;
    program.wait_for_text("backup-result", "Backed up").await;
    let autostart = room.desktop.folder().join("home/.config/autostart/io.famulor.sms.desktop");
    program.wait_until("!document.querySelector('#autostart').disabled").await;
    program.click("autostart").await;
    assert!(wait_until(PATIENCE, || autostart.exists()));
    let secrets = [TEXT, "491711234567", "7654321", "Beckenbauer", "Never finished", "buero@beispiel.example", KEY];
    assert!(secrets[..6].iter().all(|secret| holder(&room, secret).is_some()), "the test looks in the wrong place");

    program.click("forget-all").await;
    program.wait_for("confirm-dialog").await;
    assert_eq!(
        program.attribute("confirm-yes", "disabled").await.as_deref(),
        Some("true"),
        "not by one careless click"
    );
    program.click("confirm-check").await;
    program.script("setTimeout(() => document.querySelector('#confirm-yes').click())", Vec::new()).await;
    starts_anew(&room, &program).await;
    for secret in secrets {
        assert_eq!(holder(&room, secret), None, "{secret:?} is still there");
    }
    assert_eq!(room.desktop.secret(&room.account()), None);
    assert!(!autostart.exists(), "the desktop would start it again");
    program.kill9();

    let program = room.start().await;
    program.wait_for("first-run").await;
    program.wait_until("document.documentElement.dataset.theme === 'system'").await;
    assert_eq!(room.states(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn forgetting_everything_waits_for_the_second_thought() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "sent");
    go_to(&program, "settings").await;
    program.click("forget-all").await;
    program.wait_for("confirm-dialog").await;
    room.desktop.key("Escape");
    program.wait_gone("confirm-dialog").await;
    can_send(&program).await;
    assert_eq!(room.states(), ["sent"]);
    assert_eq!(room.desktop.secret(&room.account()).as_deref(), Some(KEY));
}

/// Up to the choice of the file.
async fn ask_for_take_over(room: &Room, program: &Program<'_>, copy: &Path) {
    program.click("take-over-copy").await;
    program.wait_for("confirm-dialog").await;
    program.click("confirm-yes").await;
    room.desktop.choose_file(OPEN, copy);
}

/// The window goes and comes again, in the same process, which nobody steers then.
async fn starts_anew(room: &Room, program: &Program<'_>) {
    let gone = || !room.desktop.shows_window(WINDOW);
    assert!(wait_until(PATIENCE, gone), "the window did not close: {}", program.log());
    let is_back = || room.desktop.shows_window(WINDOW) && room.desktop.is_painted(WINDOW);
    assert!(wait_until(PATIENCE, is_back), "the window did not come again: {}", program.log());
    assert!(program.runs());
}

/// A file below the program's folders that holds this.
fn holder(room: &Room, secret: &str) -> Option<PathBuf> {
    let holds = |bytes: &[u8]| bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
    let folders = [room.data(), room.desktop.folder().join("home")];
    folders.iter().flat_map(|folder| files(folder)).find(|file| fs::read(file).is_ok_and(|bytes| holds(&bytes)))
}
