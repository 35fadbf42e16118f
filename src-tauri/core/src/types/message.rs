//! A message of the history, its states and the reasons for them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Cost;

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
    /// Held: the recipient is marked as not to be written to since.
    DoNotWrite,
    /// Held: the organisation's policy cannot be read.
    PolicyBroken,
    /// Held: the policy does not allow the recipient's country.
    PolicyCountry,
    /// Held: the policy has set another sender.
    PolicySender,
    /// Held: the policy allows no more messages on this day.
    PolicyPerDay,
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
    /// Unclear: the person looked it up and does not know yet. Only a step has it, never the message.
    NotKnownYet,
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
    /// Whether the bill differs from what was predicted, in parts or in cost, as far as both are known.
    pub billed_differs: bool,
    /// The balance when it was written, as an exact decimal.
    pub balance_before: Option<String>,
    /// The balance about 15 seconds after it became unclear, as an exact decimal: a hint, not proof.
    pub balance_after: Option<String>,
    /// When that balance was heard, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub balance_after_at: Option<i64>,
    /// Whether the person chose the time at which it goes ("send later").
    pub due_chosen: bool,
    /// When the person last said "I don't know yet" of it, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub undecided_at: Option<i64>,
    /// The message that it sends again.
    #[ts(type = "number | null")]
    pub repeats: Option<i64>,
    /// Raised with each change of its state: an answer that is overtaken by news is known by it.
    #[ts(type = "number")]
    pub revision: i64,
}

/// What the person found out about an Unclear message.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It was sent.
    Sent,
    /// It was not sent.
    NotSent,
    /// That is not known yet.
    Unknown,
}

/// One message with everything that is known of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageDetail {
    /// The message.
    pub message: MessageView,
    /// What it was expected to cost when it was written; none where no price was known.
    pub predicted_cost: Option<Cost>,
    /// Its steps, oldest first.
    pub steps: Vec<StepView>,
    /// Famulor's id of the SMS, where one was given.
    pub provider_id: Option<String>,
    /// The e-mail address of the account that it was sent under.
    pub account_email: String,
    /// The message that it sends again, where that is still there.
    pub repeats: Option<LinkView>,
    /// The messages that send it again, oldest first.
    pub repeated_by: Vec<LinkView>,
    /// The name of the person who is logged in to this computer, for the proof of sending.
    pub system_user: String,
}

/// One step in the life of a message.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct StepView {
    /// When, in milliseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// The state that it came to.
    pub state: MessageState,
    /// Why.
    pub reason: Option<Reason>,
}

/// Another message that belongs to one.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct LinkView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// When it was written, in milliseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// Its state.
    pub state: MessageState,
}

/// What waits: for the person, or for its time.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Waiting {
    /// How many want the person's word, also those that are not listed.
    pub asking: u32,
    /// Held: each waits for the person's word; oldest first.
    pub held: Vec<MessageView>,
    /// Unclear and not settled by the person; newest first.
    pub unclear: Vec<MessageView>,
    /// To be sent at a chosen time, or when the service takes requests again; the next first.
    pub later: Vec<MessageView>,
}
