//! Writing a message: its recipient, its draft, and what becomes of a press of Send.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MessageState, MessageView};

/// What a typed recipient means.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct RecipientView {
    /// The number in E.164: what is dialled.
    pub e164: String,
    /// The same number, grouped for reading.
    pub display: String,
    /// The country as an ISO 3166 code, where the number belongs to one.
    pub country: Option<String>,
    /// Whether that is another country than the one whose numbers are typed without it.
    pub abroad: bool,
    /// Mobile, landline or unknown.
    pub kind: NumberKind,
    /// Whether the numbering plan knows such a number; if not, it may still exist.
    pub known: bool,
    /// The contact's name, where the number belongs to one.
    pub name: Option<String>,
}

/// What kind of line a number is, as far as the numbering plan tells.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum NumberKind {
    /// Mobile, or a country where mobile and landline share numbers.
    Mobile,
    /// A landline: an SMS may not arrive, or be read out.
    Landline,
    /// Neither is known.
    Unknown,
}

/// The text being written.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Draft {
    /// Minted by the window (a UUID); the message made from it keeps it, so that a double click is one message.
    pub id: String,
    /// The recipient as typed.
    pub recipient: String,
    /// The text as typed.
    pub body: String,
    /// The sender chosen for it, by Famulor's ID.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub sender_id: Option<i64>,
    /// When it is to go, in milliseconds since 1970; none is at once.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub due_at: Option<i64>,
    /// The message that it sends again.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub repeats: Option<i64>,
    /// The placeholders of a template that still stand in the text, with their braces.
    #[serde(default)]
    pub unfilled: Vec<String>,
}

/// A message to be sent, as the person left the form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SendForm {
    /// The draft it comes from.
    pub draft_id: String,
    /// The number in E.164 that the window showed when Send was pressed.
    pub recipient: String,
    /// The contact that was chosen, where the number belongs to several.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub contact_id: Option<i64>,
    /// The sender, by Famulor's ID.
    #[ts(type = "number")]
    pub sender_id: i64,
    /// The text as typed.
    pub body: String,
    /// When it is to go, in milliseconds since 1970; none is at once, after the time for undo.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub due_at: Option<i64>,
    /// The message that it sends again.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub repeats: Option<i64>,
    /// The placeholders of a template that were not filled, with their braces: none of them may stand in the text. Braces
    /// typed by hand are text.
    #[serde(default)]
    pub unfilled: Vec<String>,
    /// Whether the person has answered "send anyway" to the one question.
    pub confirmed: bool,
}

/// What became of a press of Send.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SendAnswer {
    /// It is committed and will be sent.
    Queued {
        /// The message.
        message: Box<MessageView>,
        /// How long it can be taken back from now on, in milliseconds; 0 where it goes at once or later.
        undo_ms: u32,
    },
    /// Nothing was queued; the person is asked first.
    Ask {
        /// Every reason to ask, together.
        reasons: Vec<AskReason>,
    },
}

/// A reason to ask before sending.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum AskReason {
    /// The same text to the same number, a short while ago or still unclear.
    SameAgain {
        /// When the first was written, in milliseconds since 1970.
        #[ts(type = "number")]
        at: i64,
        /// What became of the first.
        state: MessageState,
    },
    /// The number belongs to somebody who is not to be written to.
    DoNotWrite {
        /// Why not, as the person noted it; may be empty.
        reason: String,
        /// When that was noted, in milliseconds since 1970.
        #[ts(type = "number")]
        since: i64,
    },
}
