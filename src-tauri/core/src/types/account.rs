//! The account and its API key, as the window shows them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::UiError;

/// The account as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountView {
    /// Where the API key is.
    pub key: KeyState,
    /// Name, e-mail and balance, as last heard.
    pub profile: Option<Profile>,
    /// The account's numbers, as last heard; those that can send come first.
    pub senders: Vec<SenderView>,
    /// What went wrong when the keychain or the account was last asked, in the person's language.
    pub problem: Option<UiError>,
}

/// Where the API key is.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum KeyState {
    /// The keychain has been asked and has not answered yet (it may be showing a prompt).
    Asking,
    /// The keychain has no key: first run.
    Missing,
    /// In the keychain.
    Stored,
    /// In memory only, until the program ends.
    ThisRunOnly,
    /// The keychain does not answer or refuses; `problem` says why.
    Unavailable,
}

/// Whose account this is.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct Profile {
    /// The account's name.
    pub name: String,
    /// The account's e-mail address.
    pub email: String,
    /// The balance as an exact decimal, without a currency: the service names none.
    pub balance: Option<String>,
}

/// One of the account's numbers.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct SenderView {
    /// Famulor's ID, which a message is sent `from`.
    #[ts(type = "number")]
    pub id: i64,
    /// The number, grouped for reading.
    pub number: String,
    /// The name the account gave it.
    pub nickname: Option<String>,
    /// Why it cannot send, or none if it can.
    pub unusable: Option<SenderProblem>,
}

/// Why a number of the account cannot send an SMS.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum SenderProblem {
    /// The number is not SMS-capable.
    NotSmsCapable,
    /// Its subscription is not active.
    NoSubscription,
    /// The organisation has set another one.
    NotAllowed,
}
