//! axe-core finds nothing, in every view, both languages and both themes.

use famulor_simulator::Behaviour;
use famulor_sms_tests::Program;

use crate::room::{KEY, Room, can_send, go_to, send, set, write, write_and_send};

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_view_language_and_theme() {
    let room = Room::new().await;
    let program = room.start().await;
    let mut looks = Looks { program: &program, found: Vec::new() };
    program.wait_for("first-run").await;
    looks.at("the first run").await;
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
    assert!(looks.found.is_empty(), "{}", looks.found.join("\n\n"));
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
    program.wait_for(".message-row[data-state=unclear]").await;
    looks.at("the history").await;
}

/// Looks at the same view in both languages and both themes.
struct Looks<'a> {
    program: &'a Program<'a>,
    found: Vec<String>,
}

impl Looks<'_> {
    async fn at(&mut self, view: &str) {
        for (language, theme) in [("de", "light"), ("de", "dark"), ("en", "dark"), ("en", "light")] {
            set(self.program, "language", language).await;
            set(self.program, "theme", theme).await;
            let dressed = format!(
                "document.documentElement.lang === '{language}'
                && document.documentElement.dataset.theme === '{theme}'
                && document.getAnimations().every(animation => animation.effect.getTiming().iterations === Infinity)"
            );
            self.program.wait_until(&dressed).await;
            let found = self.program.axe().await;
            self.found.extend(found.into_iter().map(|what| format!("{view} ({language}, {theme}): {what}")));
        }
    }
}
