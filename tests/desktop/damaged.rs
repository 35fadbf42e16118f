//! Data that is damaged, from a newer version, or on a disk that takes nothing: said in a clear sentence, and nothing lost.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use famulor_sms_core::clock;
use famulor_sms_tests::past::{self, Past};
use famulor_sms_tests::{Program, ProgramOptions, paper, place};
use rusqlite::Connection;

use crate::room::{Room, can_send, files, go_to, outcome, send, write};

const TEXT: &str = "The meeting is at ten.";

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_database_is_set_aside_and_the_backup_takes_its_place() {
    let room = Room::new().await;
    let now = clock::now();
    let store = paper::open(&room.data());
    past::add(&store, [Past::to("+491711234567").saying("Was waiting then").that_is("held").at(now - 2)]);
    past::add(&store, [Past::to("+491711234567").saying(TEXT).at(now - 1)]);
    store.back_up(now).unwrap();
    past::add(&store, [Past::to("+491711234567").saying("After the backup").at(now)]);
    store.close_well().unwrap();
    drop(store);
    let broken = break_header(&room);

    let program = room.start_with_key().await;
    let told = ".notice[data-kind=restored]";
    program.wait_for_text(told, "The data was damaged and has been set aside. The backup of").await;
    program.wait_for_text(".notice[data-kind=unclear]", "unclear whether one message was sent").await;
    go_to(&program, "history").await;
    program.wait_for_text("history-sum", "2 messages").await;
    assert_eq!(room.states(), ["unclear (restored)", "sent"]);
    let aside = files(&room.data().join("set-aside"));
    assert!(aside.iter().any(|file| fs::read(file).unwrap() == broken), "{aside:?}");

    program.click(&format!("{told} .notice-dismiss")).await;
    go_to(&program, "new-message").await;
    assert_eq!(send(&program, "0171 1234567", "And on it goes").await, "sent");
    program.close().await;
    let program = room.start().await;
    can_send(&program).await;
    assert_eq!(program.count(told).await, 0, "it is told once");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_backup_all_is_empty_and_that_is_said() {
    let room = Room::new().await;
    room.put([Past::to("+491711234567").saying(TEXT).at(clock::now())]);
    let broken = break_header(&room);
    let program = room.start_with_key().await;
    program.wait_for_text(".notice[data-kind=restored]", "There was no backup").await;
    go_to(&program, "history").await;
    program.wait_for("history-empty").await;
    let aside = files(&room.data().join("set-aside"));
    assert!(aside.iter().any(|file| fs::read(file).unwrap() == broken), "{aside:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn damage_that_is_found_while_the_program_runs_is_told_and_the_next_start_mends_it() {
    let room = Room::new().await;
    let (now, store) = (clock::now(), paper::open(&room.data()));
    past::add(&store, [Past::to("+491711234567").saying(TEXT).at(now)]);
    store.back_up(now).unwrap();
    past::add(&store, (0..300).map(|number| Past::to("+491711234567").saying(&format!("Number {number}")).at(now)));
    // Not closed well: so the next start looks at all of it, in its own time.
    drop(store);
    break_page_of(&room, "Number 299");
    room.keep_key();
    let program = room.start().await;
    program.wait_for_text(".notice[data-kind=damaged]", "Please close the program and start it again").await;
    assert_eq!(room.simulator.ledger(), []);
    program.close().await;

    let program = room.start().await;
    program.wait_for_text(".notice[data-kind=restored]", "The backup of").await;
    assert_eq!(room.states(), ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn data_of_a_newer_version_is_left_alone() {
    let room = Room::new().await;
    room.put([Past::to("+491711234567").saying(TEXT).at(clock::now())]);
    let file = room.data().join("famulor-sms.db");
    let connection = Connection::open(&file).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(connection);
    let before = fs::read(&file).unwrap();

    let program = Program::open(&room.desktop, &room.options()).await;
    program.wait_for_text("notices", "newer version of Famulor SMS. Nothing was sent or changed").await;
    let seen =
        "return [...document.querySelectorAll('.navigation, .view')].filter(part => part.checkVisibility()).length";
    assert_eq!(program.script(seen, Vec::new()).await, 0, "parts without words stand beside what is said");
    assert_eq!(program.count("#notices .notice").await, 1);
    assert!(program.promise("window.__TAURI_INTERNALS__.invoke('list_waiting')").await.is_err());
    program.close().await;
    assert!(fs::read(&file).unwrap() == before, "the file was changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_the_text_stays_in_the_window_and_goes_once_there_is_room() {
    let room = Room::new().await;
    let Some(options) = on_a_small_disk(&room, "true") else { return };
    room.keep_key();
    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    let filler = fill_disk(&room, &program);
    write(&program, "0171 1234567", TEXT).await;
    program.wait_for_text(".notice[data-kind=draft-not-kept]", "").await;
    program.click("send").await;
    program.wait_for_text("form-error", "There is no space left on the disk. Nothing was sent").await;
    assert_eq!((program.value("recipient").await, program.value("text").await), ("0171 1234567".into(), TEXT.into()));
    assert_eq!(room.simulator.ledger(), []);

    fs::remove_file(filler).unwrap();
    program.wait_gone(".notice[data-kind=draft-not-kept]").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_can_be_written_the_window_says_so_and_sends_nothing() {
    let room = Room::new().await;
    let Some(options) = on_a_small_disk(&room, "mount -o remount,ro \"$0\"") else { return };
    let program = Program::open(&room.desktop, &options).await;
    program.wait_for_text("notices", "The data could not be read or saved. Nothing was sent").await;
    assert_eq!(program.count("#notices .notice").await, 1);
    assert!(program.promise("window.__TAURI_INTERNALS__.invoke('list_waiting')").await.is_err());
    program.close().await;
}

/// Overwrites the beginning of the database with nothing; what it is then.
fn break_header(room: &Room) -> Vec<u8> {
    let path = room.data().join("famulor-sms.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..100].fill(0);
    fs::write(path, &bytes).unwrap();
    bytes
}

/// Writes over the page on which this text lies.
fn break_page_of(room: &Room, text: &str) {
    let path = room.data().join("famulor-sms.db");
    let mut bytes = fs::read(&path).unwrap();
    let place = bytes.windows(text.len()).position(|part| part == text.as_bytes()).unwrap();
    let page = place / 4096 * 4096;
    bytes[page..page + 4096].fill(0x5a);
    fs::write(path, bytes).unwrap();
}

/// The program with its data on a small disk of its own, which this has been done to. None where nothing may be mounted:
/// the core's tests have another way there.
fn on_a_small_disk(room: &Room, and_then: &str) -> Option<ProgramOptions> {
    let unshare = "unshare --map-current-user --keep-caps --mount --";
    let may_mount = room.desktop.command("sh").args(["-c", &format!("{unshare} mount -t tmpfs tmpfs /mnt")]).status();
    if !may_mount.unwrap().success() {
        return None;
    }
    let script = format!(
        "#!/bin/sh\nexec {unshare} sh -c '
            settings=$(cat \"$0/settings.json\")
            mount -t tmpfs -o size=4m tmpfs \"$0\" && printf %s \"$settings\" > \"$0/settings.json\" && {and_then} &&
            exec \"$@\"
        ' '{}' '{}' \"$@\"\n",
        room.data().display(),
        place::program().display()
    );
    let path = room.desktop.folder().join("on-a-small-disk");
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    Some(ProgramOptions { program: Some(path), ..room.options() })
}

/// Leaves no room on the disk that only the program sees; the file that takes it all.
fn fill_disk(room: &Room, program: &Program<'_>) -> PathBuf {
    let seen = PathBuf::from(format!("/proc/{}/root{}", program.pid(), room.data().display()));
    let path = seen.join("filler");
    let mut file = fs::File::create(&path).unwrap();
    while file.write_all(&[1; 1024]).is_ok() {}
    path
}
