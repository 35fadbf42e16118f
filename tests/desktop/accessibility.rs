//! axe-core finds nothing, in every view, both languages and both themes.

use famulor_simulator::Behaviour;
use famulor_sms_core::clock;
use famulor_sms_tests::Program;
use famulor_sms_tests::past::Past;

use crate::address_book;
use crate::looks::Looks;
use crate::room::{KEY, Room, can_send, go_to, go_to_key_step, queue, send, write, write_and_send};

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_view_language_and_theme() {
    let room = Room::new().await;
    let program = room.start().await;
    let mut looks = Looks::of(&room, &program);
    program.wait_for("first-run").await;
    looks.at("the first run").await;
    go_to_key_step(&program).await;
    looks.at("where the key is entered").await;
    program.type_into("first-run-api-key", "no key").await;
    program.click("first-run-store-key").await;
    program.wait_for("first-run-api-key-error").await;
    looks.at("the first run with an error").await;
    program.replace("first-run-api-key", KEY).await;
    program.click("first-run-store-key").await;
    program.wait_for("first-run-done").await;
    looks.at("the end of the first run").await;

    go_to(&program, "new-message").await;
    can_send(&program).await;
    looks.at("an empty message").await;
    write(&program, "0171 1234567", "Guten Tag 🙂").await;
    program.wait_for_text("recipient-hint", "+49").await;
    looks.at("a written message").await;
    write_and_send(&program, "Anna", "Guten Tag 🙂").await;
    program.wait_for("recipient-error").await;
    looks.at("a message with an error").await;
    several_outcomes(&room, &program, &mut looks).await;
    go_to(&program, "settings").await;
    looks.at("the settings").await;
    looks.found_nothing();
}

async fn several_outcomes(room: &Room, program: &Program<'_>, looks: &mut Looks<'_>) {
    assert_eq!(send(program, "+15005550001", "One").await, "rejected");
    room.simulator.misbehave_once(Behaviour::ResetAfterReading);
    assert_eq!(send(program, "0171 1234567", "Two").await, "unclear");
    looks.at("an unclear outcome").await;
    assert_eq!(send(program, "0171 1234567", "Three").await, "sent");
    looks.at("a good outcome").await;
    write_and_send(program, "0171 1234567", "Three").await;
    program.wait_for("ask-dialog").await;
    looks.at("the one question").await;
    program.click("ask-back").await;
    go_to(program, "history").await;
    program.wait_for("#history-list .message-row[data-state=unclear]").await;
    looks.at("the history").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_what_waits() {
    let room = Room::new().await;
    room.put(one_of_each());
    let program = room.start_with_undo(20).await;
    let mut looks = Looks::of(&room, &program);
    queue(&program, "0171 1234567", "Kann zurück").await;
    program.wait_for(".undo-bar").await;
    write(&program, "0171 1234568", "Etwas anderes").await;
    looks.at("a countdown").await;
    room.desktop.key("Escape");
    program.click("later-toggle").await;
    program.wait_for("later-day").await;
    looks.at("a time for later").await;
    program.click("send").await;
    program.wait_for_text("outcome-state", "To be sent").await;
    queue(&program, "0171 1234569", "Zurück").await;
    write(&program, "0171 1234568", "Noch etwas").await;
    program.click(".undo-bar [data-verb=undo]").await;
    program.wait_for("kept-drafts").await;
    looks.at("a text that was kept").await;
    go_to(&program, "outbox").await;
    for list in ["held", "unclear", "later"] {
        program.wait_for(&format!("#outbox-{list}-list .message-row")).await;
    }
    looks.at("the outbox").await;
    room.desktop.key("alt+F4");
    program.wait_for("close-dialog").await;
    looks.at("the question at the end").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_one_message_and_in_the_questions_about_it() {
    let room = Room::new().await;
    room.put(one_of_each());
    let program = room.start_with_key().await;
    let mut looks = Looks::of(&room, &program);
    go_to(&program, "history").await;
    program.wait_for("#history-list .message-row").await;
    program.click("history-filter-toggle").await;
    looks.at("the filters of the history").await;
    program.click("#history-list [data-state=unclear]").await;
    program.wait_for("detail-dialog").await;
    looks.at("an unclear message").await;
    program.click("detail-close").await;
    program.click("#history-list [data-state=sent]").await;
    program.wait_for("#detail-facts [data-flagged]").await;
    looks.at("a message that was billed otherwise").await;
    program.click("#detail-actions [data-verb=delete]").await;
    program.wait_for("confirm-dialog").await;
    looks.at("the question before deleting").await;
    program.click("confirm-back").await;
    program.click("detail-close").await;
    program.type_into("history-search", "nobody").await;
    program.wait_for("history-none").await;
    looks.at("a search that finds nothing").await;
    go_to(&program, "settings").await;
    program.click("forget-all").await;
    program.wait_for("confirm-dialog").await;
    looks.at("the question before forgetting everything").await;
    looks.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_where_contacts_and_templates_are_kept_in_order() {
    let room = Room::new().await;
    address_book::import(&room);
    let program = address_book::with_the_same_number(&room).await;
    let mut looks = Looks::of(&room, &program);
    program.wait_for("contacts-same-number").await;
    program.wait_for("contacts-imports").await;
    looks.at("the contacts").await;
    program.click("contacts-same-number").await;
    program.wait_for("#same-number-list .pair-row").await;
    looks.at("contacts that share a number").await;
    program.click("#same-number-list button").await;
    program.wait_for_text("same-number-status", "one contact now").await;
    looks.at("a pair that is one now").await;
    program.click("same-number-back").await;
    program.click("contacts-imports").await;
    program.wait_for("#imports-list .pair-row").await;
    looks.at("the earlier imports").await;
    program.click("#imports-list button").await;
    program.wait_for("confirm-dialog").await;
    looks.at("the question before an import is undone").await;
    program.click("confirm-back").await;
    program.click("imports-back").await;
    go_to(&program, "templates").await;
    program.wait_for(".template-row").await;
    looks.at("the templates").await;
    looks.found_nothing();
}

fn one_of_each() -> [Past; 4] {
    let (now, past) = (clock::now(), Past::to("+491711234567").named("Anna Beck"));
    [
        past.clone().that_is("held").at(now - 4),
        past.clone().that_is("unclear").at(now - 3),
        past.clone().that_is("rejected").at(now - 2),
        past.billed(2, "0.1500", Some("EUR")).from(2).at(now - 1),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_can_be_seen_on_everything_that_gets_it() {
    let room = Room::new().await;
    room.put(one_of_each());
    room.know("Anna", "Beck", "0171 1234567");
    let program = room.start_with_key().await;
    room.desktop.key("Tab");
    let mut found = Vec::new();
    for view in ["new-message", "outbox", "history", "contacts", "templates", "settings"] {
        go_to(&program, view).await;
        for theme in ["light", "dark"] {
            program.set("theme", theme).await;
            program.wait_until(&format!("document.documentElement.dataset.theme === '{theme}'")).await;
            program.drawn().await;
            found.extend(
                program.measure(&["focus"]).await.into_iter().map(|fault| format!("{view} ({theme}): {fault}")),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
