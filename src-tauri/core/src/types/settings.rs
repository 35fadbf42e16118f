//! The person's preferences, as the window shows and changes them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The person's preferences, as the window shows and changes them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
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
