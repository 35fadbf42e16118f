//! Quiet lines beside a text: what the person may not have meant, never a question and never in the way.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kinds of quiet lines; each can be silenced.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum HintKind {
    /// The text asks for a reply, and replies do not arrive in this program.
    AsksForReply,
    /// The salutation names another person than the recipient.
    OtherSalutation,
}

/// A quiet line beside a text. Places are in UTF-16 code units of the text as typed, as a text field counts.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Hint {
    /// The text asks for a reply, and replies do not arrive in this program.
    AsksForReply {
        /// The words that ask for it.
        words: String,
        /// Where they begin.
        start: u32,
        /// Where they end.
        end: u32,
    },
    /// The salutation names another person than the recipient.
    OtherSalutation {
        /// Whom it names, as typed: "Frau Meier", "Anna".
        said: String,
        /// The recipient's name.
        recipient: String,
        /// Where the name begins.
        start: u32,
        /// Where it ends.
        end: u32,
    },
}
