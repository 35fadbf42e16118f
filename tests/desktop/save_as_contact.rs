//! A number is kept under a name, and the name offers it.

use crate::room::{Room, outcome, send, write_and_send};

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_name_offers_its_number_and_is_never_chosen_by_itself() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    program.wait_for("save-contact-panel").await;
    program.type_into("contact-name", "Anna Beck").await;
    program.click("save-contact").await;
    program.wait_for_text("save-contact-done", "Anna Beck").await;
    program.wait_gone("save-contact-panel").await;
    program.wait_for_focus("recipient").await;
    assert_eq!(room.database().answer("SELECT name FROM contact").as_deref(), Some("Anna Beck"));

    write_and_send(&program, "Ann", "Two").await;
    program.wait_for_text("recipient-error", "not a phone number").await;
    program.wait_until("document.activeElement.id === 'recipient'").await;
    assert_eq!(room.simulator.ledger().len(), 1);

    program.replace("recipient", "Bec").await;
    program.wait_for_text("[role=option]", "Anna Beck").await;
    room.desktop.key("Down");
    room.desktop.key("Return");
    program.wait_gone("recipient-suggestions").await;
    program.wait_for_text("recipient-chip-words", "Anna Beck · +49 171 1234567").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    let to: Vec<_> = room.simulator.ledger().into_iter().map(|entry| entry.to.unwrap()).collect();
    assert_eq!(to, ["+491711234567", "+491711234567"]);
    room.desktop.wait_for_notification(|notification| notification.summary.contains("Anna Beck"));
    assert_eq!(room.database().answer("SELECT recipient_name FROM message WHERE id = 2").as_deref(), Some("Anna Beck"));
}
