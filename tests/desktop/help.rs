//! Help: shortcuts by real keys, the menu, the guide, and diagnostics that hold nothing that anybody wrote.

use famulor_sms_tests::Program;
use serde_json::json;

use crate::room::{KEY, Room, go_to, outcome, queue, send, write};

const NAME: &str = "Annegret";
const FAMILY: &str = "Geheimrat";
const NUMBER: &str = "+491719876543";
const TEXT: &str = "The secret is under the mat";
const SIGNATURE: &str = "Kind regards, Department of Riddles";

#[tokio::test(flavor = "multi_thread")]
async fn every_view_and_its_search_are_a_key_away() {
    let room = Room::new().await;
    room.know(NAME, FAMILY, NUMBER);
    let program = room.start_with_key().await;
    for (key, view) in [("2", "outbox"), ("3", "history"), ("4", "contacts"), ("5", "templates"), ("6", "settings")] {
        press(&room, &program, &format!("ctrl+{key}"), &focus_on(&format!("{view}-title"))).await;
        assert_eq!(program.script("return document.body.dataset.view", Vec::new()).await, view);
    }
    press(&room, &program, "ctrl+1", &focus_on("recipient")).await;
    press(&room, &program, "ctrl+comma", &focus_on("settings-title")).await;
    press(&room, &program, "ctrl+4", &focus_on("contacts-title")).await;
    press(&room, &program, "ctrl+f", &focus_on("contacts-search")).await;
    press(&room, &program, "ctrl+1", &focus_on("recipient")).await;
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    press(&room, &program, "ctrl+f", &focus_on("history-search")).await;
    let keys = program.attribute("nav-settings", "aria-keyshortcuts").await;
    assert_eq!(keys.as_deref(), Some("Control+6 Control+,"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_message_begun_by_key_keeps_the_one_that_was_being_written() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", TEXT).await;
    press(&room, &program, "ctrl+n", "document.querySelector('#text').value === ''").await;
    program.wait_for_text("kept-drafts-list", TEXT).await;
    program.wait_for_focus("recipient").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_mark_is_a_sign_in_a_field_and_the_sheet_elsewhere() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.type_into("recipient", "0171 1234567").await;
    program.click("text").await;
    room.desktop.type_text("Ten or eleven?");
    program.wait_until("document.querySelector('#text').value === 'Ten or eleven?'").await;
    assert!(!is_open(&program, "shortcuts-dialog").await);
    press(&room, &program, "ctrl+3", &focus_on("history-title")).await;
    press(&room, &program, "question", "document.querySelector('#shortcuts-dialog').open").await;
    let sheet = program.text("shortcuts-list").await;
    assert!(sheet.contains("Ctrl + N") && sheet.contains("Begin a new message") && sheet.contains("F1"), "{sheet}");
    // Nothing goes on behind an open dialog.
    room.desktop.key("ctrl+1");
    press(&room, &program, "Escape", &focus_on("history-title")).await;
    assert_eq!(program.script("return document.body.dataset.view", Vec::new()).await, "history");
    press(&room, &program, "ctrl+1", "document.body.dataset.view === 'new-message'").await;
    assert_eq!(program.value("text").await, "Ten or eleven?");
    assert_eq!(room.simulator.ledger(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_belongs_to_the_text_as_long_as_there_is_one() {
    let room = Room::new().await;
    let program = room.start_with_undo(20).await;
    queue(&program, "0171 1234567", TEXT).await;
    program.click("text").await;
    room.desktop.type_text("More");
    program.wait_until("document.querySelector('#text').value === 'More'").await;
    press(&room, &program, "ctrl+z", "document.querySelector('#text').value === ''").await;
    assert_eq!(room.states(), ["queued"], "the field undid its own text");
    press(&room, &program, "ctrl+z", &format!("document.querySelector('#text').value === '{TEXT}'")).await;
    room.wait_for_states(&["cancelled"]);
    press(&room, &program, "ctrl+Return", "document.querySelector('#text').value === ''").await;
    program.click(".undo-bar [data-verb=send-now]").await;
    assert_eq!(outcome(&program).await, "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_help_menu_is_gone_through_by_arrows_and_opens_the_guide_with_its_pictures() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.script("document.querySelector('#help-button').focus()", Vec::new()).await;
    press(&room, &program, "Return", &focus_on("help-guide")).await;
    assert_eq!(program.attribute("help-button", "aria-expanded").await.as_deref(), Some("true"));
    press(&room, &program, "Up", &focus_on("help-about")).await;
    press(&room, &program, "Home", &focus_on("help-guide")).await;
    press(&room, &program, "Escape", &focus_on("help-button")).await;
    assert_eq!(program.attribute("help-button", "aria-expanded").await.as_deref(), Some("false"));
    press(&room, &program, "F1", &focus_on("help-title")).await;
    program.wait_for_text("guide-content", "The outbox: what waits, what is unclear").await;
    program.wait_for_text("guide-content", "Ctrl + N").await;
    let pictures = "[...document.querySelectorAll('#guide-content img')].map(image => (image.loading = 'eager', image))
        .every(image => image.complete && image.naturalWidth > 100 && image.alt !== '')";
    program.wait_until(pictures).await;
    assert_eq!(program.axe().await, Vec::<String>::new());
    program.click("help-button").await;
    program.click("help-about").await;
    program.wait_for_text("about-version", env!("CARGO_PKG_VERSION")).await;
    assert_eq!(program.axe().await, Vec::<String>::new());
    press(&room, &program, "Escape", &focus_on("help-button")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_help_menu_stays_in_the_window_when_that_changes_its_size() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.click("help-button").await;
    program.wait_for("help-menu").await;
    for size in [(360, 480), (1000, 740), (700, 480)] {
        room.desktop.resize_window("Famulor SMS$", size);
        program.wait_until(&format!("innerWidth === {} && innerHeight === {}", size.0, size.1)).await;
        let within =
            "(({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight)
            (document.querySelector('#help-menu').getBoundingClientRect())";
        program.wait_until(within).await;
    }
    assert!(
        program.script("return document.querySelector('#help-menu').matches(':popover-open')", vec![]).await == true
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn diagnostics_are_copied_and_hold_nothing_that_anybody_wrote() {
    let room = Room::new().await;
    room.know(NAME, FAMILY, NUMBER);
    let settings = json!({ "settings": { "undo_seconds": 0, "signature": SIGNATURE } });
    std::fs::create_dir_all(room.data()).unwrap();
    std::fs::write(room.data().join("settings.json"), settings.to_string()).unwrap();
    let program = room.start_with_key().await;
    write(&program, NUMBER, TEXT).await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(send(&program, "+15005550001", TEXT).await, "rejected");
    write(&program, "nobody", TEXT).await;
    program.click("send").await;
    program.wait_for("recipient-error").await;

    program.click("help-button").await;
    program.click("help-diagnostics").await;
    program.wait_for_text("diagnostics-status", "Copied").await;
    let shown = program.value("diagnostics-text").await;
    for line in
        ["famulor-sms: 0.", "key: stored", "messages sent: 1", "messages rejected (recipient): 1", "contacts: 1"]
    {
        assert!(shown.contains(line), "{line} is not in\n{shown}");
    }
    assert!(shown.contains(": error-recipient-not-a-number"), "{shown}");
    assert_eq!(program.axe().await, Vec::<String>::new());
    press(&room, &program, "Escape", &focus_on("help-button")).await;

    program.replace("text", "").await;
    program.click("text").await;
    press(&room, &program, "ctrl+v", "document.querySelector('#text').value !== ''").await;
    assert_eq!(program.value("text").await.trim(), shown.trim());
    let log = room.desktop.log("program");
    for secret in secrets(&room) {
        assert!(!shown.contains(&secret), "{secret} is in\n{shown}");
        assert!(!log.contains(&secret), "{secret} is in\n{log}");
    }
}

/// Everything that somebody wrote, or that belongs to somebody, in the forms in which it may turn up.
fn secrets(room: &Room) -> Vec<String> {
    let home = room.desktop.folder().display().to_string();
    let mut secrets: Vec<String> = [KEY, NAME, FAMILY, TEXT, SIGNATURE, "nobody", &home].map(str::to_owned).into();
    secrets.extend(
        [
            "9876543",
            "987 6543",
            "5005550001",
            "500-555",
            "500 555",
            "@",
            "3920001",
            "392 0001",
            "Beispiel GmbH",
            "Vertrieb",
        ]
        .map(str::to_owned),
    );
    for message in room.database().messages() {
        secrets.push(message.body);
    }
    secrets
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_row_is_deleted_the_next_one_has_the_focus() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    program.wait_for(".template-row").await;
    let rows = program.count(".template-row").await;
    let names = "[...document.querySelectorAll('.template-row-name')].map(name => name.innerText)";
    let third = program.script(&format!("return {names}[2]"), Vec::new()).await;
    program.script("document.querySelectorAll('.template-row [data-verb=delete]')[1].focus()", Vec::new()).await;
    press(&room, &program, "Return", &count_is(rows - 1)).await;
    let on = "document.activeElement.closest('.template-row')?.querySelector('.template-row-name').innerText";
    program.wait_until(&format!("{on} === {third}")).await;
    go_to(&program, "outbox").await;
    press(&room, &program, "ctrl+5", &focus_on("templates-title")).await;
    // Outside of fields the key for undo brings back what was deleted last.
    press(&room, &program, "ctrl+z", &count_is(rows)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_closes_a_form_and_what_was_typed_can_be_taken_up_again() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    program.wait_for("contact-new").await;
    program.script("document.querySelector('#contact-new').focus()", Vec::new()).await;
    press(&room, &program, "Return", "document.querySelector('#contact-form-dialog').open").await;
    // A row that stays empty is nothing typed.
    program.script("document.querySelector('#contact-number-add').click()", Vec::new()).await;
    press(&room, &program, "Escape", &focus_on("contact-new")).await;
    program.wait_gone("undo-notice").await;
    press(&room, &program, "Return", "document.querySelector('#contact-form-dialog').open").await;
    program.type_into("contact-given", NAME).await;
    press(&room, &program, "Escape", &focus_on("contact-new")).await;
    program.wait_for_text("undo-notice-words", "What you typed is still there").await;
    press(&room, &program, "ctrl+z", "document.querySelector('#contact-form-dialog').open").await;
    assert_eq!(program.value("contact-given").await, NAME);
    program.click("contact-form-save").await;
    program.wait_for_text("contact-title", NAME).await;
}

/// Presses keys and waits for what they do.
async fn press(room: &Room, program: &Program<'_>, keys: &str, done: &str) {
    program.wait_until("document.hasFocus()").await;
    room.desktop.key(keys);
    program.wait_until(done).await;
}

fn count_is(rows: usize) -> String {
    format!("document.querySelectorAll('.template-row').length === {rows}")
}

fn focus_on(id: &str) -> String {
    format!("document.activeElement.id === '{id}'")
}

async fn is_open(program: &Program<'_>, dialog: &str) -> bool {
    program.script("return document.getElementById(arguments[0]).open", vec![json!(dialog)]).await == true
}
