//! Ctrl+Z in a text that the program changes, too.

use famulor_sms_tests::Program;
use serde_json::json;

use crate::room::{Room, outcome, write};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_last_is_taken_back_and_comes_again() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.click("text").await;
    room.desktop.type_text("one");
    is(&program, "one").await;
    program.paste_into("text", " two").await;
    room.desktop.key("ctrl+z");
    is(&program, "one").await;
    room.desktop.key("ctrl+y");
    is(&program, "one two").await;
    room.desktop.key("ctrl+z");
    is(&program, "one").await;
    room.desktop.key("ctrl+shift+z");
    is(&program, "one two").await;
    room.desktop.type_text(" three");
    is(&program, "one two three").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_message_comes_into_the_next_one_nor_into_another_field() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", "The first").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    program.click("text").await;
    for _ in 0..3 {
        room.desktop.key("ctrl+z");
        room.desktop.key("ctrl+y");
    }
    room.desktop.type_text("Second");
    is(&program, "Second").await;
    for _ in 0..5 {
        room.desktop.key("ctrl+z");
    }
    is(&program, "").await;
    for _ in 0..5 {
        room.desktop.key("ctrl+y");
    }
    is(&program, "Second").await;
    assert_eq!(program.value("recipient").await, "");
}

async fn is(program: &Program<'_>, text: &str) {
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(text))).await;
}
