//! What the history shows, in a file that Excel opens rightly.

use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_core::clock;
use famulor_sms_tests::Program;
use famulor_sms_tests::past::Past;

use crate::room::{Room, files, go_to};

/// The title of the system's dialog.
/// In either language.
const SAVE: &str = "CSV";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_filtered_is_in_the_file_in_the_language_of_the_window() {
    let room = Room::new().await;
    let program = with_three_messages(&room).await;
    program.type_into("history-search", "müller").await;
    program.wait_for_text("history-sum", "2 messages").await;

    let english = export_to(&room, &program, "English.csv").await;
    program.wait_for_text("history-export-result", "2 messages are in the file").await;
    let (headers, rows) = lines(&english);
    assert_eq!(headers, "\u{feff}Time,State,Recipient,Number,Text,Sender,Sender number,SMS parts,Cost,Currency");
    assert!(rows[0].ends_with(",Sent,Müller GmbH,+49 171 9870544,'=1+2,,+49 30 901821,1,0.0750,EUR"), "{rows:?}");
    assert!(rows[1].ends_with(",Sent,Anna Müller,+49 171 9870543,Ja; gern,,+49 30 901821,2,0.1500,EUR"), "{rows:?}");
    assert_eq!(rows.len(), 2, "{rows:?}");

    program.set("language", "de").await;
    program.wait_for_text("history-export", "Als CSV speichern").await;
    let german = export_to(&room, &program, "Deutsch").await;
    let (headers, rows) = lines(&german);
    assert!(headers.starts_with("\u{feff}Zeit;Stand;Empfänger;Nummer;Text;"), "{headers}");
    assert!(rows[1].ends_with(";Gesendet;Anna Müller;+49 171 9870543;\"Ja; gern\";;+49 30 901821;2;0,1500;EUR"));
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_ones_mind_in_the_dialog_writes_nothing() {
    let room = Room::new().await;
    let program = with_three_messages(&room).await;
    program.click("history-export").await;
    room.desktop.cancel_dialog(SAVE);
    program.wait_until("!document.querySelector('#history-export').hasAttribute('aria-disabled')").await;
    assert_eq!(program.text("history-export-result").await, "");
    let is_table = |file: &PathBuf| file.extension() == Some("csv".as_ref());
    assert_eq!(files(room.desktop.folder()).into_iter().find(is_table), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_can_be_written_that_is_said() {
    let room = Room::new().await;
    let program = with_three_messages(&room).await;
    program.click("history-export").await;
    // A folder in which not even an administrator can write.
    room.desktop.save_as(SAVE, Path::new("/proc/History.csv"));
    program.wait_for_text("history-export-result", "The file could not be written. Nothing was saved").await;
    export_to(&room, &program, "Elsewhere.csv").await;
    program.wait_for_text("history-export-result", "3 messages are in the file").await;
}

async fn with_three_messages(room: &Room) -> Program<'_> {
    let now = clock::now();
    room.put([
        Past::to("+491719870543").named("Anna Müller").saying("Ja; gern").billed(2, "0.1500", Some("EUR")).at(now - 2),
        Past::to("+491719870544").named("Müller GmbH").saying("=1+2").billed(1, "0.0750", Some("EUR")).at(now - 1),
        Past::to("+491711234567").named("Bilal Demir").saying("Nein").at(now),
    ]);
    let program = room.start_with_key().await;
    go_to(&program, "history").await;
    program.wait_for_text("history-sum", "3 messages").await;
    program
}

/// What is in the file, whose name need not have its ending.
async fn export_to(room: &Room, program: &Program<'_>, name: &str) -> String {
    let path = room.desktop.folder().join(name);
    program.click("history-export").await;
    room.desktop.save_as(SAVE, &path);
    program.wait_until("document.querySelector('#history-export-result').innerText !== ''").await;
    fs::read_to_string(path.with_extension("csv")).unwrap()
}

fn lines(file: &str) -> (&str, Vec<&str>) {
    let mut lines = file.split_terminator("\r\n");
    (lines.next().unwrap(), lines.collect())
}
