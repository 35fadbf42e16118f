//! Templates in the window: kept, inserted, filled, and stopping Send where they are not.

use crate::room::{Room, go_to};

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_inserted_and_what_is_not_filled_in_stops_send() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    program.click("template-new").await;
    program.type_into("template-name", "Grüße").await;
    program.type_into("template-body", "Hello {first name}").await;
    program.click("template-form-save").await;
    program.wait_for_text("templates-list", "Grüße").await;
    go_to(&program, "new-message").await;
    program.type_into("recipient", "0171 1234567").await;
    program.click("insert-template").await;
    program.type_into("template-search", "Grüße").await;
    program.wait_for_text("template-choices", "Grüße").await;
    program.click("#template-choices button").await;
    program.wait_until("document.querySelector('#text').value === 'Hello {first name}'").await;
    program.click("send").await;
    program.wait_for_text("text-error", "first name").await;
    room.assert_nothing_was_sent();
}
