//! Contacts from a file, in the window: looked at, changed, taken in, saved where they cannot be read, taken back.

use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_tests::{Program, place};

use crate::room::{Room, go_to};

/// The titles of the system's dialogs.
pub(crate) const IMPORT: &str = "^Import contacts$";
const UNREADABLE: &str = "^Save what cannot be read$";

/// A file as an address book has written it.
pub(crate) fn file(name: &str) -> PathBuf {
    place::file("data/contacts").join(name)
}

/// Chooses a file in the system's own dialog.
pub(crate) async fn choose(room: &Room, program: &Program<'_>, file: &Path) {
    program.click("contacts-import").await;
    room.desktop.choose_file(IMPORT, file);
    program.wait_for("import-dialog").await;
}

/// Changes what a column means; the first is 1.
async fn change_column(program: &Program<'_>, column: usize, meaning: &str) {
    program.choose(&format!("#import-head th:nth-child({column}) select"), meaning).await;
    program.wait_until("!document.querySelector('#import-apply').disabled").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_looked_at_changed_taken_in_and_taken_back() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    choose(&room, &program, &file("broken.csv")).await;
    assert_eq!(program.text("import-about").await, "A table with 10 rows (UTF-8)");
    assert_eq!(program.text("#import-rows tr td").await, "Anna");
    program.wait_for_text("import-ready", "2 new contacts are ready").await;
    program.wait_for_text("import-parts", "One detail of them cannot be read and is left out").await;
    program.wait_for_text("import-duplicates-words", "2 have a number that is there already").await;
    program.wait_for_text("import-duplicates-list", "Is a contact: Anna Beck").await;
    program.wait_for_text("import-unreadable-words", "6 rows cannot be read and stay out").await;
    program.wait_for_text("import-unreadable-list", "Line 8: not a phone number (Dora;Klein;110;)").await;

    // Whom nobody has named has an organisation then.
    change_column(&program, 4, "organisation").await;
    program.wait_for_text("import-ready", "3 new contacts are ready").await;
    program.wait_for_text("import-unreadable-words", "5 rows cannot be read and stay out").await;
    program.choose("import-duplicates", "merge").await;
    let kept = room.desktop.folder().join("Later.csv");
    program.click("import-unreadable-save").await;
    room.desktop.save_as(UNREADABLE, &kept);
    program.wait_for_text("import-saved", "“Later.csv” is saved").await;
    let text = fs::read_to_string(&kept).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!((lines[0], lines.len()), ("\u{feff}Line,Reason,Content", 7), "{text}");
    assert_eq!(lines[2], "8,not a phone number,Dora;Klein;110;");

    program.click("import-apply").await;
    let told = "3 contacts were added. 2 were merged with those that were there. 5 rows could not be read.";
    program.wait_for_text("import-done-words", told).await;
    assert_eq!((room.count("contact"), room.count("contact WHERE organisation != ''")), (4, 4));
    program.click("import-undo").await;
    program.wait_gone("import-dialog").await;
    program.wait_for_text("contacts-status", "The import is undone").await;
    assert_eq!((room.count("contact"), room.count("contact WHERE organisation != ''")), (1, 0));
    program.wait_until("document.querySelectorAll('#contacts-list .contact-row').length === 1").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn duplicates_stay_out_and_the_import_can_be_taken_back_when_its_dialog_is_gone() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    choose(&room, &program, &file("unknown-header.csv")).await;
    program.click("import-apply").await;
    let told = "One contact was added. One was left out because its number was there already.";
    program.wait_for_text("import-done-words", told).await;
    program.click("import-back").await;
    program.wait_gone("import-dialog").await;
    program.wait_for_text("contacts-list", "Bilal Aydın").await;
    program.wait_for_text("undo-notice-words", told).await;
    program.click("undo-notice-undo").await;
    program.wait_for_text("contacts-status", "The import is undone").await;
    assert_eq!(room.count("contact"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_ones_mind_takes_nothing_in() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    program.click("contacts-import").await;
    room.desktop.cancel_dialog(IMPORT);
    choose(&room, &program, &file("google-3.0.vcf")).await;
    program.wait_gone("import-header-field").await;
    program.click("import-back").await;
    program.wait_gone("import-dialog").await;
    assert_eq!((room.count("contact"), room.count("import")), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_in_is_what_was_chosen_last_however_long_the_file_is() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let long = room.desktop.folder().join("Long.csv");
    let rows: String = (0..12_000).map(|row| format!("Bilal {row},0172 1{row:06},Praxis {row}\n")).collect();
    fs::write(&long, format!("Name,Phone,Note\n{rows}")).unwrap();
    go_to(&program, "contacts").await;
    choose(&room, &program, &long).await;
    program.wait_for_text("import-ready", "12,000 new contacts are ready").await;
    // No time passes between the choices and the look at the button.
    let choose = "const choose = (column, meaning) => {
            const select = document.querySelector(`#import-head th:nth-child(${column}) select`);
            select.value = meaning;
            select.dispatchEvent(new Event('change'));
        };
        choose(1, 'family');
        choose(3, 'organisation');
        return document.querySelector('#import-apply').disabled";
    assert_eq!(program.script(choose, Vec::new()).await, true, "what was chosen before could be taken in");
    program.wait_until("!document.querySelector('#import-apply').disabled").await;
    program.click("import-apply").await;
    program.wait_until("document.querySelector('#import-bar').value > 0").await;
    program.wait_for_text("import-done-words", "12,000 contacts were added").await;
    assert_eq!(room.count("contact WHERE family LIKE 'Bilal %' AND organisation LIKE 'Praxis %'"), 12_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_import_can_be_stopped_and_leaves_nothing() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let long = room.desktop.folder().join("Long.csv");
    let rows: String = (0..12_000).map(|row| format!("Bilal {row},0172 1{row:06}\n")).collect();
    fs::write(&long, format!("Name,Phone\n{rows}")).unwrap();
    go_to(&program, "contacts").await;
    choose(&room, &program, &long).await;
    let both = "document.querySelector('#import-apply').click(); document.querySelector('#import-cancel').click()";
    program.script(both, Vec::new()).await;
    program.wait_for_text("import-error", "Cancelled. Nothing was changed").await;
    assert_eq!((room.count("contact"), room.count("import")), (0, 0));
}
