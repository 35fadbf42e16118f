//! An outcome that nobody knows: never called sent or not sent, and never sent again without asking.

use famulor_simulator::Behaviour;
use famulor_sms_tests::Program;

use crate::room::{Room, go_to, outcome, send, write_and_send};

const TEXT: &str = "The table is free from seven.";

#[tokio::test(flavor = "multi_thread")]
async fn it_is_told_as_unclear_asked_about_and_settled_by_the_person() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.simulator.misbehave_once(Behaviour::ResetAfterReading);
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "unclear");
    let notification = room.notification("Unclear, perhaps sent: +49 171 1234567", TEXT);
    assert!(notification.body.contains("Perhaps it was sent"), "{notification:?}");
    assert_eq!(room.states(), ["unclear (no-answer)"]);
    assert_eq!(room.simulator.ledger().len(), 1);

    ask_before_the_second(&room, &program).await;

    go_to(&program, "outbox").await;
    program.wait_for("#outbox-unclear-list [data-verb=settle-sent]").await;
    program.click("#outbox-unclear-list [data-verb=settle-not-sent]").await;
    program.wait_for_text("outbox-status", "Noted").await;
    program.wait_for("outbox-empty").await;
    go_to(&program, "history").await;
    program.wait_for_text("#history .message-row[data-state=not-sent]", "You noted this yourself").await;
    assert_eq!(room.states(), ["not-sent (settled-by-person)", "sent"]);
    assert_eq!(room.simulator.ledger().len(), 2);
}

async fn ask_before_the_second(room: &Room, program: &Program<'_>) {
    write_and_send(program, "0171 1234567", TEXT).await;
    program.wait_for("ask-dialog").await;
    assert!(program.text("ask-reasons").await.contains("Unclear, perhaps sent"));
    program.click("ask-back").await;
    program.wait_gone("ask-dialog").await;
    assert_eq!(program.value("text").await, TEXT);
    assert_eq!((room.simulator.ledger().len(), room.states().len()), (1, 1));

    program.click("send").await;
    program.wait_for("ask-dialog").await;
    program.click("ask-send").await;
    assert_eq!(outcome(program).await, "sent");
    let keys: Vec<_> = room.simulator.ledger().into_iter().map(|entry| entry.idempotency_key).collect();
    assert!(keys.len() == 2 && keys[0] != keys[1], "{keys:?}");
    assert_eq!(room.states(), ["unclear (no-answer)", "sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_found_it_in_the_dashboard_settles_it_as_sent() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    room.simulator.misbehave_once(Behaviour::Garbage);
    assert_eq!(send(&program, "0171 1234567", TEXT).await, "unclear");
    program.click("outcome-outbox").await;
    program.wait_for_text("#outbox-unclear-list .message-row", "Balance before").await;
    program.click("#outbox-unclear-list [data-verb=settle-sent]").await;
    program.wait_for("outbox-empty").await;
    go_to(&program, "history").await;
    program.wait_for("#history .message-row[data-state=sent]").await;
    assert_eq!(room.states(), ["sent (settled-by-person)"]);
    assert_eq!(room.simulator.ledger().len(), 1);
}
