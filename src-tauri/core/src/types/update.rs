//! Newer versions of the program, as the window shows them.

use serde::Serialize;
use ts_rs::TS;

/// What is with newer versions of the program here.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct UpdateView {
    /// Who brings them.
    pub standing: UpdateStanding,
    /// The newer version that was found, if there is one.
    pub found: Option<UpdateOffer>,
    /// When the server answered last, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub looked_at: Option<i64>,
}

/// Who brings newer versions.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum UpdateStanding {
    /// The program itself, when the person says so.
    Itself,
    /// The organisation: the program does not look.
    Organisation,
    /// The system's package manager, or who installed the program for everybody.
    System,
    /// Nobody: this build knows of no place to look.
    Nobody,
    /// Practice never looks.
    Practice,
}

/// A newer version. What it says comes from the server.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct UpdateOffer {
    /// As `1.2.3`.
    pub version: String,
    /// What is new, in lines; may be empty.
    pub notes: String,
}

/// How far the download is.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct UpdateProgress {
    /// Of a hundred; none where the size is not known.
    pub percent: Option<u32>,
}
