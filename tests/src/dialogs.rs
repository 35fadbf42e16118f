//! The system's own dialogs, answered with the keyboard as a person would.

use std::path::Path;
use std::time::Duration;

use crate::desktop::Desktop;
use crate::wait::{PATIENCE, wait_until};

impl Desktop {
    /// Saves under this path in the dialog that asks where to.
    pub fn save_as(&self, dialog: &str, path: &Path) {
        self.answer_dialog(dialog, || {
            self.key("ctrl+a");
            self.type_text(&path.display().to_string());
            // It completes what is typed, in its own time.
            self.wait_for_rest(dialog);
            self.key("Return");
        });
    }

    /// Chooses the file with this path in the dialog that asks which to open: a slash begins a path there. The keys that
    /// come before the field for it has opened are lost.
    pub fn choose_file(&self, dialog: &str, path: &Path) {
        self.wait_for_window(dialog);
        self.wait_for_rest(dialog);
        self.key("slash");
        self.wait_for_rest(dialog);
        self.save_as(dialog, path);
    }

    /// Changes one's mind in a dialog.
    pub fn cancel_dialog(&self, dialog: &str) {
        self.answer_dialog(dialog, || self.key("Escape"));
    }

    /// Waits until a window is there whose title fits this regular expression, and has the keyboard.
    pub fn wait_for_window(&self, title: &str) {
        let is_there = wait_until(PATIENCE, || self.has_focus(title));
        assert!(is_there, "There is no window {title:?} with the focus; there is: {:?}", self.focused_window());
    }

    /// A dialog that is just opening may miss a key.
    pub(crate) fn answer_dialog(&self, dialog: &str, answer: impl Fn()) {
        self.wait_for_window(dialog);
        self.wait_for_rest(dialog);
        let mut gone = false;
        for _ in 0..5 {
            answer();
            gone = wait_until(Duration::from_secs(2), || self.is_gone(dialog));
            if gone {
                break;
            }
        }
        assert!(gone, "The dialog {dialog:?} is still there.");
    }

    /// A window that is just drawn anew may not be found once.
    fn is_gone(&self, title: &str) -> bool {
        !self.shows_window(title) && !wait_until(Duration::from_millis(100), || self.shows_window(title))
    }

    /// Waits until a window looks the same twice in a row: it has done what it was doing. One that is gone rests, too.
    fn wait_for_rest(&self, title: &str) {
        let mut last = None;
        wait_until(PATIENCE, || {
            let before = last.replace(self.look_of(title));
            before == last && (self.is_painted(title) || !self.shows_window(title))
        });
    }

    fn has_focus(&self, title: &str) -> bool {
        self.shows_window(title) && self.focused_window().contains(title.trim_matches(['^', '$']))
    }

    fn focused_window(&self) -> String {
        let output = self.command("xdotool").args(["getwindowfocus", "getwindowname"]).output();
        let output = output.expect("xdotool (package xdotool) can be started");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}
