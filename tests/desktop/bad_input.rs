//! Input that cannot be sent: a sentence at its field, nothing lost, nothing sent.

use famulor_sms_tests::Program;

use crate::room::{Room, write_and_send};

#[tokio::test(flavor = "multi_thread")]
async fn each_is_told_at_its_field_and_nothing_is_lost_or_sent() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let long = "ä".repeat(301);
    told(&program, ("Anna", "Hello"), "recipient", "not a phone number").await;
    told(&program, ("", "Hello"), "recipient", "enter a phone number").await;
    told(&program, ("+1 202 555", "Hello"), "recipient", "too short").await;
    told(&program, ("0171 1234567 1234567 1234567", "Hello"), "recipient", "too long").await;
    told(&program, ("0171 1234567", ""), "text", "empty").await;
    told(&program, ("0171 1234567", "  \n "), "text", "empty").await;

    program.replace("text", "").await;
    program.paste_into("text", &long).await;
    program.wait_for_text("text-meter", "1 character too many").await;
    program.click("send").await;
    program.wait_for_text("text-error", "301 characters, 300 are allowed").await;
    assert_eq!(program.value("text").await, long);
    room.assert_nothing_was_sent();

    program.paste_into("text", &long).await;
    program.replace("text", "Short enough").await;
    program.wait_gone("text-error").await;
}

async fn told(program: &Program<'_>, (recipient, text): (&str, &str), field: &str, words: &str) {
    write_and_send(program, recipient, text).await;
    program.wait_for_text(&format!("{field}-error"), words).await;
    assert_eq!(program.attribute(field, "aria-invalid").await.as_deref(), Some("true"));
    program.wait_until(&format!("document.activeElement.id === '{field}'")).await;
    assert_eq!((program.value("recipient").await.as_str(), program.value("text").await.as_str()), (recipient, text));
}
