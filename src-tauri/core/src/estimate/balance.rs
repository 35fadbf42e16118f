//! The balance that a text would leave, with what is to be sent before it.

use rusqlite::Connection;
use rust_decimal::Decimal;

use super::price;
use crate::money::Money;
use crate::session::Account;
use crate::store::StoreError;
use crate::types::BalanceForecast;

/// The forecast for a text that costs so much; none where no balance is known.
pub(super) fn forecast(
    connection: &Connection,
    account: &Account,
    total: Option<&Money>,
) -> Result<Option<BalanceForecast>, StoreError> {
    let Some(now) = account.balance.as_ref().and_then(|balance| Decimal::from_str_exact(balance).ok()) else {
        return Ok(None);
    };
    let waiting = waiting(connection, &account.email)?;
    let before = now.saturating_sub(waiting);
    let after = total.map(|total| before.saturating_sub(total.amount));
    let is_short = after.map_or(before <= Decimal::ZERO, |after| after < Decimal::ZERO);
    let after = after.map(|after| after.normalize().to_string());
    Ok(Some(BalanceForecast { now: now.to_string(), waiting: waiting.normalize().to_string(), after, is_short }))
}

/// What the messages come to that are on their way or will go by themselves. Those that wait for the person may never go.
fn waiting(connection: &Connection, email: &str) -> Result<Decimal, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT country, sender_id, sum(predicted_segments) FROM message INDEXED BY message_by_state
         WHERE state IN ('queued', 'sending') AND account_email = ?1 AND country IS NOT NULL
         GROUP BY country, sender_id",
    )?;
    let groups = statement.query_map([email], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut sum = Decimal::ZERO;
    for group in groups {
        let (country, sender_id, segments): (String, i64, u32) = group?;
        let learned = price::learned(connection, email, &country, Some(sender_id))?;
        let cost = learned.and_then(|learned| learned.cost_of(segments));
        sum = sum.saturating_add(cost.map_or(Decimal::ZERO, |cost| cost.amount));
    }
    Ok(sum)
}
