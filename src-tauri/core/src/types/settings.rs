//! The person's preferences, as the window shows and changes them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HintKind;
use crate::famulor::Proxy;

/// The person's preferences, as the window shows and changes them.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(default)]
pub struct Settings {
    /// The language chosen, or the system's.
    pub language: LanguageChoice,
    /// The theme chosen, or the system's.
    pub theme: Theme,
    /// The country of numbers typed without one, as an ISO 3166 code; none means the system's.
    pub default_country: Option<String>,
    /// The sender chosen last, by Famulor's ID.
    #[ts(type = "number | null")]
    pub sender_id: Option<i64>,
    /// How long a message can be taken back after Send, in seconds: 0 (off), 5, 10 or 20.
    pub undo_seconds: u32,
    /// How many months messages are kept: 1, 3, 6, 12 or 24; none keeps them for ever.
    pub keep_months: Option<u32>,
    /// What is put under a text when the person asks for it; may be empty.
    pub signature: String,
    /// The quiet lines beside a text that are not shown.
    pub silenced_hints: Vec<HintKind>,
    /// The way to Famulor: `system`, `none`, or the address of a proxy (without a password).
    #[ts(type = "string")]
    pub proxy: Proxy,
    /// Whether the program goes on when its window is closed.
    pub keep_running: bool,
    /// Whether the person was told what that means where the program has no icon.
    pub keep_running_explained: bool,
    /// Whether keys open the form from anywhere, with a number that was copied.
    pub global_shortcut: bool,
    /// Whether the program looks for newer versions by itself, once a day.
    pub look_for_updates: bool,
    /// The newer version that the person does not want to be asked about again.
    pub skipped_update: Option<String>,
    /// How far the person has come in setting the program up.
    pub first_run: FirstRunStep,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: LanguageChoice::default(),
            theme: Theme::default(),
            default_country: None,
            sender_id: None,
            undo_seconds: 5,
            keep_months: None,
            signature: String::new(),
            silenced_hints: vec![HintKind::OtherSalutation],
            proxy: Proxy::default(),
            keep_running: false,
            keep_running_explained: false,
            global_shortcut: false,
            look_for_updates: true,
            skipped_update: None,
            first_run: FirstRunStep::default(),
        }
    }
}

/// The steps of the first run. It can be left at each of them and is taken up again there.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum FirstRunStep {
    /// Nothing has been done yet: to practise is offered.
    #[default]
    Practice,
    /// The account's API key is to be entered.
    Key,
    /// The key is there; the sender is to be chosen.
    Sender,
    /// All of it is behind the person.
    Done,
}

/// Which language the window speaks.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LanguageChoice {
    /// As the system: German where it is German, else English.
    #[default]
    System,
    /// German.
    De,
    /// English.
    En,
}

/// Which colours the window uses.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}
