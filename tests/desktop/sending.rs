//! A send that goes well, from the form to the history.

use serde_json::{Value, json};

use crate::room::{Room, go_to, outcome, send, write, write_and_send};

const TEXT: &str = "Guten Tag, Grüße aus Köln.";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_arrives_once_and_is_told_everywhere() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", TEXT).await;
    program.wait_for_text("recipient-hint", "+49 171 1234567 · Germany").await;
    program.wait_for_text("text-meter", "26 of 300 characters · 1 SMS part").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert!(program.text("outcome").await.contains("To +49 171 1234567"));

    let entry = room.only_entry();
    let body: Value = serde_json::from_slice(&entry.body).unwrap();
    assert_eq!(body, json!({ "from": 1, "to": "+491711234567", "body": TEXT }));
    assert_eq!(room.states(), ["sent"]);
    let stored = room.database().messages().remove(0);
    assert_eq!((stored.recipient_number.as_str(), stored.body.as_str()), ("+491711234567", TEXT));
    assert_eq!(entry.idempotency_key, Some(stored.uuid));
    assert_eq!(room.database().answer("SELECT provider_id FROM message").as_deref(), Some("SMS_1"));
    assert_eq!(room.database().answer("SELECT id FROM draft"), None);

    let notification = room.notification("Sent to +49 171 1234567", TEXT);
    assert_eq!(notification.body, "The SMS had 1 part.");
    assert_eq!(room.desktop.notifications().len(), 1);

    go_to(&program, "history").await;
    program.wait_for(".message-row[data-state=sent]").await;
    let row = program.text(".message-row").await;
    for part in ["+49 171 1234567", TEXT, "Sent", "1 SMS part", "€0.075", "From Vertrieb"] {
        assert!(row.contains(part), "{part:?} is not in {row:?}");
    }
    assert!(program.attribute(".message-row time", "datetime").await.is_some());
    go_to(&program, "settings").await;
    program.wait_for_text("account-balance", "100.59").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_numbers_that_can_send_can_be_chosen_and_the_others_say_why() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let options = "return [...document.querySelectorAll('#sender option')].map(o => [o.text, o.disabled])";
    let options = program.script(options, Vec::new()).await;
    let expected = json!([
        ["Vertrieb · +49 171 3920001", false],
        ["+1 202-555-0143", false],
        ["Zentrale · +49 30 23125001 – cannot send SMS", true],
        ["Außendienst · +49 171 3920002 – subscription not active", true],
        ["Telefonanlage · +49 40 66969001 – cannot send SMS", true],
    ]);
    assert_eq!(options, expected);

    program.choose("sender", "2").await;
    assert_eq!(send(&program, "0171 1234567", "From the other number").await, "sent");
    assert_eq!(room.only_entry().from, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_makes_a_new_line_and_control_enter_sends() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", "One\nTwo").await;
    assert_eq!(program.value("text").await, "One\nTwo");
    room.assert_nothing_was_sent();
    room.desktop.key("ctrl+Return");
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some("One\nTwo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_message_is_another_message() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    write_and_send(&program, "0171 1234568", "Two 🙂").await;
    program.wait_for_text("outcome", "+49 171 1234568").await;
    assert_eq!(outcome(&program).await, "sent");
    let texts: Vec<_> = room.simulator.ledger().into_iter().map(|entry| entry.text.unwrap()).collect();
    assert_eq!(texts, ["One", "Two 🙂"]);
    assert_eq!(room.states(), ["sent", "sent"]);
}
