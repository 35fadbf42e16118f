//! Order among contacts and templates: pairs that share a number, earlier imports, the order of the templates, names
//! that are filled in late, and the letters by keyboard.

use std::ops::ControlFlow;

use famulor_sms_core::clock;
use famulor_sms_core::exchange::{self, Known, Rules, Source};
use famulor_sms_core::history::Style;
use famulor_sms_core::types::{DuplicateChoice, ImportProgress};
use famulor_sms_tests::{Program, paper};

use crate::room::{Room, go_to, outcome};

const TWO: &str = "Vorname,Nachname,Handy\nAnna,Beck,0171 1234567\nBilal,Kaya,0160 7654321\n";

#[tokio::test(flavor = "multi_thread")]
async fn two_contacts_with_one_number_become_one_and_two_again() {
    let room = Room::new().await;
    let program = with_the_same_number(&room).await;
    program.wait_for_text("contacts-same-number", "2 contacts share a number").await;
    program.click("contacts-same-number").await;
    program.wait_for("#same-number-list .pair-row").await;
    program.click("#same-number-list button").await;
    program.wait_for_text("same-number-list", "one contact now: Anna Beck").await;
    assert_eq!(number_of_contacts(&room), "1");
    program.wait_until("document.activeElement.closest('.pair-row') !== null").await;
    room.desktop.key("Return");
    program.wait_for_text("same-number-status", "two contacts again").await;
    assert_eq!(number_of_contacts(&room), "2");

    program.click("#same-number-list button").await;
    program.wait_for_text("same-number-list", "one contact now").await;
    program.click("same-number-back").await;
    program.wait_gone("contacts-same-number").await;
    program.click("undo-notice-undo").await;
    program.wait_for_text("contacts-same-number", "2 contacts share a number").await;
    assert_eq!(number_of_contacts(&room), "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_import_is_undone_after_a_question() {
    let room = Room::new().await;
    import(&room);
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    program.click("contacts-imports").await;
    program.wait_for_text("imports-list", "Kontakte.csv").await;
    program.wait_for_text("imports-list", "2 contacts").await;
    program.click("#imports-list button").await;
    program.wait_for_text("confirm-text", "Kontakte.csv").await;
    program.click("confirm-back").await;
    assert_eq!(number_of_contacts(&room), "2");
    program.click("#imports-list button").await;
    program.wait_for("confirm-dialog").await;
    program.click("confirm-yes").await;
    program.wait_for_text("imports-status", "2 contacts are deleted").await;
    assert_eq!(number_of_contacts(&room), "0");
    program.click("imports-back").await;
    program.wait_gone("contacts-imports").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_moved_by_keyboard_and_keeps_its_place() {
    let room = Room::new().await;
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    program.wait_for(".template-row").await;
    let names = || async { program.script(NAMES, Vec::new()).await };
    let before = names().await;
    program.script("document.querySelectorAll('[data-verb=up]')[2].focus()", Vec::new()).await;
    room.desktop.key("Return");
    program.wait_for_text("templates-status", "number 2 of").await;
    program.wait_until("document.activeElement.dataset.verb === 'up'").await;
    room.desktop.key("Return");
    program.wait_for_text("templates-status", "number 1 of").await;
    program.wait_until("document.activeElement.dataset.verb === 'down'").await;
    let after = names().await;
    assert_eq!((&after[0], &after[1], &after[2]), (&before[2], &before[0], &before[1]));
    go_to(&program, "contacts").await;
    go_to(&program, "templates").await;
    assert_eq!(names().await, after);
    let first = room.database().answer("SELECT name FROM template WHERE position = 0");
    assert_eq!(first.as_deref(), after[0].as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_filled_when_its_recipient_is_chosen_after_it() {
    let room = Room::new().await;
    import(&room);
    let program = room.start_with_key().await;
    go_to(&program, "templates").await;
    program.click("template-new").await;
    program.type_into("template-name", "Grüße").await;
    program.type_into("template-body", "Hello {first name} of {organisation}").await;
    program.click("template-form-save").await;
    program.wait_for_text("templates-list", "Grüße").await;
    go_to(&program, "new-message").await;
    program.click("insert-template").await;
    program.type_into("template-search", "Grüße").await;
    program.wait_until("document.querySelectorAll('#template-choices button').length === 1").await;
    program.click("#template-choices button").await;
    program.wait_until("document.querySelector('#text').value.startsWith('Hello {first name}')").await;
    room.desktop.key("ctrl+End");
    program.type_into("text", " {last name}").await;
    program.type_into("recipient", "Anna").await;
    program.wait_for("[role=option]").await;
    room.desktop.key("Down");
    room.desktop.key("Return");
    program.wait_until("document.querySelector('#text').value.startsWith('Hello Anna of {organisation}')").await;
    assert!(program.value("text").await.ends_with("{last name}"));
    program.wait_for_text("text-unfilled-list", "{organisation}").await;
    program.wait_for_focus("recipient").await;
    program.click("send").await;
    program.wait_for_text("text-error", "organisation").await;
    room.assert_nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_letters_are_one_stop_and_a_name_comes_with_its_number() {
    let room = Room::new().await;
    import(&room);
    let program = room.start_with_key().await;
    go_to(&program, "contacts").await;
    program.wait_for(".contacts-letter[data-letter=K]").await;
    program.click("contacts-favourites").await;
    program.click("contacts-favourites").await;
    program.wait_for(".contacts-letter[data-letter=K]").await;
    room.desktop.key("Tab");
    room.desktop.key("End");
    program.wait_until("document.activeElement.dataset.letter === 'K'").await;
    room.desktop.key("Return");
    program.wait_until("document.querySelectorAll('#contacts-list .contact-row').length === 1").await;
    assert_eq!(program.script("return document.activeElement.dataset.letter", Vec::new()).await, "K");
    room.desktop.key("Tab");
    program.wait_until("!document.activeElement.closest('#contacts-letters')").await;

    go_to(&program, "new-message").await;
    program.paste_into("recipient", "Clara Kern <0160 1112223>").await;
    program.type_into("text", "Guten Tag").await;
    program.click("send").await;
    assert_eq!(outcome(&program).await, "sent");
    program.wait_for("save-contact-panel").await;
    assert_eq!(program.value("contact-name").await, "Clara Kern");
}

const NAMES: &str = "return [...document.querySelectorAll('.template-row-name')].map(name => name.innerText)";

/// Anna and Bilal, from a file.
pub(crate) fn import(room: &Room) {
    let store = paper::open(&room.data());
    let rules = Rules { country: "DE".parse().unwrap(), style: Style::English, now: clock::now() };
    let source = Source::open(TWO.as_bytes(), rules.style).unwrap();
    let mut go_on = |_: ImportProgress| ControlFlow::Continue(());
    let plan = source.plan(&source.mapping(), &rules, &Known::new(), &mut go_on).unwrap();
    let imported =
        store.now(|c| exchange::import(c, &plan, "Kontakte.csv", DuplicateChoice::Skip, clock::now(), &mut go_on));
    assert_eq!(imported.unwrap().added, 2);
    store.close_well().unwrap();
}

/// Two contacts with one number, in the list.
pub(crate) async fn with_the_same_number(room: &Room) -> Program<'_> {
    let program = room.start_with_key().await;
    let save = "const { invoke } = window.__TAURI_INTERNALS__;
        const numbers = [{ label: '', number: '0171 1234567' }];
        return invoke('save_contact_form', { form: { given: arguments[0], family: arguments[1], numbers } })";
    for (given, family) in [("Anna", "Beck"), ("A.", "Beck")] {
        program.script(save, vec![given.into(), family.into()]).await;
    }
    go_to(&program, "contacts").await;
    program
}

fn number_of_contacts(room: &Room) -> String {
    room.database().answer("SELECT CAST(count(*) AS TEXT) FROM contact").unwrap_or_default()
}
