//! What the organisation has fixed, as the window shows it.

use serde::Serialize;
use ts_rs::TS;

/// What the organisation has fixed on this computer.
#[derive(Debug, Clone, Default, Serialize, TS, PartialEq, Eq)]
pub struct PolicyView {
    /// What the person cannot change.
    pub fixed: Vec<FixedSetting>,
    /// The number that messages are sent from, grouped for reading; none is any.
    pub sender: Option<String>,
    /// The countries that may be written to, as ISO 3166 codes; none is all.
    pub allowed_countries: Option<Vec<String>>,
    /// The most messages that may be sent on one day.
    pub messages_per_day: Option<u32>,
    /// Whether the program looks for newer versions by itself, where that is fixed.
    pub updates: Option<bool>,
    /// Practice alone (true) or never (false), where that is fixed.
    pub practice: Option<bool>,
    /// Why nothing is sent, where the policy cannot be read, in the person's language.
    pub problem: Option<String>,
}

/// A setting that the organisation can fix.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum FixedSetting {
    /// The language of the window.
    Language,
    /// The country of numbers typed without one.
    DefaultCountry,
    /// The number that messages are sent from.
    Sender,
    /// How long messages are kept.
    KeepMonths,
    /// How long a message can be taken back.
    UndoSeconds,
    /// The way to Famulor.
    Proxy,
    /// Whether the program looks for newer versions.
    Updates,
    /// Whether nothing is really sent.
    Practice,
}
