//! Ctrl+Z in a text: WebKitGTK does not do it by itself.

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
    program.wait_until("!document.querySelector('#text').value.includes('two')").await;
    room.desktop.key("ctrl+y");
    is(&program, "one two").await;
    room.desktop.key("ctrl+z");
    room.desktop.key("ctrl+shift+z");
    is(&program, "one two").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_never_brings_a_text_into_the_next_message_nor_harms_one() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", "The first").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    program.click("text").await;
    for _ in 0..3 {
        room.desktop.key("ctrl+z");
    }
    room.desktop.type_text("The second");
    is(&program, "The second").await;
    for _ in 0..5 {
        room.desktop.key("ctrl+z");
    }
    is(&program, "").await;
    for _ in 0..5 {
        room.desktop.key("ctrl+y");
    }
    is(&program, "The second").await;
}

async fn is(program: &Program<'_>, text: &str) {
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(text))).await;
}
