//! By keyboard alone: from a file with contacts to a message filled from a template, and to its contact's thread.

use crate::hands::Hands;
use crate::import::{IMPORT, file};
use crate::room::{Room, outcome};

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_imported_somebody_chosen_and_a_template_sent_without_a_mouse() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let hands = Hands::of(&room, &program).await;

    hands.press("nav-templates", "Return").await;
    hands.press("template-new", "Return").await;
    program.wait_for("template-form-dialog").await;
    hands.write("template-name", "Parcel").await;
    hands.write("template-body", "Hello {first name}, your parcel {number} is here.").await;
    hands.press("template-form-save", "Return").await;
    program.wait_for_text("templates-list", "Parcel").await;

    hands.press("nav-contacts", "Return").await;
    hands.press("contacts-import", "Return").await;
    room.desktop.choose_file(IMPORT, &file("unknown-header.csv"));
    program.wait_for("import-dialog").await;
    hands.change("#import-head th:first-child select", "note").await;
    hands.press("import-apply", "Return").await;
    program.wait_for_text("import-done-words", "2 contacts were added").await;
    hands.press("import-back", "Return").await;
    program.wait_gone("import-dialog").await;

    hands.write("contacts-search", "aydin").await;
    program.wait_until("document.querySelectorAll('#contacts-list .contact-row').length === 1").await;
    hands.press("#contacts-list .contact-row-open", "Return").await;
    program.wait_for_text("contact-note-shown", "B2").await;
    hands.press(".contact-number-write", "Return").await;
    program.wait_for_text("recipient-chip-words", "Bilal Aydın").await;

    // Backspace takes the choice away again; the list gives another one.
    hands.press("recipient", "BackSpace").await;
    program.wait_gone("recipient-chip").await;
    room.desktop.type_text("bec");
    program.wait_for_text(".suggestion-name", "Anna Beck").await;
    room.desktop.key("Down");
    room.desktop.key("Return");
    program.wait_for_text("recipient-chip-words", "Anna Beck · +49 171 1234567").await;

    hands.press("insert-template", "Return").await;
    program.wait_until("document.activeElement.id === 'template-search'").await;
    room.desktop.type_text("parcel");
    program.wait_until("document.querySelectorAll('#template-choices button').length === 1").await;
    room.desktop.key("Down");
    room.desktop.key("Return");
    program.wait_until("document.activeElement.id === 'answer-0'").await;
    room.desktop.type_text("4711");
    room.desktop.key("Return");
    program.wait_until("document.querySelector('#text').value === 'Hello Anna, your parcel 4711 is here.'").await;
    program.wait_for_focus("text").await;
    room.desktop.key("ctrl+Return");
    assert_eq!(outcome(&program).await, "sent");
    let entry = room.only_entry();
    assert_eq!(entry.to.as_deref(), Some("+491711234567"));
    assert_eq!(entry.text.as_deref(), Some("Hello Anna, your parcel 4711 is here."));

    hands.press("nav-contacts", "Return").await;
    // What was looked for is still there, and written over.
    hands.press("contacts-search", "ctrl+a").await;
    room.desktop.type_text("beck");
    program.wait_for_text("contacts-list", "Anna Beck").await;
    hands.press("#contacts-list .contact-row-open", "Return").await;
    program.wait_for_text("contact-title", "Anna Beck").await;
    program.wait_for_text("contact-thread", "your parcel 4711 is here").await;
    room.desktop.key("Escape");
    program.wait_gone("contact-dialog").await;
}
