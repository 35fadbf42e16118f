//! What a policy can fix.

use crate::famulor::Proxy;
use crate::phone_number::{Country, PhoneNumber};
use crate::types::LanguageChoice;

/// What a policy has fixed; what is none is not fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The language of the window.
    pub language: Option<LanguageChoice>,
    /// The country of numbers typed without one.
    pub default_country: Option<Country>,
    /// The one number of the account that messages are sent from.
    pub sender: Option<PhoneNumber>,
    /// How many months messages are kept; 0 keeps them for ever.
    pub keep_months: Option<u32>,
    /// How long a message can be taken back, in seconds.
    pub undo_seconds: Option<u32>,
    /// The countries that may be written to.
    pub allowed_countries: Option<Vec<Country>>,
    /// The most messages that may be sent on one day.
    pub messages_per_day: Option<u32>,
    /// Whether the program looks for newer versions by itself (true), or not at all (false).
    pub updates: Option<bool>,
    /// Practice alone, or never.
    pub practice: Option<bool>,
    /// The way to Famulor.
    pub proxy: Option<Proxy>,
    /// Whether the settings that could be fixed and are not stay as they come with the program.
    pub forbid_changes: bool,
}

impl Rules {
    /// Nothing is fixed.
    pub const NONE: Self = Self {
        language: None,
        default_country: None,
        sender: None,
        keep_months: None,
        undo_seconds: None,
        allowed_countries: None,
        messages_per_day: None,
        updates: None,
        practice: None,
        proxy: None,
        forbid_changes: false,
    };
}
