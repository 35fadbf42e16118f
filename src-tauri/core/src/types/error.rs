//! Errors as the window shows them.

use serde::Serialize;
use ts_rs::TS;

/// An error as the window shows it.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct UiError {
    /// What the window does with it.
    pub code: ErrorCode,
    /// What happened, whether anything was sent, and what to do next, in the person's language.
    pub message: String,
    /// Which number of a contact it is about, counted from 0.
    pub row: Option<u32>,
}

/// Errors that the window treats differently.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// Shown at the recipient field.
    Recipient,
    /// Shown at the text field.
    Text,
    /// Shown at the sender field.
    Sender,
    /// Shown at the date and time of "send later".
    Due,
    /// Shown at the name of a contact or template.
    Name,
    /// Shown at a number of a contact; `row` says which.
    Number,
    /// Shown at the key field: the key is not one, or was refused.
    Key,
    /// Shown at the address of the proxy.
    Proxy,
    /// The service could not be reached: offer to try again.
    Offline,
    /// The keychain does not work: offer to try again or to keep the key for this run.
    Keychain,
    /// Too late: the message has changed meanwhile.
    TooLate,
    /// Shown as a message of its own.
    Other,
}
