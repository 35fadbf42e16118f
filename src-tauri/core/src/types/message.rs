//! A message of the history, its states and the reasons for them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The states of a message; DESIGN's "life of a message".
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum MessageState {
    /// Committed; will be sent when it is due.
    Queued,
    /// Waits for the person.
    Held,
    /// Claimed: its body may be leaving this machine.
    Sending,
    /// Famulor's answer says that it was handed on. Never "delivered".
    Sent,
    /// Famulor's answer says that it was not sent.
    Rejected,
    /// It is certain that the body never left this machine.
    NotSent,
    /// Perhaps sent. Never sent again by the program.
    Unclear,
    /// Taken back by the person.
    Cancelled,
}

/// Why a message is in its state. The window's sentence for it has the id `reason-` and this name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Held: the program ended before it was sent.
    Restarted,
    /// Held: its turn came more than two minutes late.
    Late,
    /// Held: the account, the sender or the key is no longer the one it was written under.
    AccountChanged,
    /// Held: there is no key to send it with.
    KeyMissing,
    /// Held: another message was refused for the key or the balance.
    QueueStopped,
    /// Rejected: the recipient's number.
    Recipient,
    /// Rejected: the balance does not do.
    Balance,
    /// Rejected: the sender's number.
    Sender,
    /// Rejected: the key.
    Key,
    /// Rejected: the text.
    Text,
    /// Rejected: too many requests.
    TooManyRequests,
    /// Rejected: the carrier did not take it, says the service.
    Carrier,
    /// Rejected: refused with other words, kept in `detail`.
    Refused,
    /// NotSent: no connection could be made.
    Offline,
    /// NotSent: the server's certificate is not trusted.
    Certificate,
    /// NotSent: the proxy asks for a password.
    Proxy,
    /// NotSent: the request could not be made at all.
    Internal,
    /// Unclear: the request left and no answer came.
    NoAnswer,
    /// Unclear: an answer came that is not Famulor's or says neither.
    StrangeAnswer,
    /// Unclear: the program ended while it was being sent.
    EndedWhileSending,
    /// Unclear: a backup was restored.
    Restored,
    /// Sent or NotSent: the person looked it up.
    SettledByPerson,
}

/// One message of the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its state.
    pub state: MessageState,
    /// Why it is in that state, where there is something to say.
    pub reason: Option<Reason>,
    /// The service's own words, where it gave some.
    pub detail: Option<String>,
    /// The recipient's name as it was, where there was one.
    pub name: Option<String>,
    /// The recipient's number, grouped for reading.
    pub number: String,
    /// The recipient's number in E.164.
    pub e164: String,
    /// The text that was sent.
    pub body: String,
    /// The sender's nickname, where it had one.
    pub sender_name: Option<String>,
    /// The sender's number, grouped for reading.
    pub sender_number: String,
    /// When it was written, in milliseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// When it may go, in milliseconds since 1970: shown while it waits.
    #[ts(type = "number")]
    pub due_at: i64,
    /// The number of parts that was predicted.
    pub predicted_segments: u32,
    /// The number of parts that was billed.
    pub billed_segments: Option<u32>,
    /// What it cost, as an exact decimal.
    pub cost: Option<String>,
    /// The currency of the cost, as an ISO 4217 code, where the service named one.
    pub currency: Option<String>,
    /// The balance when it was written, as an exact decimal.
    pub balance_before: Option<String>,
}

/// One page of the history, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessagePage {
    /// The messages.
    pub messages: Vec<MessageView>,
    /// Whether older ones follow: ask with the last message's id.
    pub more: bool,
}
