//! A real notification daemon, and what it was told to show.

use std::fs;

use serde_json::Value;

use crate::children::Process;
use crate::desktop::{Desktop, Surroundings};
use crate::wait::{PATIENCE, wait_for, wait_until};

/// Nothing is merged, dropped or closed by itself, so that the history is what was asked for.
const CONFIGURATION: &str = "[global]\nstack_duplicates = false\nhistory_length = 1000\nsticky_history = yes\nnotification_limit = 0\n\
    idle_threshold = 0\nmouse_left_click = do_action, close_current\n[urgency_low]\ntimeout = 0\n[urgency_normal]\ntimeout = 0\n[urgency_critical]\ntimeout = 0\n";

/// The class of the daemon's window.
const WINDOW: &str = "Dunst";

/// A notification as the daemon got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Its title.
    pub summary: String,
    /// Its text.
    pub body: String,
    /// The program that sent it.
    pub app: String,
}

/// Starts the daemon and waits until programs can reach it.
pub(crate) fn start(surroundings: &Surroundings) -> Process {
    let configuration = surroundings.folder().join("dunstrc");
    fs::write(&configuration, CONFIGURATION).expect("the temporary folder can be written");
    let mut command = surroundings.command("dunst");
    command
        .arg("-conf")
        .arg(&configuration)
        .stdout(surroundings.log("notifications"))
        .stderr(surroundings.log("notifications"));
    let daemon = Process::start(command);
    let ready = wait_until(PATIENCE, || {
        let count = surroundings.command("dunstctl").args(["count", "history"]).output();
        count.expect("dunstctl (package dunst) can be started").status.success()
    });
    assert!(ready, "The notification daemon did not start: {}", surroundings.read_log("notifications"));
    daemon
}

impl Desktop {
    /// Every notification that was shown since the desktop was started, oldest first. Closes those that are open.
    #[must_use]
    pub fn notifications(&self) -> Vec<Notification> {
        // Only a closed notification is in the history.
        let _ = self.command("dunstctl").arg("close-all").status();
        let output = self.command("dunstctl").arg("history").output().expect("dunstctl (package dunst) can be started");
        let history: Value =
            serde_json::from_slice(&output.stdout).expect("busctl (package systemd) prints the history as JSON");
        let entries = history.pointer("/data/0").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut found: Vec<(i64, Notification)> =
            entries.iter().map(|entry| (number(entry, "id"), notification(entry))).collect();
        found.sort_by_key(|(id, _)| *id);
        found.into_iter().map(|(_, notification)| notification).collect()
    }

    /// Waits for a notification that fits.
    pub fn wait_for_notification(&self, fits: impl Fn(&Notification) -> bool) -> Notification {
        let found = wait_for(PATIENCE, || self.notifications().into_iter().find(&fits));
        found.unwrap_or_else(|| panic!("The notification did not come. These did: {:#?}", self.notifications()))
    }

    /// Waits until so many notifications are on the screen, and leaves them there.
    pub fn wait_for_open_notifications(&self, count: usize) {
        let are_there = wait_until(PATIENCE, || self.dunstctl(&["count", "displayed"]).trim() == count.to_string());
        assert!(are_there, "There are {} notifications.", self.dunstctl(&["count", "displayed"]));
    }

    /// Clicks one of the notifications on the screen with the real mouse, which closes it. The first is the one that was there
    /// first.
    pub fn click_notification(&self, place: i64, count: i64) {
        self.wait_for_open_notifications(usize::try_from(count).unwrap_or_default());
        let (width, height) = wait_for(PATIENCE, || self.notification_size()).expect("the daemon shows a window");
        let (x, y) = ((width / 2).to_string(), (height * (2 * place + 1) / (2 * count)).to_string());
        let click = ["search", "--class", WINDOW, "mousemove", "--sync", "--window", "%1", &x, &y, "click", "1"];
        let clicked = self.command("xdotool").args(click).status();
        assert!(clicked.is_ok_and(|status| status.success()), "xdotool {click:?} failed.");
    }

    fn notification_size(&self) -> Option<(i64, i64)> {
        let ask = ["search", "--class", WINDOW, "getwindowgeometry", "--shell", "%1"];
        let output = self.command("xdotool").args(ask).output().expect("xdotool (package xdotool) can be started");
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        let number = |name: &str| answer.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
        Some((number("WIDTH=")?, number("HEIGHT=")?))
    }

    fn dunstctl(&self, words: &[&str]) -> String {
        let output = self.command("dunstctl").args(words).output().expect("dunstctl (package dunst) can be started");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

fn notification(entry: &Value) -> Notification {
    Notification { summary: text(entry, "summary"), body: text(entry, "body"), app: text(entry, "appname") }
}

fn text(entry: &Value, name: &str) -> String {
    data(entry, name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn number(entry: &Value, name: &str) -> i64 {
    data(entry, name).and_then(Value::as_i64).unwrap_or_default()
}

fn data<'a>(entry: &'a Value, name: &str) -> Option<&'a Value> {
    entry.get(name)?.get("data")
}
