//! What comes to the window from outside: links, and what was clicked on the desktop.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an `sms:` or `tel:` link fills the form with. Nothing of it has been checked: it is what a stranger wrote.
#[derive(Debug, Clone, Default, Serialize, TS, PartialEq, Eq)]
pub struct FormLink {
    /// The first recipient, as the link has it; may be empty.
    pub recipient: String,
    /// The other recipients, who are only named: a message has one.
    pub others: Vec<String>,
    /// What is to be dialled behind the number, which no SMS can reach.
    pub extension: Option<String>,
    /// The text; may be empty.
    pub body: String,
    /// The link was too long, and what stands behind the limit is missing.
    pub cut: bool,
    /// It was no link, but a number that the person has copied.
    pub copied: bool,
}

/// What somebody asks of the window from outside of it.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Errand {
    /// A link was opened.
    Link {
        /// What it says.
        link: FormLink,
    },
    /// The notification of a message was clicked.
    Message {
        /// Its row.
        #[ts(type = "number")]
        id: i64,
    },
    /// The notification of several messages was clicked, or the history was chosen at the program's icon.
    History,
    /// The outbox is wanted.
    Outbox,
    /// The form is wanted, as it is.
    NewMessage,
}

/// A kind of link that the system can be asked to open with this program.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// `sms:` and `smsto:`.
    Sms,
    /// `tel:`.
    Tel,
}

/// Which links the system opens with this program, as the system says it.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct LinkHandling {
    /// Whether this can be seen and changed here at all.
    pub available: bool,
    /// `sms:` and `smsto:`.
    pub sms: bool,
    /// `tel:`.
    pub tel: bool,
}
