//! One message with everything that is known of it, and what can be done with it.

use std::fs;

use famulor_simulator::Behaviour;
use famulor_sms_core::clock;
use famulor_sms_tests::Program;
use famulor_sms_tests::past::Past;
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use serde_json::json;

use crate::room::{Room, can_send, files, go_to, outcome, send};

const TEXT: &str = "The parcel is at the neighbour's.";
const OTHER: &str = "Something else entirely.";

#[tokio::test(flavor = "multi_thread")]
async fn it_shows_each_step_with_its_time_and_what_was_billed_beside_what_was_predicted() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let data = json!({ "sms_id": "SMS_abc", "segments": 2, "cost": 0.15, "currency": "EUR", "status": "sent" });
    room.simulator.misbehave_once(Behaviour::json(200, json!({ "message": "SMS sent successfully", "data": data })));
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "sent");
    open_first(&program).await;
    assert_eq!(program.text("detail-title").await, "+49 171 1234567");
    assert_eq!(program.text("detail-text").await, TEXT);
    assert_eq!(steps(&program).await, ["Put into the outbox", "Sending", "Sent"]);
    let times = "return [...document.querySelectorAll('#detail-steps time')].every(time =>
        Math.abs(new Date(time.dateTime) - Date.now()) < 60000 && /\\d:\\d\\d/.test(time.innerText))";
    assert_eq!(program.script(times, Vec::new()).await, true);
    let lines = "return [...document.querySelectorAll('#detail-steps time')].map(time => {
        const words = document.createRange();
        words.selectNodeContents(time);
        return new Set([...words.getClientRects()].map(({ top }) => top)).size;
    })";
    assert_eq!(program.script(lines, Vec::new()).await, json!([1, 1, 1]), "a time stands on one line");
    let facts = program.text("detail-facts").await;
    for fact in ["SMS_abc", "Vertrieb · +49 171 3920001", "buero@beispiel.example", "€0.15"] {
        assert!(facts.contains(fact), "{fact:?} is not in {facts:?}");
    }
    assert_eq!(program.text("#detail-facts [data-flagged]").await, "2 billed, 1 predicted");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_billed_as_predicted_is_not_flagged() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "sent");
    open_first(&program).await;
    assert!(program.text("detail-facts").await.contains("1, as predicted"));
    assert_eq!(program.count("#detail-facts [data-flagged]").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn its_text_can_be_used_for_somebody_else() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "sent");
    open_first(&program).await;
    program.click("#detail-actions [data-verb=reuse]").await;
    program.wait_gone("detail-dialog").await;
    program.wait_until("document.body.dataset.view === 'new-message'").await;
    assert_eq!((program.value("text").await, program.value("recipient").await), (TEXT.to_owned(), String::new()));
    program.wait_for_focus("recipient").await;
    program.type_into("recipient", "0171 7654321").await;
    program.wait_for_text("recipient-hint", "+49 171 7654321").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    let to: Vec<_> = room.simulator.ledger().into_iter().map(|entry| entry.to.unwrap()).collect();
    assert_eq!(to, ["+491711234567", "+491717654321"]);
    assert_eq!(room.database().answer("SELECT repeats FROM message WHERE id = 2"), None, "it is another message");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_of_sending_can_be_printed_and_says_that_it_proves_no_delivery() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "One line\nand another").await, "sent");
    open_first(&program).await;
    program.click("#detail-actions [data-verb=proof]").await;
    room.desktop.cancel_dialog("^Print$");
    assert_eq!(program.script("return document.querySelector('#proof').checkVisibility()", Vec::new()).await, false);
    let proof = "return document.querySelector('#proof').textContent";
    let proof = program.script(proof, Vec::new()).await.as_str().unwrap().to_owned();
    let user = String::from_utf8(room.desktop.command("id").arg("-un").output().unwrap().stdout).unwrap();
    let text = "One line\nand another";
    for part in ["no proof of delivery", "+49 171 1234567", text, "Sent", "SMS_1", "€0.075", "logged in", user.trim()]
    {
        assert!(proof.contains(part), "{part:?} is not in {proof:?}");
    }
    let lines = "return getComputedStyle(document.querySelector('#proof dd')).whiteSpace";
    assert_eq!(program.script(lines, Vec::new()).await, "pre-wrap", "lines stay lines on paper");
    assert!(program.runs());
    program.wait_for("detail-dialog").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_deleted_is_gone_from_the_window_and_from_every_file_at_once() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", OTHER).await, "sent");
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "sent");
    assert!(is_in_a_file(&room, TEXT));
    open_first(&program).await;
    program.click("#detail-actions [data-verb=delete]").await;
    program.wait_for("confirm-dialog").await;
    assert!(program.text("confirm-text").await.contains("It stays at Famulor"));
    program.click("confirm-back").await;
    program.wait_gone("confirm-dialog").await;
    assert_eq!(room.states(), ["sent", "sent"]);

    program.click("#detail-actions [data-verb=delete]").await;
    program.click("confirm-yes").await;
    program.wait_for_text("history-status", "One message is deleted").await;
    program.wait_until("document.querySelectorAll('#history-list .message-row').length === 1").await;
    program.wait_gone("detail-dialog").await;
    assert_eq!(room.states(), ["sent"]);
    assert!(wait_until(PATIENCE, || !is_in_a_file(&room, TEXT)), "the text is still in a file");
    assert!(is_in_a_file(&room, OTHER));
}

