//! What is older than the person wants to keep goes by itself, after it was asked; what is open stays.

use std::time::Duration;

use famulor_sms_core::clock::{self, Millis};
use famulor_sms_tests::past::Past;
use famulor_sms_tests::wait::wait_until;

use crate::room::{Room, go_to};

const DAY: Millis = 24 * 60 * 60 * 1000;

#[tokio::test(flavor = "multi_thread")]
async fn old_messages_go_after_the_person_has_agreed_but_those_that_are_open_stay() {
    let room = Room::new().await;
    let now = clock::now();
    room.put([
        Past::to("+491711234567").saying("Two months old").at(now - 60 * DAY),
        Past::to("+491711234567").saying("Old and unclear").that_is("unclear").at(now - 59 * DAY),
        Past::to("+491711234567").saying("Of today").at(now),
    ]);
    let program = room.start_with_key().await;
    go_to(&program, "settings").await;
    program.choose("keep-months", "1").await;
    program.wait_for("confirm-dialog").await;
    program.click("confirm-back").await;
    program.wait_gone("confirm-dialog").await;
    assert_eq!(program.value("keep-months").await, "");

    program.choose("keep-months", "12").await;
    program.wait_until("document.querySelector('#keep-months').value === '12'").await;
    program.wait_gone("confirm-dialog").await;
    program.choose("keep-months", "1").await;
    program.wait_for("confirm-dialog").await;
    assert_eq!(program.text("confirm-title").await, "Delete messages older than 1 month?");
    program.click("confirm-yes").await;
    program.wait_gone("confirm-dialog").await;
    // Half a minute after the start, so as not to be in the way of the first message.
    assert!(wait_until(Duration::from_secs(60), || room.database().messages().len() == 2), "{:?}", room.states());
    let left: Vec<_> = room.database().messages().into_iter().map(|message| message.body).collect();
    assert_eq!(left, ["Old and unclear", "Of today"]);
}
