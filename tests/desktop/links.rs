//! `sms:` and `tel:` links: they open the form filled in, at the start and in the running program. None of them sends.

use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{BareProgram, Database, Program, ProgramOptions};
use serde_json::json;

use crate::closing::{home, settled_at_home};
use crate::later::send_later;
use crate::room::{Room, can_send, focused, go_to, go_to_key_step, outcome, queue, write};

const LINK: &str = "sms:+491711234567?body=Guten%20Tag";
const NEWER: &str = "tel:+491721234567";
const HALF: &str = "Half a sen";
const WINDOW: &str = "Famulor SMS$";

#[tokio::test(flavor = "multi_thread")]
async fn a_link_at_the_start_fills_the_form_and_only_the_person_sends_it() {
    let room = Room::new().await;
    room.keep_key();
    let program = Program::start(&room.desktop, &with_link(room.options(), LINK)).await;
    can_send(&program).await;
    is_written(&program, "+491711234567", "Guten Tag").await;
    program.wait_for_text("recipient-hint", "+49 171 1234567 · Germany").await;
    // What is typed next goes behind the text.
    program.wait_for_focus("text").await;
    program.wait_gone("link-bar").await;
    room.assert_nothing_was_sent();
    let kept = || room.database().answer("SELECT body FROM draft").as_deref() == Some("Guten Tag");
    assert!(wait_until(PATIENCE, kept), "the text is a draft like any other");

    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().to.as_deref(), Some("+491711234567"));
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_first_run_is_over_the_form_is_filled_and_says_what_is_missing() {
    let room = Room::new().await;
    let program = Program::start(&room.desktop, &with_link(room.options(), LINK)).await;
    program.wait_for(".notice[data-kind=key-missing]").await;
    is_written(&program, "+491711234567", "Guten Tag").await;
    program.wait_for("new-message").await;
    program.wait_gone("first-run").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_entering_the_key_goes_on_with_it() {
    let room = Room::new().await;
    let program = Program::start(&room.desktop, &settled_at_home(&room)).await;
    go_to_key_step(&program).await;
    program.type_into("first-run-api-key", "47").await;
    open(&room, LINK);
    program.wait_for_text("link-words", "A link wants to write to +491711234567.").await;
    room.desktop.type_text("11");
    program.wait_until("document.querySelector('#first-run-api-key').value === '4711'").await;
    program.click("link-take").await;
    is_written(&program, "+491711234567", "Guten Tag").await;
    program.wait_for("new-message").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_practice_a_link_fills_the_form_as_well() {
    let room = Room::new().await;
    let options = ProgramOptions { simulator_url: None, ..with_link(room.options(), "--practice") };
    let program = Program::start(&room.desktop, &with_link(options, LINK)).await;
    can_send(&program).await;
    is_written(&program, "+491711234567", "Guten Tag").await;
    assert!(program.text("send").await.starts_with("Practice"));
    assert_eq!(Database::in_folder(&room.data().join("practice")).messages(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_being_written_at_the_last_end_is_not_touched_by_a_link_at_the_start() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 7654321", HALF).await;
    program.close().await;
    let program = Program::start(&room.desktop, &with_link(room.options(), LINK)).await;
    program.wait_for_text("link-words", "A link wants to write to +491711234567.").await;
    is_written(&program, "0171 7654321", HALF).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_hands_its_link_to_the_running_program() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    open(&room, LINK);
    is_written(&program, "+491711234567", "Guten Tag").await;
    assert_eq!(focused(&program).await, "text");
    nothing_was_sent(&room);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_writing_keeps_focus_and_text_and_only_the_newest_link_waits() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    write(&program, "0171 7654321", HALF).await;
    open(&room, LINK);
    program.wait_for_text("link-words", "A link wants to write to +491711234567.").await;
    room.desktop.type_text("tence");
    program.wait_until("document.querySelector('#text').value === 'Half a sentence'").await;
    open(&room, NEWER);
    program.wait_for_text("link-words", "A link wants to write to +491721234567.").await;
    assert!(!program.page_text().await.contains("+491711234567"), "the older link is gone");
    room.desktop.type_text(".");
    program.wait_until("document.querySelector('#text').value === 'Half a sentence.'").await;
    assert_eq!(program.value("recipient").await, "0171 7654321");
    assert_eq!(program.axe().await, Vec::<String>::new());

    program.click("link-take").await;
    is_written(&program, "+491721234567", "").await;
    program.wait_gone("link-bar").await;
    program.wait_for_text("kept-drafts-list", "Half a sentence.").await;
    assert_eq!(focused(&program).await, "text");
    program.click("#kept-drafts-list [data-verb=go-on]").await;
    is_written(&program, "0171 7654321", "Half a sentence.").await;
    nothing_was_sent(&room);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_discarded_leaves_everything_as_it_is() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    write(&program, "0171 7654321", HALF).await;
    open(&room, LINK);
    program.wait_for("link-bar").await;
    program.click("link-discard").await;
    program.wait_gone("link-bar").await;
    is_written(&program, "0171 7654321", HALF).await;
    assert_eq!(focused(&program).await, "text");
    assert_eq!(program.count("#kept-drafts-list li").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_searches_or_has_a_dialog_open_is_not_disturbed_and_who_only_looks_is_shown_the_form() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    go_to(&program, "contacts").await;
    program.click("contacts-empty-new").await;
    program.wait_for("contact-form-dialog").await;
    open(&room, LINK);
    program.wait_for_text("link-words", "+491711234567").await;
    assert!(program.attribute("contact-form-dialog", "open").await.is_some());
    room.desktop.key("Escape");
    program.wait_gone("contact-form-dialog").await;
    assert_eq!(program.value("recipient").await, "");

    program.click("nav-settings").await;
    program.click("signature").await;
    open(&room, NEWER);
    program.wait_for_text("link-words", "+491721234567").await;
    assert_eq!(focused(&program).await, "signature");

    go_to(&program, "outbox").await;
    open(&room, LINK);
    program.wait_for("new-message").await;
    is_written(&program, "+491711234567", "Guten Tag").await;
    program.wait_gone("link-bar").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_during_a_countdown_fills_the_form_and_the_message_can_still_be_taken_back() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    program.set("undo-seconds", "20").await;
    queue(&program, "0171 7654321", "First").await;
    program.wait_for(".undo-bar").await;
    open(&room, LINK);
    is_written(&program, "+491711234567", "Guten Tag").await;
    program.click(".undo-bar [data-verb=undo]").await;
    program.wait_for_text("kept-drafts-list", "First").await;
    is_written(&program, "+491711234567", "Guten Tag").await;
    assert_eq!(room.simulator.ledger(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_window_comes_back_with_the_link() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    send_later(&program, "0171 7654321", "Later").await;
    program
        .script("setTimeout(() => window.__TAURI_INTERNALS__.invoke('close_window', { choice: 'hide' }))", Vec::new())
        .await;
    assert!(wait_until(PATIENCE, || !room.desktop.shows_window(WINDOW)), "the window is still there");
    open(&room, LINK);
    assert!(wait_until(PATIENCE, || room.desktop.shows_window(WINDOW)), "the window does not come back");
    is_written(&program, "+491711234567", "Guten Tag").await;
    assert_eq!(room.simulator.ledger(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_recipients_extensions_and_what_is_missing_are_named() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    open(&room, "sms:+491711234567,+491721234567,22333?body=Hallo");
    is_written(&program, "+491711234567", "Hallo").await;
    program.wait_for_text("link-words", "The link also names +491721234567, 22333.").await;
    program.wait_gone("link-take").await;
    program.click("link-dismiss").await;
    program.wait_gone("link-bar").await;
    is_written(&program, "+491711234567", "Hallo").await;

    open(&room, &format!("tel:+49-30-23125001;ext=12?body={}", "a".repeat(100_000)));
    program.wait_for_text("link-words", "A link wants to write to +49-30-23125001.").await;
    program.wait_for_text("link-words", "No SMS can reach the extension 12; it was left out.").await;
    program.wait_for_text("link-words", "The link was too long: its end is missing.").await;
    program.click("link-take").await;
    program.wait_until("document.querySelector('#text').value.length > 1900").await;
    program.wait_for_text("link-words", "it was left out. The link was too long").await;
    nothing_was_sent(&room);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_link_is_text_and_nothing_else() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    let mark = "window.hacked = 0; window.images = document.images.length";
    program.script(mark, Vec::new()).await;
    let html = "%3Cimg%20src=x%20onerror=window.hacked=1%3E%3Cscript%3Ewindow.hacked=1%3C/script%3E";
    open(&room, &format!("sms:{html}?body={html}%00%E2%80%AE{{{{name}}}}"));
    program.wait_until("document.querySelector('#text').value !== ''").await;
    let text = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>{{name}}";
    assert_eq!(program.value("text").await, text);
    let recipient = program.value("recipient").await;
    assert!(recipient.starts_with("img src=x onerror"), "{recipient}");
    program.click("send").await;
    program.wait_for_text("recipient-error", "not a phone number").await;

    // In the bar, too.
    open(&room, &format!("tel:{html}"));
    program.wait_for_text("link-words", "img src=x onerror").await;
    let same = program.script("return [window.hacked, document.images.length - window.images]", Vec::new()).await;
    assert_eq!(same, json!([0, 0]));
    nothing_was_sent(&room);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_with_nonsense_only_shows_the_window() {
    let room = Room::new().await;
    let program = start_at_home(&room).await;
    for nonsense in ["sms:", "https://example.com/", "file:///etc/passwd", "--nothing", ""] {
        open(&room, nonsense);
    }
    open(&room, NEWER);
    is_written(&program, "+491721234567", "").await;
    assert_eq!(program.count("#kept-drafts-list li").await, 0);
    nothing_was_sent(&room);
}

fn with_link(mut options: ProgramOptions, link: &str) -> ProgramOptions {
    options.args.push(link.to_owned());
    options
}

/// The program as the desktop starts it, which a second start finds.
async fn start_at_home(room: &Room) -> Program<'_> {
    room.keep_key();
    let program = Program::start(&room.desktop, &settled_at_home(room)).await;
    can_send(&program).await;
    program
}

/// Opens a link as the desktop does: with a second start, which ends when the running program has it.
fn open(room: &Room, link: &str) {
    let second = BareProgram::start(&room.desktop, &with_link(settled_at_home(room), link));
    assert_eq!(second.wait_for_end(), Some(0), "{}", room.desktop.log("program"));
}

async fn is_written(program: &Program<'_>, recipient: &str, text: &str) {
    let (recipient, text) = (json!(recipient), json!(text));
    let wanted = format!(
        "document.querySelector('#recipient').value === {recipient} && document.querySelector('#text').value === {text}"
    );
    program.wait_until(&wanted).await;
}

fn nothing_was_sent(room: &Room) {
    assert_eq!(room.simulator.ledger(), []);
    assert_eq!(Database::in_folder(&home(room)).messages(), []);
}
