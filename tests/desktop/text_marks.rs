//! Characters that make a text dear: marked in it, named, replaced where that is harmless, and brought back.

use famulor_sms_tests::Program;
use serde_json::{Value, json};

use crate::hands::tab_to;
use crate::room::{Room, outcome, write};

/// One part without its three typographic characters, three with them.
pub(crate) const COSTLY: &str = "„Guten Tag“ – Ihr Paket liegt bereit und kann ab zehn Uhr abgeholt werden. Bitte bringen Sie \
                      einen Ausweis mit. Wir freuen uns auf Sie, bis dann.";

fn plain() -> String {
    COSTLY.replace(['„', '“'], "\"").replace('–', "-")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_few_costly_characters_are_marked_named_replaced_and_brought_back() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", COSTLY).await;
    program.wait_for_text("text-costly-words", "3 characters make this 3 SMS parts instead of 1: „ · “ · –").await;
    assert_eq!(marked(&program).await, json!(["„", "“", "–"]));
    caret(&program, COSTLY.chars().position(|letter| letter == 'P').unwrap()).await;
    program.click("text-replace").await;
    program.wait_for("text-replace-panel").await;
    let pairs = "return [...document.querySelectorAll('#text-replace-list li')].map(pair => pair.textContent)";
    assert_eq!(program.script(pairs, Vec::new()).await, json!(["„ → \"", "“ → \"", "– → -"]));
    assert_eq!(program.value("text").await, COSTLY, "nothing is changed before it was shown");
    program.click("text-replace-yes").await;
    assert_eq!(program.value("text").await, plain());
    program.wait_for_text("text-meter", "1 SMS part · standard characters").await;
    program.wait_gone("text-costly").await;
    assert_eq!(program.count("#text-marks mark").await, 0);

    // The cursor is where it was, and what is written since stays.
    program.wait_for_focus("text").await;
    room.desktop.type_text("neues ");
    program.wait_for_text("text-replaced-words", "3 characters are replaced").await;
    program.click("text-replaced-undo").await;
    assert_eq!(program.value("text").await, COSTLY.replace("Paket", "neues Paket"));
    program.wait_for("text-costly").await;
    program.wait_gone("text-replaced").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn control_z_takes_the_replacing_back_in_one_step_and_loses_no_text() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    program.type_into("recipient", "0171 1234567").await;
    program.paste_into("text", COSTLY).await;
    program.wait_for("text-costly").await;
    program.click("text-replace").await;
    program.wait_for("text-replace-yes").await;
    program.click("text-replace-yes").await;
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(plain()))).await;
    room.desktop.key("ctrl+z");
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(COSTLY))).await;
    program.wait_for("text-costly").await;
    program.wait_gone("text-replaced").await;
    room.desktop.key("ctrl+shift+z");
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(plain()))).await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    assert_eq!(room.only_entry().text, Some(plain()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_replacing_is_done_by_keyboard_alone_and_escape_leaves_it() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    write(&program, "0171 1234567", COSTLY).await;
    program.wait_for("text-replace").await;
    tab_to(&room, &program, "text-replace").await;
    room.desktop.key("Return");
    program.wait_for("text-replace-panel").await;
    program.wait_for_focus("text-replace-yes").await;
    room.desktop.key("Escape");
    program.wait_gone("text-replace-panel").await;
    program.wait_for_focus("text-replace").await;
    room.desktop.key("Return");
    program.wait_for("text-replace-panel").await;
    room.desktop.key("Return");
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(plain()))).await;
    tab_to(&room, &program, "text-replaced-undo").await;
    room.desktop.key("Return");
    program.wait_until(&format!("document.querySelector('#text').value === {}", json!(COSTLY))).await;
    program.wait_for_focus("text").await;
    room.assert_nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_of_a_name_is_named_and_never_replaced() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let text = format!("Frau Şahin – {}", "a ".repeat(50));
    write(&program, "0171 1234567", text.trim()).await;
    program.wait_for_text("text-costly-words", "2 characters make this 2 SMS parts instead of 1: Ş · –").await;
    assert_eq!(marked(&program).await, json!(["Ş", "–"]));
    program.wait_gone("text-replace").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_marks_wrap_and_scroll_with_the_text_at_any_width() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(2);
    let texts = [
        format!("{COSTLY}\n\n  Zwei Leerzeichen   und {long}\n"),
        format!("“{}” a-b/c – {}\u{a0}\u{a0}\u{a0}Ende …", "Wort\u{a0}".repeat(12), "lang ".repeat(20)),
        "„\n\n\n\n\n\n\n\n“ – ".to_owned() + &"x".repeat(90),
        format!("Tab\tstop 😀 {}\t\tŞahin – {}", "und\tnoch ".repeat(9), "ein Wort ".repeat(9)),
    ];
    for text in texts {
        program.script("document.querySelector('#text').select()", Vec::new()).await;
        program.paste_into("text", &text).await;
        program.wait_until("document.querySelectorAll('#text-marks mark').length > 0").await;
        for size in [(1000, 740), (700, 600), (430, 560), (360, 480)] {
            room.desktop.resize_window("Famulor SMS$", size);
            program.wait_until(&format!("innerWidth === {}", size.0)).await;
            let same =
                "(({ scrollHeight, scrollTop, clientWidth }, layer) => Math.abs(scrollHeight - layer.scrollHeight) <= 1
                && scrollTop === layer.scrollTop && clientWidth === layer.clientWidth)
                (document.querySelector('#text'), document.querySelector('#text-marks'))";
            program.wait_until(same).await;
            program.script("document.querySelector('#text').scrollTop = 40", Vec::new()).await;
            program.wait_until(same).await;
        }
    }
}

async fn marked(program: &Program<'_>) -> Value {
    let marks = "return [...document.querySelectorAll('#text-marks mark')].map(mark => mark.textContent)";
    program.script(marks, Vec::new()).await
}

async fn caret(program: &Program<'_>, place: usize) {
    program
        .script("document.querySelector('#text').setSelectionRange(arguments[0], arguments[0])", vec![json!(place)])
        .await;
}
