//! axe-core and the measures find nothing in the dialogs about contacts and templates, and in views that are empty.

use famulor_sms_tests::office::DeadPort;
use famulor_sms_tests::{Program, ProgramOptions};

use crate::import;
use crate::looks::Looks;
use crate::room::{Room, can_send, go_to, send, write, write_and_send};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wrong_in_views_that_are_empty() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&room, &program);
    for view in ["outbox", "history", "contacts"] {
        go_to(&program, view).await;
        program.wait_for(&format!("{view}-empty")).await;
        looks.at(&format!("nothing in {view}")).await;
    }
    go_to(&program, "new-message").await;
    assert_eq!(send(&program, "+15005550001", "One").await, "rejected");
    looks.at("a refusal").await;
    write_and_send(&program, "0171 1234567", "").await;
    program.wait_for("text-error").await;
    looks.at("a message without a text").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wrong_where_nobody_answers() {
    let (room, dead) = (Room::new().await, DeadPort::take());
    room.desktop.store_secret(&format!("api-key@{}", dead.address()), crate::room::KEY);
    let options = ProgramOptions { simulator_url: Some(dead.url()), ..room.options() };
    let program = Program::start(&room.desktop, &options).await;
    let mut looks = Looks::of(&room, &program);
    program.wait_for("#notices .notice").await;
    looks.at("a start without a connection").await;
    go_to(&program, "settings").await;
    looks.at("the settings without a connection").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wrong_in_the_dialogs_about_contacts() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    room.know("Bilal", "Aydin", "0171 1234568");
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&room, &program);
    program.type_into("recipient", "Anna").await;
    program.wait_for("[role=option]").await;
    room.desktop.key("Down");
    looks.at("the suggestions").await;
    go_to(&program, "contacts").await;
    program.click(".contact-row-open").await;
    program.wait_for("contact-dialog").await;
    looks.at("a contact").await;
    program.click("contact-bar").await;
    program.wait_for("reason-dialog").await;
    looks.at("why nobody may write").await;
    program.click("reason-yes").await;
    program.wait_for("contact-barred").await;
    looks.at("a contact who is not to be written to").await;
    program.click("contact-merge").await;
    program.wait_for("merge-dialog").await;
    program.replace("merge-search", "Beck").await;
    program.wait_for("#merge-list button").await;
    looks.at("two contacts to make one").await;
    program.click("merge-back").await;
    program.click("contact-edit").await;
    program.wait_for("contact-form-dialog").await;
    program.replace(".contact-number-typed", "nobody").await;
    program.click("contact-form-save").await;
    program.wait_for(".contact-number-row .field-error").await;
    looks.at("a contact with an error").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wrong_in_an_import() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&room, &program);
    go_to(&program, "contacts").await;
    import::choose(&room, &program, &import::file("broken.csv")).await;
    program.wait_for_text("import-ready", "2 new contacts").await;
    looks.at("an import before it is made").await;
    program.click("import-apply").await;
    program.wait_for("import-done").await;
    looks.at("an import that is made").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wrong_in_the_dialogs_about_templates() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&room, &program);
    go_to(&program, "templates").await;
    program.click("template-new").await;
    program.click("template-form-save").await;
    program.wait_for("template-name-error").await;
    looks.at("a template with an error").await;
    program.type_into("template-name", "Grüße").await;
    program.type_into("template-body", "Hello, until {hour}").await;
    program.click("template-form-save").await;
    program.wait_for_text("templates-list", "Grüße").await;
    go_to(&program, "new-message").await;
    write(&program, "0171 1234567", "").await;
    program.click("insert-template").await;
    program.type_into("template-search", "Grüße").await;
    program.wait_until("document.querySelectorAll('#template-choices button').length === 1").await;
    looks.at("the choice of a template").await;
    program.click("#template-choices button").await;
    program.wait_for("answers-dialog").await;
    looks.at("the questions of a template").await;
    program.click("answers-yes").await;
    program.wait_for("text-unfilled").await;
    can_send(&program).await;
    looks.at("a text that is not filled in").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wrong_in_help() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&room, &program);
    for (item, dialog) in [
        ("help-shortcuts", "shortcuts-dialog"),
        ("help-diagnostics", "diagnostics-dialog"),
        ("help-about", "about-dialog"),
    ] {
        program.click("help-button").await;
        program.click(item).await;
        program.wait_for(dialog).await;
        looks.at(dialog).await;
        room.desktop.key("Escape");
        program.wait_gone(dialog).await;
    }
    program.click("help-button").await;
    program.click("help-guide").await;
    program.wait_for("#guide-content h2").await;
    looks.at("the guide").await;
    looks.found_nothing();
}

#[test]
fn every_dialog_is_looked_at() {
    let page = include_str!("../../ui/index.html");
    let looked_at =
        [include_str!("accessibility.rs"), include_str!("accessible_dialogs.rs"), include_str!("import.rs")];
    let dialogs = page.split("<dialog id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    // These two are opened by what is clicked, and waited for by what is in them.
    let known_by_content = ["same-number-dialog", "imports-dialog", "template-dialog", "template-form-dialog"];
    let missed: Vec<_> = dialogs
        .filter(|dialog| !known_by_content.contains(dialog) && !looked_at.iter().any(|test| test.contains(dialog)))
        .collect();
    assert_eq!(missed, [""; 0]);
}
