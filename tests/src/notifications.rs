//! A real notification daemon, and what it was told to show.

use std::fs;

use serde_json::Value;

use crate::children::Process;
use crate::desktop::{Desktop, Surroundings};
use crate::wait::{PATIENCE, wait_for, wait_until};

/// Nothing is merged, dropped or closed by itself, so that the history is what was asked for.
const CONFIGURATION: &str = "[global]\nstack_duplicates = false\nhistory_length = 1000\nsticky_history = yes\nnotification_limit = 0\n\
    idle_threshold = 0\n[urgency_low]\ntimeout = 0\n[urgency_normal]\ntimeout = 0\n[urgency_critical]\ntimeout = 0\n";

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
