//! The history: newest first, by days, alive; found by whatever somebody remembers, and never all of it in the page.

use famulor_sms_core::clock::{self, Millis};
use famulor_sms_tests::past::Past;
use famulor_sms_tests::{Program, ProgramOptions};
use serde_json::{Value, json};

use crate::room::{Room, can_send, focused, go_to, write_and_send};

const DAY: Millis = 24 * 60 * 60 * 1000;

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_are_first_by_days_and_older_ones_follow_as_one_goes_down() {
    let room = Room::new().await;
    let now = clock::now();
    room.put((0..450).rev().map(|age| numbered(age).at(now - age / 10 * DAY)));
    let program = in_the_history(&room).await;
    program.wait_for_text("history-sum", "450 messages · 450 SMS parts").await;
    assert_eq!(program.count("#history-list .message-row").await, 100);
    assert_eq!(texts(&program).await[..3], ["Message 0", "Message 1", "Message 2"]);
    let days = strings(&program, "[...document.querySelectorAll('.history-day h2')].map(day => day.innerText)").await;
    assert_eq!((days.len(), &days[0], &days[1]), (10, &"Today".to_owned(), &"Yesterday".to_owned()));
    let third = "new Date(Date.now() - 2 * 86400000).toLocaleDateString('en', { dateStyle: 'full' })";
    assert_eq!(days[2..3], strings(&program, &format!("[{third}]")).await);

    go_to_end(&program, "down", "Message 199").await;
    go_to_end(&program, "down", "Message 449").await;
    assert_eq!(program.script("return window.most", Vec::new()).await, 300, "the page never holds all of them");
    program.wait_gone("history-more").await;
    go_to_end(&program, "up", "Message 0").await;
    program.wait_gone("history-newer").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_found_by_name_number_or_text_however_it_is_typed() {
    let room = Room::new().await;
    room.put(three());
    let program = in_the_history(&room).await;
    for (typed, found) in [
        ("muller", ANNAS),
        ("MÜLLER anna", ANNAS),
        ("0171/987 05 43", ANNAS),
        ("+49171987", ANNAS),
        ("termin", ANNAS),
        ("yilmaz", BILALS),
        ("strasse lodz", BILALS),
        ("0664 1234", CLARAS),
        ("erschein", CLARAS),
    ] {
        program.replace("history-search", typed).await;
        shows(&program, &[found]).await;
        program.wait_for_text("history-sum", "1 message ").await;
    }
    program.replace("history-search", "anna lodz").await;
    program.wait_for("history-none").await;
    assert_eq!(
        (program.text("history-sum").await, program.count("#history-list .message-row").await),
        (String::new(), 0)
    );
    assert!(!program.page_text().await.contains("Save as CSV"), "there is nothing to save");
    program.click("history-clear").await;
    shows(&program, &[CLARAS, BILALS, ANNAS]).await;
    assert_eq!(
        (focused(&program).await, program.value("history-search").await),
        ("history-search".into(), String::new())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn state_sender_and_period_can_be_chosen_and_the_sum_follows() {
    let room = Room::new().await;
    let now = clock::now();
    room.put([
        numbered(4).at(now - 400 * DAY).billed(2, "0.1500", Some("EUR")),
        numbered(3).at(now - 20 * DAY).billed(3, "0.0237", Some("USD")).from(2),
        numbered(2).at(now - 3 * DAY).that_is("rejected").from(2),
        numbered(1).at(now - 1).that_is("unclear"),
        numbered(0).at(now).billed(1, "0.0750", Some("EUR")),
    ]);
    let program = in_the_history(&room).await;
    shows(&program, &["Message 0", "Message 1", "Message 2", "Message 3", "Message 4"]).await;
    program.wait_for_text("history-sum", "5 messages · 7 SMS parts · €0.225 · $0.0237").await;
    program.click("history-filter-toggle").await;

    program.choose("history-sender", "2").await;
    shows(&program, &["Message 2", "Message 3"]).await;
    program.wait_for_text("history-sum", "2 messages · 3 SMS parts · $0.0237").await;
    program.choose("history-state", "sent").await;
    shows(&program, &["Message 3"]).await;
    assert_eq!(program.text("history-filter-toggle").await, "Filters (2)");
    program.choose("history-period", "week").await;
    program.wait_for("history-none").await;
    program.click("history-clear").await;
    assert_eq!(program.text("history-filter-toggle").await, "Filters");

    program.choose("history-period", "today").await;
    shows(&program, &["Message 0", "Message 1"]).await;
    program.choose("history-period", "month").await;
    shows(&program, &["Message 0", "Message 1", "Message 2", "Message 3"]).await;
    program.choose("history-period", "one-month").await;
    program.choose("history-month", &month(&program, 400).await).await;
    shows(&program, &["Message 4"]).await;
    program.wait_for_text("history-sum", "1 message · 2 SMS parts · €0.15").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_can_be_jumped_to_and_the_sum_stays_that_of_all() {
    let room = Room::new().await;
    let now = clock::now();
    room.put((0..24).rev().map(|age| numbered(age).at(now - age * 31 * DAY)));
    let program = in_the_history(&room).await;
    program.click("history-filter-toggle").await;
    program.choose("history-jump", &month(&program, 12 * 31).await).await;
    program.wait_until("document.querySelector('#history-list .message-row-text')?.innerText === 'Message 12'").await;
    assert_eq!(program.count("#history-list .message-row").await, 12);
    program.wait_for_text("history-sum", "24 messages").await;
    program.click("history-newest").await;
    program.wait_until("document.querySelector('#history-list .message-row-text')?.innerText === 'Message 0'").await;
    assert_eq!(
        (program.count("#history-list .message-row").await, program.value("history-jump").await),
        (24, String::new())
    );
    program.wait_gone("history-newest").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_message_comes_in_by_itself_and_changes_before_ones_eyes() {
    let room = Room::new().await;
    room.keep_key();
    room.put([numbered(1).at(clock::now() - 1)]);
    let options = ProgramOptions { undo_seconds: 20, ..room.options() };
    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    go_to(&program, "history").await;
    shows(&program, &["Message 1"]).await;
    go_to(&program, "new-message").await;
    write_and_send(&program, "0171 1234567", "The new one").await;
    program.wait_for(".undo-bar").await;
    go_to(&program, "history").await;
    shows(&program, &["The new one", "Message 1"]).await;
    program.wait_for_text("#history-list .message-row[data-state=queued]", "Sending soon").await;
    program.type_into("history-search", "message").await;
    shows(&program, &["Message 1"]).await;

    program.click(".undo-bar [data-verb=send-now]").await;
    room.notification("Sent to +49 171 1234567", "The new one");
    program.replace("history-search", "new one").await;
    program.wait_for_text("#history-list .message-row[data-state=sent]", "The new one").await;
    program.wait_for_text("history-sum", "1 message · 1 SMS part · €0.075").await;
    assert_eq!(room.only_entry().text.as_deref(), Some("The new one"));
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_keyboard_a_message_is_reached_opened_and_left_again() {
    let room = Room::new().await;
    room.put(three());
    let program = in_the_history(&room).await;
    shows(&program, &[CLARAS, BILALS, ANNAS]).await;
    program.click("history-search").await;
    while !on_row(&program, CLARAS).await {
        room.desktop.key("Tab");
    }
    room.desktop.key("Down");
    program.wait_until(&has_focus(BILALS)).await;
    room.desktop.key("Return");
    program.wait_for("detail-dialog").await;
    assert_eq!(program.text("detail-text").await, BILALS);
    program.wait_for_focus("detail-close").await;
    room.desktop.key("Escape");
    program.wait_gone("detail-dialog").await;
    program.wait_until(&has_focus(BILALS)).await;
    room.desktop.key("Up");
    program.wait_until(&has_focus(CLARAS)).await;
}

const ANNAS: &str = "Ihr Arzttermin ist um 15 Uhr.";
const BILALS: &str = "Die Straße ist gesperrt. Bitte über Łódź fahren.";
const CLARAS: &str = "Neuerscheinung: \"100 % Café\" – jetzt!";

fn three() -> [Past; 3] {
    let now = clock::now();
    [
        Past::to("+491719870543").named("Anna Müller").saying(ANNAS).at(now - 2),
        Past::to("+4917612345678").named("Bilal Yılmaz").saying(BILALS).at(now - 1),
        Past::to("+436641234567").saying(CLARAS).at(now),
    ]
}

fn numbered(number: i64) -> Past {
    Past::to("+491711234567").saying(&format!("Message {number}"))
}

async fn in_the_history(room: &Room) -> Program<'_> {
    let program = room.start_with_key().await;
    go_to(&program, "history").await;
    program.wait_for("#history-list .message-row").await;
    program
}

/// Waits until exactly these are listed.
async fn shows(program: &Program<'_>, wanted: &[&str]) {
    let listed =
        "JSON.stringify([...document.querySelectorAll('#history-list .message-row-text')].map(text => text.innerText))";
    program.wait_until(&format!("{listed} === JSON.stringify({})", json!(wanted))).await;
}

async fn texts(program: &Program<'_>) -> Vec<String> {
    strings(program, "[...document.querySelectorAll('#history-list .message-row-text')].map(text => text.innerText)")
        .await
}

async fn strings(program: &Program<'_>, expression: &str) -> Vec<String> {
    let found: Value = program.script(&format!("return {expression}"), Vec::new()).await;
    serde_json::from_value(found).unwrap()
}

/// Goes to one end of what is listed, as a hand does: never twice to the same spot, until this message is there. Notes
/// how many rows there were at most.
async fn go_to_end(program: &Program<'_>, direction: &str, text: &str) {
    let step = format!(
        "(main => {{
            window.away = 3 - (window.away ?? 0);
            main.scrollTop = '{direction}' === 'up' ? window.away : main.scrollHeight - main.clientHeight - window.away;
            const rows = [...main.querySelectorAll('#history-list .message-row-text')];
            window.most = Math.max(window.most ?? 0, rows.length);
            return rows.at('{direction}' === 'up' ? 0 : -1).innerText === {};
        }})(document.querySelector('#main'))",
        json!(text)
    );
    program.wait_until(&step).await;
}

/// The month of so many days ago, as the lists of months name it.
async fn month(program: &Program<'_>, days: i64) -> String {
    let then = format!("new Date(Date.now() - {days} * 86400000)");
    let name = format!("[`${{{then}.getFullYear()}}-${{String({then}.getMonth() + 1).padStart(2, '0')}}`]");
    strings(program, &name).await.remove(0)
}

fn has_focus(text: &str) -> String {
    let row = "document.activeElement.closest('.message-row')?.querySelector('.message-row-text').innerText";
    format!("document.activeElement.matches('.message-row-open') && {row} === {}", json!(text))
}

async fn on_row(program: &Program<'_>, text: &str) -> bool {
    program.script(&format!("return {}", has_focus(text)), Vec::new()).await == true
}
