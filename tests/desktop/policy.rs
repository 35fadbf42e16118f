//! The organisation's policy on the real program: fixed settings that say so, what it forbids, and one that cannot be read.

use std::fs;

use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{Administered, Program, ProgramOptions};
use serde_json::Value;

use crate::room::{Room, can_send, go_to, send, write_and_send};

const SET: &str = "Set by your organisation.";
const TEXT: &str = "The meeting is at ten.";

const EVERYTHING: &str = r#"{
    "language": "en", "default_country": "AT", "sender": "+49 171 3920001", "keep_months": 12, "undo_seconds": 0,
    "allowed_countries": ["DE", "AT"], "messages_per_day": 2, "updates": false, "practice": false, "proxy": "none"
}"#;

/// How the program is started on that computer.
fn options(room: &Room, computer: &Administered) -> ProgramOptions {
    ProgramOptions { program: Some(computer.program()), ..room.options() }
}

async fn is_disabled(program: &Program<'_>, control: &str) -> bool {
    program.attribute(control, "disabled").await.is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_fixed_is_in_use_cannot_be_changed_and_says_who_has_set_it() {
    let room = Room::new().await;
    let Some(computer) = Administered::by_root(&room.desktop) else { return };
    computer.set_policy(EVERYTHING);
    room.keep_key();
    fs::create_dir_all(room.data()).unwrap();
    let preferred =
        r#"{"settings": {"undo_seconds": 20, "language": "de", "sender_id": 2, "proxy": "http://mine.example:1"}}"#;
    fs::write(room.data().join("settings.json"), preferred).unwrap();
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    can_send(&program).await;

    assert_eq!(program.value("sender").await, "1");
    assert!(is_disabled(&program, "sender").await);
    assert_eq!(program.text("sender-hint").await, SET);
    let other = "return document.querySelector('#sender option[value=\"2\"]').textContent";
    let other = program.script(other, Vec::new()).await;
    assert!(other.as_str().unwrap().ends_with("not allowed by your organisation"), "{other}");

    go_to(&program, "settings").await;
    for (control, value) in
        [("language", "en"), ("default-country", "AT"), ("keep-months", "12"), ("undo-seconds", "0"), ("proxy", "none")]
    {
        assert_eq!(program.value(control).await, value, "{control}");
        assert!(is_disabled(&program, control).await, "{control}");
        assert_eq!(program.text(&format!("{control}-set")).await, SET, "{control}");
    }
    assert!(is_disabled(&program, "start-practice").await);
    assert_eq!(program.text("practice-set").await, SET);
    assert!(!is_disabled(&program, "theme").await);
    let facts = program.text("settings-organisation-facts").await;
    for fact in ["+49 171 3920001", "Germany and Austria", "Messages a day2", "does not look for them", "Not available"]
    {
        assert!(facts.contains(fact), "{fact} is not in {facts}");
    }
    program.script("document.querySelector('#settings-organisation-card').scrollIntoView()", Vec::new()).await;
    program.drawn().await;
    let _ = program.picture("policy-settings");

    // Something of one's own can still be chosen, and nothing fixed gets into the file with it.
    program.set("theme", "dark").await;
    program.wait_until("document.documentElement.dataset.theme === 'dark'").await;
    let kept = || fs::read_to_string(room.data().join("settings.json")).unwrap();
    assert!(wait_until(PATIENCE, || kept().contains("dark")), "{}", kept());
    let kept: Value = serde_json::from_str(&kept()).unwrap();
    let kept = &kept["settings"];
    assert_eq!((&kept["undo_seconds"], &kept["sender_id"]), (&20.into(), &2.into()), "{kept}");
    assert_eq!((&kept["language"], &kept["proxy"]), (&"de".into(), &"http://mine.example:1".into()), "{kept}");
    let refused = program.promise("window.__TAURI_INTERNALS__.invoke('change_mode', { practice: true })").await;
    assert!(refused.unwrap_err().contains("Your organisation has set whether you practise"));
    program.close().await;

    // Without the policy it is as it was preferred.
    computer.remove_policy();
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    can_send(&program).await;
    assert_eq!(program.value("sender").await, "2");
    assert!(!is_disabled(&program, "sender").await);
    assert_eq!(program.text("send").await, "Senden");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_forbidden_is_refused_at_the_form_and_the_text_stays() {
    let room = Room::new().await;
    let Some(computer) = Administered::by_root(&room.desktop) else { return };
    computer.set_policy(EVERYTHING);
    room.keep_key();
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    can_send(&program).await;
    write_and_send(&program, "+33 6 12 34 56 78", TEXT).await;
    program.wait_for_text("recipient-error", "does not allow SMS to this country. Nothing was sent").await;
    assert_eq!(program.value("text").await, TEXT);
    room.assert_nothing_was_sent();

    // Numbers without a country are Austria's here.
    assert_eq!(send(&program, "0664 1234567", "One").await, "sent");
    assert_eq!(send(&program, "+49 171 1234567", "Two").await, "sent");
    write_and_send(&program, "+49 171 1234567", TEXT).await;
    program.wait_for_text("form-error", "allows 2 messages a day").await;
    assert_eq!(program.value("text").await, TEXT);
    assert_eq!(room.states(), ["sent", "sent"]);
    program.drawn().await;
    let _ = program.picture("policy-per-day");
    assert_eq!(room.texts_that_arrived(), ["One", "Two"]);
    assert_eq!(room.simulator.ledger()[0].to.as_deref(), Some("+436641234567"));
}

#[tokio::test(flavor = "multi_thread")]
async fn under_a_broken_policy_nothing_is_sent_the_text_is_kept_and_what_waited_asks() {
    let room = Room::new().await;
    let Some(computer) = Administered::by_root(&room.desktop) else { return };
    room.keep_key();
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    can_send(&program).await;
    let due = "Date.now() + 4000";
    let later = format!(
        "window.__TAURI_INTERNALS__.invoke('send_message', {{ form: {{ draft_id: crypto.randomUUID(), recipient: '+491711234567',
            sender_id: 1, body: 'For later', due_at: {due}, confirmed: false }} }})"
    );
    program.promise(&later).await.unwrap();
    program.kill9();

    computer.set_policy("{\"alowed_countries\": [\"DE\"]}");
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    can_send(&program).await;
    let notice = ".notice[data-kind=policy]";
    program.wait_for_text(notice, "“alowed_countries” is not known. Nothing is sent until that is mended").await;
    assert!(program.text(notice).await.contains("/etc/famulor-sms/policy.json"));
    write_and_send(&program, "0171 1234567", TEXT).await;
    program.wait_for_text("form-error", "cannot be read. Nothing was sent, and your text stays here").await;
    program.drawn().await;
    let _ = program.picture("policy-broken");
    assert!(
        wait_until(PATIENCE, || {
            let states = room.states();
            states == ["held (policy-broken)"] || states == ["held (restarted)"]
        }),
        "{:?}",
        room.states()
    );
    go_to(&program, "outbox").await;
    program.wait_for(notice).await;
    program.close().await;

    computer.set_policy("{}");
    computer.give_policy_away();
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    program.wait_for_text(notice, "others than administrators may change it").await;
    assert_eq!(program.value("text").await, TEXT);
    assert_eq!(room.simulator.ledger(), []);
    program.close().await;

    // Mended: what was written goes, once somebody presses Send.
    computer.remove_policy();
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    can_send(&program).await;
    assert_eq!(program.count(notice).await, 0);
    program.click("send").await;
    assert_eq!(crate::room::outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text.as_deref(), Some(TEXT));
}

#[tokio::test(flavor = "multi_thread")]
async fn practice_can_be_the_only_mode_or_none() {
    let room = Room::new().await;
    let Some(computer) = Administered::by_root(&room.desktop) else { return };
    computer.set_policy(r#"{"practice": true}"#);
    let program = Program::start(&room.desktop, &options(&room, &computer)).await;
    program.wait_for("practice-banner").await;
    assert_eq!(program.count("#leave-practice[hidden]").await, 1);
    go_to(&program, "settings").await;
    assert!(is_disabled(&program, "end-practice").await);
    program.close().await;

    computer.set_policy(r#"{"practice": false}"#);
    let practice = ProgramOptions { args: vec!["--practice".to_owned()], ..options(&room, &computer) };
    let program = Program::open(&room.desktop, &practice).await;
    program.wait_for_text("notices", "Your organisation has set whether you practise. Nothing was sent").await;
    program.close().await;
    assert_eq!(room.simulator.ledger(), []);
}
