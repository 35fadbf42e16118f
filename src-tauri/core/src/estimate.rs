//! What a text will cost: learned from this account's own bills, and never guessed.
//!
//! A price is that of one part of the newest message billed to the same country: from the same sender if there is one,
//! else from any. Another country's price says nothing.

mod balance;
mod drift;
mod price;

use rusqlite::Connection;

use crate::money::Money;
use crate::phone_number::PhoneNumber;
use crate::session;
use crate::store::StoreError;
use crate::types::{Cost, CostEstimate, Price};
pub(crate) use drift::differs;
use price::Learned;

/// Estimates a text of so many parts, from this sender to this number, as far as they are chosen already.
///
/// # Errors
/// [`StoreError`].
pub fn estimate(
    connection: &Connection,
    number: Option<&PhoneNumber>,
    sender_id: Option<i64>,
    segments: u32,
) -> Result<CostEstimate, StoreError> {
    let country = number.and_then(PhoneNumber::country).map(|country| country.to_string());
    let account = session::account(connection)?;
    let email = account.as_ref().map(|account| account.email.as_str());
    let (mut learned, mut drift) = (None, None);
    if let Some((country, email)) = country.as_deref().zip(email) {
        learned = price::learned(connection, email, country, sender_id)?;
        drift = drift::latest(connection, email, country)?;
    }
    let total = learned.as_ref().and_then(|learned| learned.cost_of(segments));
    let balance =
        account.as_ref().map_or(Ok(None), |account| balance::forecast(connection, account, total.as_ref()))?;
    let price = learned.zip(total).map_or(Price::NoneYet, |(learned, total)| shown(&learned, total));
    Ok(CostEstimate { country, segments, price, balance, drift })
}

/// What a text of so many parts is expected to cost: kept with the message, and compared with what is billed.
pub(crate) fn expected_cost(
    connection: &Connection,
    email: &str,
    number: &PhoneNumber,
    sender_id: i64,
    segments: u32,
) -> Result<Option<Money>, StoreError> {
    let Some(country) = number.country() else { return Ok(None) };
    let learned = price::learned(connection, email, &country.to_string(), Some(sender_id))?;
    Ok(learned.and_then(|learned| learned.cost_of(segments)))
}

fn shown(learned: &Learned, total: Money) -> Price {
    let per_segment = learned.cost_of(1).unwrap_or_else(|| total.clone());
    Price::Learned {
        per_segment: cost(per_segment),
        total: cost(total),
        at: learned.at,
        same_sender: learned.same_sender,
    }
}

fn cost(money: Money) -> Cost {
    Cost { amount: money.amount.to_string(), currency: money.currency }
}