#[tokio::test(flavor = "multi_thread")]
async fn all_with_one_recipient_go_but_for_those_that_are_open() {
    let room = Room::new().await;
    let now = clock::now();
    room.put([
        Past::to("+491711234567").saying(TEXT).at(now - 4),
        Past::to("+491717654321").saying("To somebody else").at(now - 3),
        Past::to("+491711234567").saying("Perhaps sent").that_is("unclear").at(now - 2),
        Past::to("+491711234567").saying("Refused once").that_is("rejected").at(now - 1),
    ]);
    let program = room.start_with_key().await;
    open_first(&program).await;
    program.click("#detail-actions [data-verb=delete-recipient]").await;
    program.wait_for("confirm-dialog").await;
    program.click("confirm-yes").await;
    program.wait_for_text("history-status", "2 messages are deleted. One stays").await;
    program.wait_until("document.querySelectorAll('#history-list .message-row').length === 2").await;
    let left: Vec<_> = room.database().messages().into_iter().map(|message| message.body).collect();
    assert_eq!(left, ["To somebody else", "Perhaps sent"]);
    for text in [TEXT, "Refused once"] {
        assert!(wait_until(PATIENCE, || !is_in_a_file(&room, text)), "{text:?} is still in a file");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_open_is_not_deleted() {
    let room = Room::new().await;
    let ids = room.put([Past::to("+491711234567").saying(TEXT).that_is("unclear").at(clock::now())]);
    let program = room.start_with_key().await;
    open_first(&program).await;
    assert_eq!(program.count("#detail-actions [data-verb=delete]").await, 0);
    assert_eq!(program.count("#detail-actions [data-verb=again]").await, 0, "never sent again by one click");
    let refused =
        program.promise(&format!("window.__TAURI_INTERNALS__.invoke('delete_message', {{ id: {} }})", ids[0])).await;
    assert!(refused.unwrap_err().contains("It was not deleted: please settle that in the outbox first"));
    assert_eq!(room.states(), ["unclear"]);
}

async fn open_first(program: &Program<'_>) {
    can_send(program).await;
    go_to(program, "history").await;
    program.wait_for("#history-list .message-row").await;
    program.click("#history-list .message-row").await;
    program.wait_for("detail-dialog").await;
}

/// The words of the steps, without their times.
async fn steps(program: &Program<'_>) -> Vec<String> {
    let steps = "return [...document.querySelectorAll('#detail-steps li span')].map(words => words.innerText)";
    serde_json::from_value(program.script(steps, Vec::new()).await).unwrap()
}

fn is_in_a_file(room: &Room, text: &str) -> bool {
    let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    files(&room.data()).iter().any(|file| fs::read(file).is_ok_and(|bytes| holds(&bytes)))
}
