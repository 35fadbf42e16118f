//! By keyboard alone, with the keys of a real keyboard, from the first view to the outcome.

use famulor_sms_tests::Program;
use serde_json::json;

use crate::room::{KEY, Room, can_send, focused, outcome};

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_entered_and_an_sms_sent_without_a_mouse() {
    let room = Room::new().await;
    let program = room.start().await;
    program.wait_for("first-run").await;
    program.wait_until("document.hasFocus()").await;
    tab_to(&room, &program, "first-run-next").await;
    room.desktop.key("Return");
    program.wait_for("first-run-api-key").await;
    tab_to(&room, &program, "first-run-api-key").await;
    room.desktop.type_text(KEY);
    room.desktop.key("Return");
    program.wait_for("first-run-done").await;
    tab_to(&room, &program, "first-run-begin").await;
    room.desktop.key("Return");
    can_send(&program).await;
    assert_eq!(focused(&program).await, "recipient");

    room.desktop.type_text("0171 1234567");
    tab_to(&room, &program, "text").await;
    room.desktop.type_text("One line");
    room.desktop.key("Return");
    room.desktop.type_text("and another");
    room.desktop.key("ctrl+Return");
    assert_eq!(outcome(&program).await, "sent");
    let entry = room.only_entry();
    assert_eq!((entry.to.as_deref(), entry.text.as_deref()), (Some("+491711234567"), Some("One line\nand another")));
    assert_eq!(room.states(), ["sent"]);
    assert_eq!(focused(&program).await, "recipient");
}

/// Presses Tab until it has the focus: an id, or a selector that begins with `#`, `.` or `[`.
pub(crate) async fn tab_to(room: &Room, program: &Program<'_>, wanted: &str) {
    let selector = if wanted.starts_with(['#', '.', '[']) { wanted.to_owned() } else { format!("#{wanted}") };
    let mut passed = vec![focused(program).await];
    while program.script(ON, vec![json!(selector)]).await != true {
        assert!(passed.len() < 60, "Tab never comes to {selector}: {passed:?}");
        let moved = "window.moved = new Promise(done => addEventListener('focusin', done, { once: true }))";
        program.script(moved, Vec::new()).await;
        room.desktop.key("Tab");
        program.promise("window.moved.then(() => null)").await.unwrap();
        passed.push(focused(program).await);
    }
}

/// Whether the focus is on what the selector names.
const ON: &str = "return document.activeElement.matches(arguments[0])";
