//! What a text costs and why: said beside it while it is written, and compared with the bill afterwards.

use famulor_simulator::Behaviour;
use famulor_sms_tests::Program;
use serde_json::json;

use crate::layout::place_of_send;
use crate::looks::Looks;
use crate::room::{Room, go_to, send, write};
use crate::text_marks::COSTLY;

/// Every announcement of the text from now on goes to `window.heard`.
const HEAR: &str = "window.heard = []; const place = document.querySelector('#text-status');
    new MutationObserver(() => heard.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true })";

#[tokio::test(flavor = "multi_thread")]
async fn the_price_is_learned_from_the_last_bill_and_the_balance_goes_with_it() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.type_into("text", "One").await;
    program.wait_for_text("text-cost", "No price yet: it depends on the recipient. Balance now:\u{a0}100.67.").await;
    write(&program, "0171 1234567", "One").await;
    program.wait_for_text("text-cost", "No price known yet for Germany").await;
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    assert_eq!(program.text("text-cost").await, "");

    write(&program, "0171 7654321", &"a".repeat(170)).await;
    program.wait_for_text("text-cost", "About €0.15, from your last SMS to Germany, ").await;
    program.wait_for_text("text-cost", "Balance after it:\u{a0}100.44.").await;
    program
        .wait_for_text("text-meter", "170 of 300 characters · 2 SMS parts · standard characters · room for 136 more")
        .await;
    program.choose("sender", "2").await;
    program.wait_for_text("text-cost", "from another sender").await;
    program.set("language", "de").await;
    program.wait_for_text("text-cost", "Etwa 0,15\u{a0}€, nach Ihrer letzten SMS dorthin (Deutschland, ").await;
    program.wait_gone("text-short").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_balance_that_will_not_do_is_said_before_sending_and_counts_what_is_to_be_sent_before() {
    let room = Room::new().await;
    room.simulator.set_account(|account| account.balance = "0.25".parse().unwrap());
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    write(&program, "0171 7654321", &"a".repeat(170)).await;
    program.wait_for_text("text-cost", "Balance after it:\u{a0}0.02").await;
    program.wait_gone("text-short").await;
    program.click("later-toggle").await;
    program.click("send").await;
    program.wait_until("document.querySelector('#text').value === ''").await;

    program.script(HEAR, Vec::new()).await;
    write(&program, "0171 7654321", "Two").await;
    program.wait_for("text-short").await;
    let warning = program.text("text-short-words").await;
    for part in ["it is 0.17.", "About 0.15 of it is for what is to be sent before.", "it would be -0.05."] {
        assert!(warning.contains(part), "{part:?} is not in {warning:?}");
    }
    assert!(!program.text("text-cost").await.contains("Balance"));
    assert_eq!(heard(&program).await, ["1 SMS part", "1 SMS part · The balance will not do."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_reader_hears_of_the_text_only_when_its_parts_or_a_limit_change() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.type_into("recipient", "0171 1234567").await;
    program.script(HEAR, Vec::new()).await;
    program.click("text").await;
    for _ in 0..8 {
        room.desktop.type_text("twenty letters here.");
    }
    program.wait_for_text("text-meter", "160 of 300").await;
    assert_eq!(heard(&program).await, ["1 SMS part"]);
    room.desktop.type_text("and more");
    program.wait_for_text("text-meter", "168 of 300").await;
    assert_eq!(heard(&program).await, ["1 SMS part", "2 SMS parts"]);
    for _ in 0..4 {
        program.paste_into("text", &"a".repeat(40)).await;
    }
    program.wait_for_text("text-meter", "28 characters too many").await;
    assert_eq!(heard(&program).await.last().unwrap(), "3 SMS parts · 28 characters too many");
    let live = "const speaks = '[role=status], [role=alert], [aria-live]';
        return [...document.querySelectorAll('.beside-text, .beside-text *')].filter(part => part.matches(speaks)).length";
    assert_eq!(program.script(live, Vec::new()).await, 0, "nothing else under the text speaks");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_jumps_when_a_price_a_mark_or_a_quiet_line_comes() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    for size in [(1000, 740), (360, 640)] {
        room.desktop.resize_window("Famulor SMS$", size);
        program.wait_until(&format!("innerWidth === {}", size.0)).await;
        write(&program, "0171 1234567", "Guten Tag").await;
        program.wait_for_text("text-cost", "About").await;
        let before = place_of_send(&program).await;
        program.replace("text", "Guten Tag, please reply").await;
        program.wait_for("hint-asks-for-reply").await;
        assert_eq!(place_of_send(&program).await, before, "a quiet line at {size:?}");
        program.replace("text", COSTLY).await;
        program.wait_for("text-costly").await;
        program.wait_gone("hint-asks-for-reply").await;
        assert_eq!(place_of_send(&program).await, before, "costly characters at {size:?}");
        program.replace("text", "").await;
        program.wait_until("document.querySelector('#text-cost').innerText === ''").await;
        assert_eq!(place_of_send(&program).await, before, "an empty text at {size:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_line_is_silenced_undone_and_switched_on_again_in_the_settings() {
    let room = Room::new().await;
    room.know("Anna", "Müller", "0171 1234567");
    let program = room.start_with_key().await;
    let text = "Guten Tag Frau Meier, der Termin steht. Please reply.";
    write(&program, "0171 1234567", text).await;
    program.wait_for_text("hint-asks-for-reply", "“reply”: replies do not arrive here.").await;
    program.wait_gone("hint-other-salutation").await;
    program.click("hint-asks-for-reply-silence").await;
    program.wait_gone("hint-asks-for-reply").await;
    program.wait_for_focus("text").await;
    program.click("undo-notice-undo").await;
    program.wait_for("hint-asks-for-reply").await;
    program.click("hint-asks-for-reply-silence").await;
    program.wait_gone("hint-asks-for-reply").await;

    go_to(&program, "settings").await;
    let chosen =
        "return ['asks-for-reply', 'other-salutation'].map(kind => document.querySelector(`#show-${kind}`).checked)";
    assert_eq!(program.script(chosen, Vec::new()).await, json!([false, false]), "the salutation is off at first");
    program.click("show-asks-for-reply").await;
    program.click("show-other-salutation").await;
    go_to(&program, "new-message").await;
    program.wait_for("hint-asks-for-reply").await;
    program.wait_for_text("hint-other-salutation", "The text says “Frau Meier”, but it goes to Anna Müller.").await;
    room.assert_nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_that_differs_is_shown_in_the_history_and_beside_the_next_text() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(send(&program, "0171 1234567", "As expected").await, "sent");
    let data = json!({ "sms_id": "SMS_2", "segments": 2, "cost": 0.15, "currency": "EUR", "status": "sent" });
    room.simulator.misbehave_once(Behaviour::json(200, json!({ "message": "SMS sent successfully", "data": data })));
    assert_eq!(send(&program, "0171 1234567", "Dearer").await, "sent");
    write(&program, "0171 1234567", "Next").await;
    program.wait_for_text("text-drift", "was billed with 2 instead of 1 SMS parts").await;

    go_to(&program, "history").await;
    program.wait_for("#history-list .message-row").await;
    assert!(program.text("#history-list .message-row").await.contains("Billed otherwise than expected"));
    let marks = "return [...document.querySelectorAll('#history-list .message-row-differs')].filter(mark => !mark.hidden).length";
    assert_eq!(program.script(marks, Vec::new()).await, 1);
    program.click("#history-list .message-row-open").await;
    program.wait_for("detail-dialog").await;
    let flagged = "return [...document.querySelectorAll('#detail-facts [data-flagged]')].map(fact => fact.innerText)";
    let expected = json!(["2 billed, 1 predicted", "€0.15 billed, €0.075 expected"]);
    assert_eq!(program.script(flagged, Vec::new()).await, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_what_stands_beside_a_text() {
    let room = Room::new().await;
    room.know("Anna", "Müller", "0171 1234567");
    room.simulator.set_account(|account| account.balance = "0.10".parse().unwrap());
    let program = room.start_with_key().await;
    let data = json!({ "sms_id": "SMS_2", "segments": 2, "cost": 0.08, "currency": "EUR", "status": "sent" });
    room.simulator.misbehave_once(Behaviour::json(200, json!({ "message": "SMS sent successfully", "data": data })));
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    program.set("theme", "light").await;
    go_to(&program, "settings").await;
    program.click("show-other-salutation").await;
    go_to(&program, "new-message").await;
    let mut looks = Looks::of(&room, &program);
    write(&program, "0171 1234567", &format!("Frau Meier: {COSTLY} Please reply.")).await;
    for part in ["text-short", "text-costly", "text-drift", "hint-asks-for-reply", "hint-other-salutation"] {
        program.wait_for(part).await;
    }
    looks.at("a dear text").await;
    program.click("text-replace").await;
    looks.at("what would be replaced").await;
    program.click("text-replace-yes").await;
    looks.at("what was replaced").await;
    go_to(&program, "history").await;
    program.wait_for(".message-row-differs").await;
    looks.at("a bill that differs").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_text_is_in_the_windows_language_until_a_template_says_another() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    assert_eq!(program.attribute("text", "lang").await.as_deref(), Some("en"));
    assert_eq!(program.attribute("text", "spellcheck").await.as_deref(), Some("true"));
    program.set("language", "de").await;
    program.wait_until("document.querySelector('#text').lang === 'de'").await;
}

async fn heard(program: &Program<'_>) -> Vec<String> {
    let heard = program.script("return window.heard", Vec::new()).await;
    heard.as_array().unwrap().iter().map(|words| words.as_str().unwrap().to_owned()).collect()
}
