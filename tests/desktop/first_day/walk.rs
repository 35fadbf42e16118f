//! The whole way in one piece, from a new computer to a printed proof: real keys, and what a screen reader says. Nothing else
//! looks into the window, so it goes on where the program starts anew.

use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{BareProgram, DesktopOptions, ScreenReader};

use super::{BOTH, Desk, RECIPIENT};
use crate::room::{KEY, Room};

#[tokio::test(flavor = "multi_thread")]
async fn from_a_new_computer_over_practice_and_the_key_to_a_printed_proof() {
    for language in BOTH {
        let options = DesktopOptions { language, accessibility: true, ..DesktopOptions::default() };
        let desk = Desk::at(Room::with(options).await, language);
        desk.room.keep_template("Code", desk.said("Ihr Code ist {Code}.", "Your code is {code}."));
        let walk = Walk { desk: &desk, reader: ScreenReader::start(&desk.room.desktop) };
        let _program = BareProgram::start(&desk.room.desktop, &desk.room.options());
        walk.practises();
        walk.sets_up();
        walk.sends_a_template();
        walk.prints_a_proof();
        walk.closes();
        assert_eq!(desk.room.states(), ["sent"]);
    }
}

/// Somebody on the way, who hears the window.
struct Walk<'a> {
    desk: &'a Desk,
    reader: ScreenReader,
}

impl Walk<'_> {
    fn practises(&self) {
        self.reader.find("heading", self.desk.said("Willkommen bei Famulor SMS", "Welcome to Famulor SMS"));
        self.presses(self.desk.said("Übung starten", "Start practice"));
        self.desk.room.desktop.wait_for_window(self.desk.said("^Übung – Famulor SMS$", "^Practice – Famulor SMS$"));
        self.reader.focused(self.desk.said("Empfänger", "Recipient"));
        self.types("be");
        self.reader.wait_to_hear(self.desk.said("passende", "matching"));
        self.key("Down");
        self.key("Return");
        self.tab_to(self.desk.said("Nachricht", "Message"));
        self.types("Only a try");
        self.key("ctrl+Return");
        self.desk.room.notification(self.desk.said("Übung: Gesendet an ", "Practice: Sent to "), "Only a try");
        assert_eq!(self.desk.room.simulator.ledger(), [], "practice talks to nobody outside");
    }

    fn sets_up(&self) {
        self.presses(self.desk.said("Übung beenden", "End practice"));
        self.desk.room.desktop.wait_for_window("^Famulor SMS$");
        self.reader.find("heading", self.desk.said("Konto einrichten", "Set up your account"));
        self.tab_to(self.desk.said("API-Schlüssel", "API key"));
        self.types(KEY);
        self.key("Return");
        self.is_at(self.desk.said("Ihr Konto ist eingerichtet", "Your account is set up"));
        self.presses(self.desk.said("Erste Nachricht schreiben", "Write the first message"));
    }

    fn sends_a_template(&self) {
        self.is_at(self.desk.said("Empfänger", "Recipient"));
        self.types(RECIPIENT);
        self.presses(self.desk.said("Vorlage einfügen …", "Insert template …"));
        self.is_at(self.desk.said("Vorlagen durchsuchen", "Search the templates"));
        self.types("code");
        self.reader.find_where("the one template", |node| node.name.contains("Code") && node.role == "push button");
        self.key("Down");
        self.key("Return");
        // The template that was chosen begins with the same word.
        self.reader.focused(self.desk.said("Code", "code"));
        self.types("4711");
        self.key("Return");
        self.is_at(self.desk.said("Nachricht", "Message"));
        self.key("ctrl+Return");
        self.reader.wait_to_hear(self.desk.said("Gesendet An +49 171 1234567", "Sent To +49 171 1234567"));
        let text = self.desk.said("Ihr Code ist 4711.", "Your code is 4711.");
        self.desk.room.notification(self.desk.said("Gesendet an +49", "Sent to +49"), text);
        assert_eq!(self.desk.room.only_entry().text.as_deref(), Some(text));
    }

    fn prints_a_proof(&self) {
        self.key("ctrl+3");
        self.is_at(self.desk.said("Verlauf", "History"));
        self.presses(self.desk.said("Einzelheiten: +49 171 1234567", "Details: +49 171 1234567"));
        self.is_at(self.desk.said("Schließen", "Close"));
        self.presses(self.desk.said("Versandbeleg drucken …", "Print proof of sending …"));
        self.desk.room.desktop.cancel_dialog(self.desk.said("^Drucken$", "^Print$"));
        self.key("Escape");
        self.is_at(self.desk.said("Einzelheiten: +49 171 1234567", "Details: +49 171 1234567"));
    }

    fn closes(&self) {
        self.key("alt+F4");
        let desktop = &self.desk.room.desktop;
        assert!(wait_until(PATIENCE, || !desktop.shows_window("Famulor SMS$")), "the window stays");
    }

    fn key(&self, key: &str) {
        self.desk.room.desktop.key(key);
    }

    fn types(&self, text: &str) {
        self.desk.room.desktop.type_text(text);
    }

    /// Goes there with Tab, hearing what it passes, and presses it.
    fn presses(&self, name: &str) {
        self.tab_to(name);
        self.key("Return");
    }

    fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        while !self.reader.focus().is_some_and(|focus| focus.starts_with(name)) {
            assert!(passed.len() < 60, "Tab never comes to {name:?}: {passed:#?}");
            let before = self.reader.focuses();
            self.key("Tab");
            assert!(wait_until(PATIENCE, || self.reader.focuses() > before), "Tab leads nowhere from {passed:#?}");
            passed.extend(self.reader.focus());
        }
    }

    /// The focus came there by itself.
    fn is_at(&self, name: &str) {
        let is_there = || self.reader.focus().is_some_and(|focus| focus.starts_with(name));
        assert!(wait_until(PATIENCE, is_there), "The focus is not at {name:?} but at {:?}", self.reader.focus());
    }
}
