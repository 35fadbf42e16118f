//! Somebody without a mouse: the keys of a real keyboard, and where they lead.

use famulor_sms_tests::Program;
use serde_json::json;

use crate::room::{Room, focused};

/// So many elements on a way with Tab are too many.
const TOO_FAR: usize = 60;

/// Whether the focus is on what the selector names.
const ON: &str = "return document.activeElement.matches(arguments[0])";

/// Somebody without a mouse at this window.
pub(crate) struct Hands<'a> {
    room: &'a Room,
    program: &'a Program<'a>,
}

impl<'a> Hands<'a> {
    /// Waits until the window has the keyboard.
    pub(crate) async fn of(room: &'a Room, program: &'a Program<'a>) -> Self {
        program.wait_until("document.hasFocus()").await;
        Self { room, program }
    }

    /// Presses a key where the focus is.
    pub(crate) fn key(&self, key: &str) {
        self.room.desktop.key(key);
    }

    /// Types where the focus is.
    pub(crate) async fn type_text(&self, text: &str) {
        self.room.desktop.type_text(text);
        self.program.wait_until(&format!("document.activeElement.value.endsWith({})", json!(text))).await;
    }

    /// Goes there with Tab.
    pub(crate) async fn go(&self, element: &str) {
        tab_to(self.room, self.program, element).await;
    }

    /// Goes there with Tab and presses a key.
    pub(crate) async fn press(&self, element: &str, key: &str) {
        self.go(element).await;
        self.key(key);
    }

    /// Goes there with Tab and types.
    pub(crate) async fn write(&self, element: &str, text: &str) {
        self.go(element).await;
        self.type_text(text).await;
    }

    /// Goes to a list with Tab, and down or up in it until this is chosen.
    pub(crate) async fn change(&self, list: &str, value: &str) {
        self.go(list).await;
        let place = format!("[...document.activeElement.options].findIndex(option => option.value === '{value}')");
        let script = format!("return {place} - document.activeElement.selectedIndex");
        let steps = self.program.script(&script, Vec::new()).await.as_i64().unwrap();
        for _ in 0..steps.abs() {
            self.key(if steps > 0 { "Down" } else { "Up" });
        }
        self.program.wait_until(&format!("document.activeElement.value === '{value}'")).await;
    }

    /// Types a part of a name into the recipient's field, and takes the first contact that fits.
    pub(crate) async fn choose_recipient(&self, typed: &str, name: &str) {
        self.write("recipient", typed).await;
        self.program.wait_for_text(".suggestion-name", name).await;
        self.key("Down");
        self.key("Return");
        self.program.wait_for_text("recipient-chip-words", name).await;
    }
}

/// Presses Tab until it has the focus: an id, or a selector that begins with `#`, `.` or `[`.
pub(crate) async fn tab_to(room: &Room, program: &Program<'_>, wanted: &str) {
    let selector = if wanted.starts_with(['#', '.', '[']) { wanted.to_owned() } else { format!("#{wanted}") };
    let mut passed = vec![focused(program).await];
    while program.script(ON, vec![json!(selector)]).await != true {
        assert!(passed.len() < TOO_FAR, "Tab never comes to {selector}: {passed:?}");
        let moved = "window.moved = new Promise(done => addEventListener('focusin', done, { once: true }))";
        program.script(moved, Vec::new()).await;
        room.desktop.key("Tab");
        program.promise("window.moved.then(() => null)").await.unwrap();
        passed.push(focused(program).await);
    }
}
