//! What a text is expected to cost, and how the balance stands to that.

use serde::Serialize;
use ts_rs::TS;

use super::Cost;

/// What a text is expected to cost.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct CostEstimate {
    /// Where it goes, as an ISO 3166 code; none where there is no number yet, or it belongs to no country.
    pub country: Option<String>,
    /// The parts that it is for.
    pub segments: u32,
    /// The price, as far as this account's earlier messages tell.
    pub price: Price,
    /// The balance before and after it; none where no balance is known.
    pub balance: Option<BalanceForecast>,
    /// The newest of the last few messages to this country that was billed with other parts than expected.
    pub drift: Option<Drift>,
}

/// The price of a text, as far as this account's earlier messages tell.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Price {
    /// Nothing to this country has been billed yet: only the number of parts is known.
    NoneYet,
    /// Learned from the newest bill to this country.
    Learned {
        /// What one part cost then.
        per_segment: Cost,
        /// What all parts come to.
        total: Cost,
        /// When the message was written that this is from, in milliseconds since 1970.
        #[ts(type = "number")]
        at: i64,
        /// Whether that went from the same sender; if not, none has from this one.
        same_sender: bool,
    },
}

/// The balance before and after a text. The service names no currency for it: it is the account's.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct BalanceForecast {
    /// As last heard, as an exact decimal.
    pub now: String,
    /// What the messages come to that are to be sent before, as far as their prices are known; an exact decimal.
    pub waiting: String,
    /// What is left after those and this text, as an exact decimal: below zero if the balance will not do. None where no
    /// price is known.
    pub after: Option<String>,
    /// Whether the balance will not do.
    pub is_short: bool,
}

/// A message that was billed with other parts than were predicted.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct Drift {
    /// The parts that were predicted.
    pub predicted: u32,
    /// The parts that Famulor counted.
    pub billed: u32,
    /// When the message was written, in milliseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
}
