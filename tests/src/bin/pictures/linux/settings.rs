//! Pictures of the settings, card by card: no window shows them all.

use famulor_sms_tests::Program;
use serde_json::json;

use super::Camera;

/// A card is in view with what can be used last in it, since what has the focus is.
const SHOW_CARD: &str = "const card = document.getElementById(arguments[0]).closest('.card');
    [...card.querySelectorAll('input, select, textarea, button')].findLast(control => control.checkVisibility())?.focus()";

impl Camera<'_> {
    pub(super) async fn settings(&self, program: &Program<'_>) {
        self.go_to(program, "settings").await;
        self.take(program, "settings").await;
        let titles = "return [...document.querySelectorAll('#settings .card h2')]
            .filter(title => title.checkVisibility()).map(({ id }) => id)";
        let titles = program.script(titles, Vec::new()).await;
        for title in titles.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
            program.script(SHOW_CARD, vec![json!(title)]).await;
            self.take(program, title).await;
        }
    }
}
