//! A refusal: told with its reason, and the text is still there.

use famulor_sms_tests::Program;

use crate::room::{Room, go_to, send};

const TEXT: &str = "Your order is ready.";

#[tokio::test(flavor = "multi_thread")]
async fn too_low_a_balance_is_told_and_the_text_is_still_there() {
    let room = Room::new().await;
    room.simulator.set_account(|account| account.balance = Default::default());
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "rejected");
    refused(&room, &program, "The balance is too low").await;
    assert_eq!(room.states(), ["rejected (balance)"]);
    assert_eq!(room.only_entry().answered, Some(400));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_the_service_does_not_accept_is_told() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "+15005550001", TEXT).await, "rejected");
    refused(&room, &program, "does not accept the recipient’s number").await;
    assert_eq!(room.states(), ["rejected (recipient)"]);
    assert_eq!(room.only_entry().to.as_deref(), Some("+15005550001"));
}

async fn refused(room: &Room, program: &Program<'_>, reason: &str) {
    let outcome = program.text("outcome").await;
    assert!(outcome.contains(reason) && outcome.contains("Nothing was sent"), "{outcome}");
    let notification = room.notification("Refused, not sent: +", TEXT);
    assert!(notification.body.contains(reason), "{notification:?}");
    go_to(program, "history").await;
    program.wait_for(".message-row[data-state=rejected]").await;
    let row = program.text(".message-row").await;
    assert!(row.contains(TEXT) && row.contains(reason), "{row}");
}
