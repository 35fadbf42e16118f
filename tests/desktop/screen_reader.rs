//! What a screen reader gets of the real window: what things are, what they are called, and what is announced.

use famulor_simulator::Behaviour;
use famulor_sms_tests::screen_reader::{Node, Relation, State};
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{DesktopOptions, ScreenReader};

use crate::room::{ENGLISH, KEY, Room, go_to, go_to_key_step, send, write, write_and_send};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_run_is_read_in_order_and_its_error_belongs_to_the_key() {
    let (room, reader) = room_in("de_DE").await;
    let program = room.start().await;
    let title = reader.find("heading", "Willkommen bei Famulor SMS");
    reader.find("push button", "Übung starten");
    go_to_key_step(&program).await;
    let key = reader.find("password text", "API-Schlüssel");
    assert!(place_of(&reader, &title) < place_of(&reader, &key));
    assert!(place_of(&reader, &key) < place_of(&reader, &reader.find("push button", "Prüfen und speichern")));

    program.type_into("first-run-api-key", "no key").await;
    program.click("first-run-store-key").await;
    let told = reader.wait_to_hear("Schlüssel");
    let key = reader.find_where("a wrong key", |node| node.name == "API-Schlüssel" && node.is(State::InvalidEntry));
    is_described(&reader, &key, &told);
    assert!(key.is(State::Focused));
    assert!(!reader.page().contains("no key"), "a key is read aloud");

    program.replace("first-run-api-key", KEY).await;
    program.click("first-run-store-key").await;
    program.wait_for("first-run-done").await;
    let done = reader.focused("Ihr Konto ist eingerichtet");
    assert_eq!(done.role, "heading");
    reader.find("push button", "Erste Nachricht schreiben");
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_is_told_step_by_step() {
    let (room, reader) = room_in("de_DE").await;
    let program = room.start_with_key().await;
    let recipient = reader.focused("Empfänger");
    assert_eq!(recipient.role, "combo box");
    reader.find("combo box", "Absender");
    reader.find("menu item", "Vertrieb · +49 171 3920001");
    write(&program, "0171 1234567", "Guten Tag").await;
    reader.wait_to_hear("+49 171 1234567 · Deutschland");
    let text = reader.find("entry", "Nachricht");
    assert_eq!((text.text.as_str(), text.is(State::MultiLine)), ("Guten Tag", true));
    assert!(text.description.starts_with("9 von 300 Zeichen"), "{text}");
    program.click("send").await;
    assert!(reader.wait_to_hear("Gesendet").contains("+49 171 1234567"));
    assert_eq!(send(&program, "0171 1234567", "Noch etwas").await, "sent");
    let said = || reader.heard().iter().filter(|said| said.starts_with("Gesendet")).count();
    assert!(wait_until(PATIENCE, || said() == 2), "{:#?}", reader.heard());
    reader.focused("Empfänger");
    reader.find("push button", "Senden");
}

/// On a busy machine a message may be sent before the window hears that it was taken.
const ANSWER_LATE: &str = "const { fetch } = window;
    window.fetch = async (address, how) => {
        const answer = await fetch(address, how);
        if (String(address).includes('send_message')) await new Promise(done => setTimeout(done, 1500));
        return answer;
    }";

#[tokio::test(flavor = "multi_thread")]
async fn a_second_message_is_told_even_where_it_ends_at_once_as_the_first_did() {
    let (room, reader) = room_in("de_DE").await;
    let program = room.start_with_key().await;
    reader.focused("Empfänger");
    let heard = |words: &str| reader.heard().iter().filter(|said| said.contains(words)).count();
    for (time, text) in [(1, "Guten Tag"), (2, "Noch etwas")] {
        write(&program, "0171 1234567", text).await;
        assert!(wait_until(PATIENCE, || heard("Deutschland") == time), "{:#?}", reader.heard());
        program.click("send").await;
        assert!(wait_until(PATIENCE, || heard("Gesendet") == time), "{:#?}", reader.heard());
        program.script(ANSWER_LATE, Vec::new()).await;
    }
    assert_eq!(room.texts_that_arrived(), ["Guten Tag", "Noch etwas"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_is_announced_once_and_belongs_to_the_field_that_has_the_focus() {
    let (room, reader) = room_in(ENGLISH).await;
    let program = room.start_with_key().await;
    reader.focused("Recipient");
    write_and_send(&program, "nobody", "Hello").await;
    let told = reader.wait_to_hear("This is not a phone number");
    let recipient = reader.focused("Recipient");
    assert!(recipient.is(State::InvalidEntry));
    is_described(&reader, &recipient, &told);
    assert_eq!(reader.heard().iter().filter(|said| **said == told).count(), 1, "{:#?}", reader.heard());

    write(&program, "0171 1234567", "").await;
    program.click("send").await;
    let told = reader.wait_to_hear("The message is empty");
    let text = reader.focused("Message");
    assert!(text.is(State::InvalidEntry));
    is_described(&reader, &text, &told);
    assert!(!reader.find("combo box", "Recipient").is(State::InvalidEntry));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_announced_with_its_reason_and_what_to_do() {
    let (room, reader) = room_in(ENGLISH).await;
    room.simulator.set_account(|account| account.balance = Default::default());
    let program = room.start_with_key().await;
    reader.focused("Recipient");
    assert_eq!(send(&program, "0171 1234567", "Hello").await, "rejected");
    let told = reader.wait_to_hear("The balance is too low");
    for words in ["Refused, not sent", "+49 171 1234567", "Nothing was sent"] {
        assert!(told.contains(words), "{words:?} is not in {told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unclear_outcome_is_announced_and_can_be_found_and_settled() {
    let (room, reader) = room_in(ENGLISH).await;
    let program = room.start_with_key().await;
    reader.focused("Recipient");
    room.simulator.misbehave_once(Behaviour::ResetAfterReading);
    assert_eq!(send(&program, "0171 1234567", "Hello").await, "unclear");
    assert!(reader.wait_to_hear("Perhaps it was sent").starts_with("Unclear, perhaps sent"));
    reader.find("push button", "Outbox One message waits for your answer");
    reader.find("push button", "Show in outbox");

    go_to(&program, "outbox").await;
    let title =
        reader.find_where("whose it is", |node| node.role == "heading" && node.name.contains("+49 171 1234567"));
    let group = reader.find_where("whose buttons", |node| node.role == "panel" && node.name == "+49 171 1234567");
    let settle = reader.find("push button", "It was not sent");
    assert!(
        place_of(&reader, &title) < place_of(&reader, &group) && place_of(&reader, &group) < place_of(&reader, &settle)
    );
    program.click("#outbox-unclear-list [data-verb=settle-not-sent]").await;
    reader.wait_to_hear("Noted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_chosen_in_a_combo_box() {
    let (room, reader) = room_in(ENGLISH).await;
    room.know("Anna", "Beck", "0171 1234567");
    room.know("Anna", "Kern", "0171 1234568");
    let program = room.start_with_key().await;
    let recipient = reader.focused("Recipient");
    assert_eq!((recipient.role.as_str(), recipient.is(State::Expanded)), ("combo box", false));
    program.type_into("recipient", "Anna").await;
    reader.wait_to_hear("2 matching contacts");
    let recipient = reader.find_where("the open list", |node| node.name == "Recipient" && node.is(State::Expanded));
    let list = reader.related(&recipient, Relation::ControllerFor);
    assert_eq!(list.iter().map(|list| list.name.as_str()).collect::<Vec<_>>(), ["Matching contacts"]);

    room.desktop.key("Down");
    room.desktop.key("Down");
    let marked = reader.find_where("the second", |node| node.is(State::Selected) && node.name.contains("Anna Kern"));
    assert_eq!((marked.role.as_str(), marked.name.contains("+49 171 1234568")), ("list item", true));
    assert!(reader.focus_came_to("Anna Kern"), "what is marked is not said");
    room.desktop.key("Return");
    let remove = reader.find("push button", "Remove recipient Anna Kern");
    let recipient = reader.focused("Recipient");
    assert!(!recipient.is(State::Expanded));
    assert!(place_of(&reader, &remove) < place_of(&reader, &recipient));
    is_described(&reader, &recipient, "Anna Kern · +49 171 1234568");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_called_a_combo_box_but_what_is_one() {
    let (room, reader) = room_in(ENGLISH).await;
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    assert_eq!(combo_boxes(&reader), ["Recipient", "Sender"]);
    go_to(&program, "contacts").await;
    reader.find_where("Anna", |node| node.role == "push button" && node.name.contains("Anna Beck"));
    assert_eq!(combo_boxes(&reader), [""; 0]);
}

fn combo_boxes(reader: &ScreenReader) -> Vec<String> {
    reader.read().into_iter().filter(|node| node.role == "combo box").map(|node| node.name).collect()
}

/// A desktop in this language whose screen reader has begun before the program.
async fn room_in(language: &'static str) -> (Room, ScreenReader) {
    let room = Room::with(DesktopOptions { accessibility: true, language, ..DesktopOptions::default() }).await;
    let reader = ScreenReader::start(&room.desktop);
    (room, reader)
}

/// What is said of a field when it gets the focus holds these words.
fn is_described(reader: &ScreenReader, field: &Node, words: &str) {
    let related = reader.related(field, Relation::DescribedBy);
    assert!(related.iter().any(|node| node.text.trim() == words), "{field}: {related:#?}");
    assert!(field.description.contains(words), "{field} is not described with {words:?}");
}

/// Where something comes when everything is read.
fn place_of(reader: &ScreenReader, wanted: &Node) -> usize {
    let found = reader.read().into_iter().position(|node| node.role == wanted.role && node.name == wanted.name);
    found.unwrap_or_else(|| panic!("{wanted} is gone"))
}
