//! The first day of a new colleague, by keyboard alone, in both languages: short ways that begin where the one before has
//! ended, and one walk through all of it.

mod beginning;
mod finding;
mod walk;
mod writing;

use famulor_sms_tests::{DesktopOptions, Program};

use crate::hands::Hands;
use crate::room::{ENGLISH, Room, outcome};

/// The languages in which the program speaks, as the system names them.
const BOTH: [&str; 2] = ["de_DE", ENGLISH];

const RECIPIENT: &str = "0171 1234567";
const TEXT: &str = "The table is free from seven.";

/// The desk of a new colleague, whose computer speaks one of the languages.
struct Desk {
    room: Room,
    is_german: bool,
}

impl Desk {
    async fn in_language(language: &'static str) -> Self {
        Self::at(Room::with(DesktopOptions { language, ..DesktopOptions::default() }).await, language)
    }

    fn at(room: Room, language: &str) -> Self {
        Self { room, is_german: language != ENGLISH }
    }

    /// What the program says here.
    fn said<'w>(&self, german: &'w str, english: &'w str) -> &'w str {
        if self.is_german { german } else { english }
    }
}

/// Somebody with a window and without a mouse.
struct Colleague<'a> {
    desk: &'a Desk,
    program: &'a Program<'a>,
    hands: Hands<'a>,
}

impl<'a> Colleague<'a> {
    async fn at(desk: &'a Desk, program: &'a Program<'a>) -> Self {
        Self { desk, program, hands: Hands::of(&desk.room, program).await }
    }

    /// Goes to a view by its key, and sees it.
    async fn goes_to(&self, key: &str, view: &str) {
        self.hands.key(key);
        self.program.wait_until(&format!("document.body.dataset.view === '{view}'")).await;
    }

    /// Writes to a number, beginning in the recipient's field, where the focus must be.
    async fn writes(&self, recipient: &str, text: &str) {
        self.program.wait_until("document.activeElement.id === 'recipient'").await;
        self.hands.type_text(recipient).await;
        self.hands.write("text", text).await;
        self.program.wait_for_text("recipient-hint", self.desk.said("Deutschland", "Germany")).await;
    }

    /// Sends what is written, and reads what became of it: its state, and all that is said of it.
    async fn sends(&self) -> (String, String) {
        self.hands.key("ctrl+Return");
        let state = outcome(self.program).await;
        (state, self.program.text("outcome").await)
    }

    async fn sees(&self, element: &str, german: &str, english: &str) {
        self.program.wait_for_text(element, self.desk.said(german, english)).await;
    }

    /// Where the next thing is done, without looking for it.
    async fn has_focus_on(&self, selector: &str) {
        self.program.wait_until(&format!("document.activeElement.matches('{selector}')")).await;
    }
}
