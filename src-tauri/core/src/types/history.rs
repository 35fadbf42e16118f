//! The history: what is asked for, a page of it, what it comes to, and what is done with much of it at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MessageState, MessageView};

/// Which messages of the history are asked for; the default is all of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(default)]
pub struct HistoryFilter {
    /// What was typed: words that all stand somewhere in name, number or text.
    pub search: String,
    /// In this state only.
    pub state: Option<MessageState>,
    /// From this sender only, by Famulor's ID.
    #[ts(type = "number | null")]
    pub sender_id: Option<i64>,
    /// To this number only, in E.164.
    pub number: Option<String>,
    /// To any number of this contact.
    #[ts(type = "number | null")]
    pub contact_id: Option<i64>,
    /// Written then or later, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub from: Option<i64>,
    /// Written before then, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub until: Option<i64>,
}

/// One page of the history, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessagePage {
    /// The messages.
    pub messages: Vec<MessageView>,
    /// Whether older ones follow: ask with the last message's id.
    pub more: bool,
}

/// What the messages of a filter come to.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct HistorySum {
    /// How many messages.
    pub count: u32,
    /// The parts of those that were sent or may have been: billed where known, else predicted.
    #[ts(type = "number")]
    pub segments: u64,
    /// What they cost, once for each currency.
    pub costs: Vec<Cost>,
}

/// Money that was billed.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct Cost {
    /// An exact decimal.
    pub amount: String,
    /// The currency as an ISO 4217 code, where the service named one.
    pub currency: Option<String>,
}

/// What the history can be filtered by.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct HistoryRange {
    /// When the oldest message was written, in milliseconds since 1970; none if there is none.
    #[ts(type = "number | null")]
    pub oldest: Option<i64>,
    /// The senders that messages were written from.
    pub senders: Vec<HistorySender>,
}

/// A sender of the history, also where the account no longer has it.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct HistorySender {
    /// Famulor's ID.
    #[ts(type = "number")]
    pub id: i64,
    /// The number, grouped for reading.
    pub number: String,
    /// Its name, where it had one.
    pub name: Option<String>,
}

/// What became of deleting messages.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct Deleted {
    /// How many are gone.
    pub deleted: u32,
    /// How many stay, since they are under way, wait for the person, or are unclear.
    pub kept: u32,
}

/// How far an export is.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct ExportProgress {
    /// Messages written so far.
    pub done: u32,
    /// Messages in all.
    pub total: u32,
}
