//! Templates in the window: kept, inserted, filled, and stopping Send where they are not.

use famulor_sms_tests::Program;
use serde_json::json;

use crate::contacts::choose_recipient;
use crate::room::{Room, go_to, outcome};

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_inserted_and_what_is_not_filled_in_stops_send() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    add(&program, "Grüße", "Hello {first name}").await;
    go_to(&program, "new-message").await;
    program.type_into("recipient", "0171 1234567").await;
    insert(&program, "Grüße").await;
    program.wait_until("document.querySelector('#text').value === 'Hello {first name}'").await;
    program.click("send").await;
    program.wait_for_text("text-error", "first name").await;
    room.assert_nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_filled_with_the_name_and_asks_for_the_rest() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    add(&program, "Code", "Hello {first name} {Nachname}, your code is {code}.").await;
    go_to(&program, "new-message").await;
    choose_recipient(&program, "bec", "Anna Beck").await;
    insert(&program, "Code").await;
    program.wait_for_text("answers-dialog", "code").await;
    program.type_into("answer-0", "4711").await;
    program.click("answers-yes").await;
    has_text(&program, "Hello Anna Beck, your code is 4711.").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Hello Anna Beck, your code is 4711."));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_answered_stops_send_with_the_field_in_focus_until_it_is_filled() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    add(&program, "Code", "Your code is {code}.").await;
    go_to(&program, "new-message").await;
    choose_recipient(&program, "bec", "Anna Beck").await;
    insert(&program, "Code").await;
    program.click("answers-yes").await;
    has_text(&program, "Your code is {code}.").await;
    program.wait_for_text("text-unfilled-list", "{code}").await;
    program.click("recipient").await;
    program.click("send").await;
    program.wait_for_text("text-error", "“{code}” is not filled in yet. Nothing was sent").await;
    program.wait_for_focus("text").await;
    assert_eq!(program.script(MARKED, Vec::new()).await, "{code}");
    room.assert_nothing_was_sent();

    // What is marked is written over.
    room.desktop.type_text("4711");
    has_text(&program, "Your code is 4711.").await;
    program.wait_gone("text-unfilled-list").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Your code is 4711."));
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_escape_closed_are_there_when_the_template_is_chosen_again() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    add(&program, "Code", "Your code for {what} is {code}.").await;
    go_to(&program, "new-message").await;
    insert(&program, "Code").await;
    program.wait_for("answer-0").await;
    program.type_into("answer-0", "the door").await;
    room.desktop.key("Escape");
    program.wait_gone("answers-dialog").await;
    room.desktop.key("Escape");
    program.wait_gone("template-dialog").await;
    assert_eq!(program.value("text").await, "");
    insert(&program, "Code").await;
    program.wait_for("answer-1").await;
    assert_eq!(program.value("answer-0").await, "the door");
    program.type_into("answer-1", "4711").await;
    program.click("answers-yes").await;
    has_text(&program, "Your code for the door is 4711.").await;

    // What was inserted is not asked for with old answers.
    program.replace("text", "").await;
    insert(&program, "Code").await;
    program.wait_for("answer-0").await;
    assert_eq!(program.value("answer-0").await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn braces_that_were_typed_by_hand_are_text() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.type_into("recipient", "0171 1234567").await;
    program.paste_into("text", "A set is written {code}.").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("A set is written {code}."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_makes_the_parts_shorter_is_said_and_stays_as_it_is() {
    let room = Room::new().await;
    room.know("Şahin", "Yıldız", "0171 1234567");
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    add(&program, "Grüße", "Guten Tag {Vorname}, bis morgen.").await;
    go_to(&program, "new-message").await;
    choose_recipient(&program, "sahin", "Şahin Yıldız").await;
    insert(&program, "Grüße").await;
    has_text(&program, "Guten Tag Şahin, bis morgen.").await;
    program.wait_for_text("text-meter", "28 of").await;
    program.wait_for_text("text-meter", "1 SMS part · special characters").await;
    program.wait_for_text("text-forcing", "Ş").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("Guten Tag Şahin, bis morgen."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_changed_deleted_and_brought_back() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    add(&program, "Greeting", "Hello").await;
    let id = room.database().answer("SELECT CAST(id AS TEXT) FROM template WHERE name = 'Greeting'").unwrap();
    let row = format!("#templates-list [data-id='{id}']");
    program.click(&format!("{row} [data-verb=edit]")).await;
    program.wait_for("template-form-dialog").await;
    program.replace("template-name", "Farewell").await;
    program.replace("template-body", "Goodbye").await;
    program.click("template-form-save").await;
    program.wait_for_text("templates-status", "Farewell is saved").await;
    assert_eq!(room.count("template WHERE name = 'Farewell' AND body = 'Goodbye'"), 1);

    program.click(&format!("{row} [data-verb=delete]")).await;
    program.wait_for_text("undo-notice-words", "The template Farewell is deleted").await;
    program.wait_gone(&row).await;
    assert_eq!(room.count("template WHERE name = 'Farewell'"), 0);
    program.click("undo-notice-undo").await;
    program.wait_for_text("templates-status", "The template Farewell is back").await;
    program.wait_for_text("templates-list", "Goodbye").await;
    assert_eq!(room.count(&format!("template WHERE id = {id} AND name = 'Farewell'")), 1);
}

/// What is marked in the text.
const MARKED: &str = "const text = document.querySelector('#text');
    return text.value.slice(text.selectionStart, text.selectionEnd)";

/// Adds a template through the form.
async fn add(program: &Program<'_>, name: &str, body: &str) {
    program.click("template-new").await;
    program.wait_for("template-form-dialog").await;
    program.type_into("template-name", name).await;
    program.type_into("template-body", body).await;
    program.click("template-form-save").await;
    program.wait_for_text("templates-list", name).await;
}

/// Looks for a template, and clicks it.
async fn insert(program: &Program<'_>, name: &str) {
    program.click("insert-template").await;
    program.type_into("template-search", name).await;
    program.wait_until("document.querySelectorAll('#template-choices button').length === 1").await;
    program.click("#template-choices button").await;
}

/// Waits until this is the message.
async fn has_text(program: &Program<'_>, text: &str) {
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(text))).await;
}
