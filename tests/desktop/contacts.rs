//! Contacts in the window: kept, found, written to and not written to, merged, deleted, given out.

use std::fs;

use famulor_sms_tests::Program;
use serde_json::json;

use crate::import;
use crate::room::{Room, go_to, outcome};

/// Adds a contact through the form.
async fn add(program: &Program<'_>, given: &str, family: &str, number: &str) {
    program.click("contact-new").await;
    program.wait_for("contact-form-dialog").await;
    program.type_into("contact-given", given).await;
    program.type_into("contact-family", family).await;
    program.type_into(".contact-number-typed", number).await;
    program.click("contact-form-save").await;
    program.wait_gone("contact-form-dialog").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_added_found_however_it_is_typed_and_written_to() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    add(&program, "Jörg", "Großmann", "0171 1234567").await;
    program.wait_for("contact-dialog").await;
    program.click("contact-close").await;
    program.wait_gone("contact-dialog").await;
    program.type_into("contacts-search", "grossmann joerg").await;
    program.wait_for_text("contacts-list", "Großmann").await;
    program.click("#contacts-list .contact-row-write").await;
    program.wait_until("document.body.dataset.view === 'new-message'").await;
    program.wait_for_text("recipient-chip-words", "Jörg Großmann · +49 171 1234567").await;
    program.type_into("text", "Guten Tag").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().to.as_deref(), Some("+491711234567"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_none_is_named_at_its_field_and_nothing_is_lost() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    program.click("contact-new").await;
    program.type_into("contact-given", "Anna").await;
    program.type_into(".contact-number-typed", "Anna").await;
    program.click("contact-form-save").await;
    program.wait_for_text("contact-form-dialog", "not a phone number").await;
    assert_eq!(program.value("contact-given").await, "Anna");
    assert_eq!(room.database().answer("SELECT CAST(count(*) AS TEXT) FROM contact").as_deref(), Some("0"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_imported_is_found_chosen_and_sent_to_and_the_message_is_in_the_thread() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    import::choose(&room, &program, &import::file("unknown-header.csv")).await;
    program.click("import-apply").await;
    program.wait_for_text("import-done-words", "2 contacts were added").await;
    program.click("import-back").await;

    program.type_into("contacts-search", "aydin").await;
    program.wait_until("document.querySelectorAll('#contacts-list .contact-row').length === 1").await;
    open(&program, "Bilal Aydın").await;
    program.wait_for("contact-thread-none").await;
    program.click("#contact-dialog .contact-number-write").await;
    program.wait_for_text("recipient-chip-words", "Bilal Aydın · +49 172 1234567").await;
    program.type_into("text", "Your glasses are ready.").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");

    choose_recipient(&program, "ayd", "Bilal Aydın").await;
    program.wait_for_text("recent-messages-list", "Your glasses are ready.").await;
    program.type_into("text", "They are still here.").await;
    program.click("send").await;
    program.wait_until("document.querySelector('#text').value === ''").await;
    room.wait_for_states(&["sent", "sent"]);
    assert!(room.simulator.ledger().iter().all(|entry| entry.to.as_deref() == Some("+491721234567")));

    go_to(&program, "contacts").await;
    open(&program, "Bilal Aydın").await;
    program.wait_until("document.querySelectorAll('#contact-thread .message-row').length === 2").await;
    assert!(program.text("#contact-thread .message-row").await.contains("They are still here."));
    assert!(program.text("contact-thread").await.contains("Your glasses are ready."));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_contacts_become_one_and_two_again() {
    let room = Room::new().await;
    let anna = room.know("Anna", "Beck", "0171 1234567");
    room.know("A.", "Beck", "030 901820");
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    open(&program, "Anna Beck").await;
    program.click("contact-merge").await;
    program.wait_for_text("merge-list", "A. Beck · +49 30 901820").await;
    program.click("#merge-list button").await;
    program.wait_gone("contact-dialog").await;
    program.wait_for_text("undo-notice-words", "Both are one contact now: Anna Beck.").await;
    assert_eq!((room.count("contact"), room.count(&format!("contact_number WHERE contact_id = {anna}"))), (1, 2));

    program.click("undo-notice-undo").await;
    program.wait_for_text("contacts-status", "They are two contacts again").await;
    program.wait_gone("undo-notice").await;
    program.wait_for_text("contacts-list", "A. Beck").await;
    assert_eq!((room.count("contact"), room.count(&format!("contact_number WHERE contact_id = {anna}"))), (2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_deleted_comes_back() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    open(&program, "Anna Beck").await;
    program.click("contact-delete").await;
    program.wait_for_text("undo-notice-words", "Anna Beck is deleted.").await;
    program.wait_for("contacts-empty").await;
    assert_eq!(room.count("contact"), 0);
    program.click("undo-notice-undo").await;
    program.wait_for_text("contacts-status", "Anna Beck is back").await;
    program.wait_for_text("contacts-list", "Anna Beck").await;
    assert_eq!((room.count("contact"), room.count("contact_number")), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_to_be_written_to_is_asked_about_at_send() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    open(&program, "Anna Beck").await;
    program.click("contact-bar").await;
    program.type_into("reason", "Asked for letters").await;
    program.click("reason-yes").await;
    program.wait_for_text("contact-barred", "Asked for letters").await;
    program.wait_for_text("contacts-list", "do not write to").await;

    program.click("#contact-dialog .contact-number-write").await;
    program.type_into("text", "Good morning").await;
    program.click("send").await;
    program.wait_for("ask-dialog").await;
    program.wait_for_text("ask-reasons", "not to be written to: Asked for letters").await;
    program.click("ask-back").await;
    program.wait_gone("ask-dialog").await;
    room.assert_nothing_was_sent();
    assert_eq!(program.value("text").await, "Good morning");

    // The number is hers, however it is written.
    program.click("recipient-chip-remove").await;
    program.type_into("recipient", "+49 171 123 45 67").await;
    program.click("send").await;
    program.wait_for("ask-dialog").await;
    program.wait_for_text("ask-reasons", "not to be written to").await;
    room.assert_nothing_was_sent();
    program.click("ask-send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Good morning"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contacts_are_saved_as_cards_and_as_a_table() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    room.know("Jörg", "Größer", "030 901820");
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    let folder = room.desktop.folder();
    program.click("contacts-export-vcard").await;
    room.desktop.save_as(EXPORT, &folder.join("All"));
    program.wait_for_text("contacts-status", "“All.vcf” is saved").await;
    let cards = fs::read_to_string(folder.join("All.vcf")).unwrap();
    for line in ["VERSION:4.0", "FN:Anna Beck", "FN:Jörg Größer"] {
        assert!(cards.contains(line), "{cards}");
    }
    assert!(cards.contains("+491711234567") && cards.contains("+4930901820"), "{cards}");

    program.click("contacts-export-csv").await;
    room.desktop.save_as(EXPORT, &folder.join("All.csv"));
    program.wait_for_text("contacts-status", "“All.csv” is saved").await;
    let table = fs::read_to_string(folder.join("All.csv")).unwrap();
    assert!(table.contains("Jörg,Größer") && table.lines().count() == 3, "{table}");

    // What was given out is known when it is taken in again.
    import::choose(&room, &program, &folder.join("All.csv")).await;
    program.wait_for_text("import-ready", "Nobody in the file is new").await;
    program.wait_for_text("import-duplicates-words", "2 have a number that is there already").await;
}

/// The title of the system's dialog.
const EXPORT: &str = "^Export contacts$";

/// Opens a contact that is listed.
async fn open(program: &Program<'_>, name: &str) {
    program.wait_for_text("contacts-list", name).await;
    let row = "const rows = [...document.querySelectorAll('#contacts-list .contact-row')];
        return rows.find(row => row.innerText.includes(arguments[0])).dataset.id";
    let id = program.script(row, vec![json!(name)]).await;
    program.click(&format!("#contacts-list [data-id='{}'] .contact-row-open", id.as_str().unwrap())).await;
    program.wait_for_text("contact-title", name).await;
}

/// Types a part of a name, and clicks the one suggestion.
pub(crate) async fn choose_recipient(program: &Program<'_>, typed: &str, name: &str) {
    program.type_into("recipient", typed).await;
    program.wait_for_text(".suggestion-name", name).await;
    program.click("[role=option]").await;
    program.wait_for_text("recipient-chip-words", name).await;
}
