//! Send later: a message goes at the time that was chosen, and not without asking if that was missed.

use famulor_sms_core::clock;
use famulor_sms_tests::wait::{NEXT_LOOK, PATIENCE, wait_until};
use famulor_sms_tests::{Program, ProgramOptions};
use tokio::time::timeout;

use crate::hands::tab_to;
use crate::room::{Room, can_send, go_to, outcome, write};

const RECIPIENT: &str = "0171 1234567";
const TEXT: &str = "See you tomorrow at ten.";

#[tokio::test(flavor = "multi_thread")]
async fn a_time_is_chosen_with_the_keyboard_alone() {
    let room = Room::new().await;
    let program = start(&room).await;
    write(&program, RECIPIENT, TEXT).await;
    tab_to(&room, &program, "later-toggle").await;
    room.desktop.key("space");
    program.wait_until("document.activeElement.id === 'later-day'").await;
    go_to_option(&room, &program, "later-day", 1).await;
    tab_to(&room, &program, "later-hour").await;
    go_to_option(&room, &program, "later-hour", 9).await;
    tab_to(&room, &program, "later-minute").await;
    go_to_option(&room, &program, "later-minute", 0).await;
    room.desktop.key("ctrl+Return");
    program.wait_until("document.querySelector('#text').value === ''").await;
    assert_eq!(due(&room), tomorrow_at_nine(&program).await);
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["queued".to_owned()], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_sent_later_stands_in_the_outbox_with_its_time() {
    let room = Room::new().await;
    let program = start(&room).await;
    write(&program, RECIPIENT, TEXT).await;
    program.click("later-toggle").await;
    program.wait_for_text("later-hint", "Local time (Europe/Berlin). The program must be running then").await;
    choose_tomorrow_at_nine(&program).await;
    program.wait_for_text("send", "Send later: ").await;
    program.wait_for_text("send", "9:00").await;
    program.click("send").await;
    program.wait_for_text("outcome-state", "To be sent: ").await;
    assert_eq!(due(&room), tomorrow_at_nine(&program).await);
    assert_eq!(program.count(".undo-bar").await, 0, "there is time enough to take it back");

    program.click("outcome-outbox").await;
    program.wait_for_text("#outbox-later-list .message-row", TEXT).await;
    let row = program.text("#outbox-later-list .message-row").await;
    assert!(row.contains("To be sent: ") && row.contains("9:00"), "{row}");
    program.wait_gone("outbox-badge").await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["queued".to_owned()], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn change_brings_the_text_back_with_its_time_and_it_can_be_called_off() {
    let room = Room::new().await;
    let program = start(&room).await;
    send_later(&program, RECIPIENT, TEXT).await;
    go_to(&program, "outbox").await;
    program.wait_for("#outbox-later-list [data-verb=change]").await;
    program.click("#outbox-later-list [data-verb=change]").await;
    program.wait_until(&format!("document.querySelector('#text').value === '{TEXT}'")).await;
    program.wait_for("later").await;
    let chosen = [program.value("later-hour").await, program.value("later-minute").await];
    assert_eq!(chosen, ["9", "0"]);
    assert_eq!(room.states(), ["cancelled"]);

    program.choose("later-hour", "10").await;
    program.click("send").await;
    program.wait_until("document.querySelector('#text').value === ''").await;
    assert_eq!(room.states(), ["cancelled", "queued"]);
    assert_eq!(due(&room), tomorrow_at_nine(&program).await + 3_600_000);

    go_to(&program, "outbox").await;
    program.wait_for("#outbox-later-list [data-id='2'] [data-verb=call-off]").await;
    program.click("#outbox-later-list [data-verb=call-off]").await;
    program.wait_for_text("outbox-status", "will not be sent").await;
    program.wait_for("outbox-empty").await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["cancelled".to_owned(); 2], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn when_its_time_comes_it_goes_by_itself_and_that_is_told() {
    let room = Room::new().await;
    let program = start(&room).await;
    send_later(&program, RECIPIENT, TEXT).await;
    go_to(&program, "outbox").await;
    program.wait_for("#outbox-later-list .message-row").await;
    move_due_to(&room, clock::now() + 1_000);
    timeout(NEXT_LOOK, room.simulator.wait_for_ledger(1)).await.expect("it goes");
    room.wait_for_states(&["sent"]);
    room.notification("Sent to +49 171 1234567", TEXT);
    program.wait_for("outbox-empty").await;
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_missed_while_the_program_did_not_run_is_asked_and_not_sent() {
    let room = Room::new().await;
    let program = start(&room).await;
    send_later(&program, RECIPIENT, TEXT).await;
    program.kill9();
    move_due_to(&room, clock::now() - 10 * 60_000);

    let program = start(&room).await;
    program.wait_for_text(".notice[data-kind=held]", "One message is waiting for you").await;
    program.click(".notice[data-kind=held] [data-verb=show-outbox]").await;
    program.wait_for_text("#outbox-held-list .message-row", "more than two minutes late. It was not sent").await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["held (late)".to_owned()], vec![]));
    program.click("#outbox-held-list [data-verb=send-now]").await;
    room.wait_for_states(&["sent"]);
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_still_to_come_at_the_next_start_is_not_asked_about() {
    let room = Room::new().await;
    let program = start(&room).await;
    send_later(&program, RECIPIENT, TEXT).await;
    program.kill9();
    let program = start(&room).await;
    assert_eq!(program.count(".notice[data-kind=held]").await, 0);
    go_to(&program, "outbox").await;
    program.wait_for_text("#outbox-later-list .message-row", TEXT).await;
    assert_eq!((room.states(), room.simulator.ledger()), (vec!["queued".to_owned()], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_is_over_is_an_error_at_its_field() {
    let room = Room::new().await;
    let program = start(&room).await;
    write(&program, RECIPIENT, TEXT).await;
    program.click("later-toggle").await;
    choose(&program, 0, 0).await;
    program.click("send").await;
    program.wait_for_text("later-error", "This time is over already. Nothing was sent").await;
    program.wait_until("document.activeElement.id === 'later-day'").await;
    assert_eq!(program.attribute("later-day", "aria-invalid").await.as_deref(), Some("true"));
    assert_eq!(program.value("text").await, TEXT);
    room.assert_nothing_was_sent();

    choose_tomorrow_at_nine(&program).await;
    program.wait_gone("later-error").await;
    program.click("send").await;
    program.wait_for_text("outcome-state", "To be sent: ").await;
    assert_eq!(room.states(), ["queued"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_whose_time_is_over_says_that_it_goes_at_once() {
    let room = Room::new().await;
    let program = start(&room).await;
    write(&program, RECIPIENT, TEXT).await;
    program.click("later-toggle").await;
    choose_tomorrow_at_nine(&program).await;
    wait_for_draft_at_nine(&room, &program).await;
    program.kill9();
    let past = clock::now() - 60_000;
    assert_eq!(room.database().change(&format!("UPDATE draft SET due_at = {past}")), 1);

    let program = start(&room).await;
    program.wait_for_text("later-passed", "is over").await;
    program.wait_for_text("later-passed", "goes at once unless you choose another one").await;
    program.wait_gone("later").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    program.wait_gone("later-passed").await;
    program.wait_for_focus("recipient").await;
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
}

/// In Germany, so that it is known which time is meant.
async fn start(room: &Room) -> Program<'_> {
    room.keep_key();
    let environment = vec![("TZ".to_owned(), "Europe/Berlin".to_owned())];
    let program = Program::start(&room.desktop, &ProgramOptions { environment, ..room.options() }).await;
    can_send(&program).await;
    program
}

/// Puts a message into the outbox for tomorrow at nine.
pub(crate) async fn send_later(program: &Program<'_>, recipient: &str, text: &str) {
    write(program, recipient, text).await;
    program.click("later-toggle").await;
    choose_tomorrow_at_nine(program).await;
    program.click("send").await;
    program.wait_until("document.querySelector('#text').value === ''").await;
}

async fn choose_tomorrow_at_nine(program: &Program<'_>) {
    choose(program, 1, 9).await;
}

async fn choose(program: &Program<'_>, days: usize, hour: u8) {
    program.wait_for("later-day").await;
    let day = format!("return document.querySelector('#later-day').options[{days}].value");
    let day = program.script(&day, Vec::new()).await;
    program.choose("later-day", day.as_str().unwrap()).await;
    program.choose("later-hour", &hour.to_string()).await;
    program.choose("later-minute", "0").await;
}

/// Goes up or down in a list to the option of that number.
async fn go_to_option(room: &Room, program: &Program<'_>, list: &str, option: i64) {
    let chosen = format!("document.querySelector('#{list}').selectedIndex");
    let mut at = program.script(&format!("return {chosen}"), Vec::new()).await.as_i64().unwrap();
    while at != option {
        let (key, next) = if at < option { ("Down", at + 1) } else { ("Up", at - 1) };
        room.desktop.key(key);
        program.wait_until(&format!("{chosen} === {next}")).await;
        at = next;
    }
}

/// What the window's clock calls that, in milliseconds since 1970.
async fn tomorrow_at_nine(program: &Program<'_>) -> i64 {
    let at =
        "const now = new Date(); return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9).getTime()";
    program.script(at, Vec::new()).await.as_i64().unwrap()
}

/// When the message that was written last is to go.
fn due(room: &Room) -> i64 {
    number(room, "SELECT CAST(due_at AS TEXT) FROM message WHERE due_chosen = 1 ORDER BY id DESC LIMIT 1").unwrap()
}

async fn wait_for_draft_at_nine(room: &Room, program: &Program<'_>) {
    let wanted = tomorrow_at_nine(program).await;
    let kept = || number(room, "SELECT CAST(due_at AS TEXT) FROM draft") == Some(wanted);
    assert!(wait_until(PATIENCE, kept), "the time is kept with the draft");
}

fn number(room: &Room, question: &str) -> Option<i64> {
    room.database().answer(question)?.parse().ok()
}

/// Time passes, or seems to.
fn move_due_to(room: &Room, at: i64) {
    assert_eq!(room.database().change(&format!("UPDATE message SET due_at = {at} WHERE state = 'queued'")), 1);
}
