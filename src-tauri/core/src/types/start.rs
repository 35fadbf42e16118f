//! What the window begins with, and what it says at the start.

use serde::Serialize;
use ts_rs::TS;

use super::{AccountView, Draft, PolicyView, Settings, Theme};

/// What the window knows before it has asked for anything, so that nothing jumps or flashes when the answer comes.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct FirstLook {
    /// The colours in use.
    pub theme: Theme,
    /// Whether this process is practice mode.
    pub practice: bool,
    /// The host that is asked instead of Famulor's own, or none: shown as a banner.
    pub other_host: Option<String>,
}

/// Everything that the first picture of the window needs, in one answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Bootstrap {
    /// The language of the window: `de` or `en`.
    pub language: String,
    /// The Fluent text (`.ftl`) of that language.
    pub words: String,
    /// The program's version, as `1.2.3`.
    pub version: String,
    /// Whether this process is practice mode: nothing is really sent.
    pub practice: bool,
    /// The host that is asked instead of Famulor's own, or none: shown as a banner.
    pub other_host: Option<String>,
    /// The settings in use.
    pub settings: Settings,
    /// What the organisation has fixed.
    pub policy: PolicyView,
    /// The account, as far as it is known without waiting.
    pub account: AccountView,
    /// The texts being written when the program ended, the one written last first.
    pub drafts: Vec<Draft>,
    /// What the person must be told at the start.
    pub notices: Vec<Notice>,
}

/// What may have changed since the first answer was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StartNews {
    /// The account, as far as it is known without waiting.
    pub account: AccountView,
    /// What is found broken.
    pub notices: Vec<Notice>,
}

/// Something the person must be told at the start, until they put it away.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Notice {
    /// The settings could not be read; the file was set aside and the defaults are in use.
    SettingsSetAside,
    /// The database was damaged: it was set aside, and what was saved at that time is in use.
    Restored {
        /// When the backup in use was made, in milliseconds since 1970; none if there was none and all is empty.
        #[ts(type = "number | null")]
        at: Option<i64>,
    },
    /// The database is damaged, as was found while the program runs: it is mended at the next start.
    Damaged,
    /// Messages wait for the person: `count` of them are Held.
    Held {
        /// How many.
        count: u32,
    },
    /// Messages of which it is not known whether they were sent.
    Unclear {
        /// How many.
        count: u32,
    },
}

/// The backups on this computer.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct BackupView {
    /// When the newest was made, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub latest: Option<i64>,
    /// How many there are.
    pub count: u32,
}
