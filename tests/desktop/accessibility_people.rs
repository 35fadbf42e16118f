//! axe-core finds nothing among contacts, imports and templates, both languages and both themes.

use crate::accessibility::Looks;
use crate::contacts::choose_recipient;
use crate::import;
use crate::room::{Room, go_to};

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_among_contacts() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&program);
    go_to(&program, "contacts").await;
    program.wait_for("contacts-empty").await;
    looks.at("no contacts").await;
    import::choose(&room, &program, &import::file("broken.csv")).await;
    looks.at("a file before its import").await;
    program.click("import-apply").await;
    program.wait_for("import-done-words").await;
    looks.at("a file after its import").await;
    program.click("import-back").await;
    program.wait_for("undo-notice").await;
    looks.at("the contacts").await;
    program.click("#contacts-list .contact-row-open").await;
    program.wait_for("contact-dialog").await;
    looks.at("a contact").await;
    program.click("contact-merge").await;
    program.wait_for("#merge-dialog").await;
    looks.at("the choice of who is the same").await;
    program.click("merge-back").await;
    program.click("contact-bar").await;
    program.wait_for("reason-dialog").await;
    looks.at("the question why not to write").await;
    program.click("reason-yes").await;
    program.wait_for("contact-barred").await;
    looks.at("a contact who is not to be written to").await;
    program.click("contact-edit").await;
    program.wait_for("contact-form-dialog").await;
    program.click("contact-number-add").await;
    looks.at("the form of a contact").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_among_templates_and_recipients() {
    let room = Room::new().await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&program);
    go_to(&program, "templates").await;
    program.wait_for("#templates-list li").await;
    looks.at("the templates").await;
    program.click("template-new").await;
    program.wait_for("template-form-dialog").await;
    program.type_into("template-name", "Code").await;
    program.type_into("template-body", "Your code is {code}.").await;
    looks.at("the form of a template").await;
    program.click("template-form-save").await;
    program.wait_gone("template-form-dialog").await;
    go_to(&program, "new-message").await;
    program.type_into("recipient", "be").await;
    program.wait_for("[role=option]").await;
    looks.at("the suggestions").await;
    program.replace("recipient", "").await;
    choose_recipient(&program, "bec", "Anna Beck").await;
    program.click("insert-template").await;
    program.wait_for("#template-choices button").await;
    looks.at("the choice of a template").await;
    program.type_into("template-search", "Code").await;
    program.wait_until("document.querySelectorAll('#template-choices button').length === 1").await;
    program.click("#template-choices button").await;
    program.wait_for("answers-dialog").await;
    looks.at("what a template asks for").await;
    program.click("answers-yes").await;
    program.click("send").await;
    program.wait_for("text-error").await;
    looks.at("a text that is not filled in").await;
    looks.found_nothing();
}
