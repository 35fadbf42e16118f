//! Contacts in the window: kept, found, written to.

use famulor_sms_tests::Program;

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
    program.script("document.querySelector('#contact-dialog')?.close()", Vec::new()).await;
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
