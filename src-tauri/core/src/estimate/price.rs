//! What one part cost last.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::clock::Millis;
use crate::money::Money;
use crate::store::StoreError;

/// The decimals of a price that is not a whole number of anything.
const DECIMALS: u32 = 6;

/// The newest bill of a message to a country.
#[derive(Debug)]
pub(super) struct Learned {
    /// When the message was written.
    pub(super) at: Millis,
    pub(super) same_sender: bool,
    bill: Money,
    segments: u32,
}

impl Learned {
    /// What so many parts come to. None if that is more than 28 digits hold.
    pub(super) fn cost_of(&self, segments: u32) -> Option<Money> {
        let (whole, parts) = (self.bill.amount.checked_mul(segments.into())?, Decimal::from(self.segments));
        let exact = whole.checked_div(parts)?;
        let is_exact = exact.checked_mul(parts) == Some(whole);
        let rounded = exact.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero);
        let amount = if is_exact { exact } else { rounded }.normalize();
        Some(Money { amount, currency: self.bill.currency.clone() })
    }
}

/// The newest bill of this account to a country: from this sender, else from any.
pub(super) fn learned(
    connection: &Connection,
    email: &str,
    country: &str,
    sender_id: Option<i64>,
) -> Result<Option<Learned>, StoreError> {
    let by_sender = sender_id.map_or(Ok(None), |sender_id| from_sender(connection, email, country, sender_id))?;
    match by_sender {
        Some(learned) => Ok(Some(learned)),
        None => from_any(connection, email, country),
    }
}

fn from_sender(
    connection: &Connection,
    email: &str,
    country: &str,
    sender_id: i64,
) -> Result<Option<Learned>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT created_at, cost, currency, billed_segments FROM message INDEXED BY message_billed_by_sender
         WHERE country = :country AND account_email = :email AND sender_id = :sender
             AND cost IS NOT NULL AND billed_segments > 0 ORDER BY id DESC LIMIT 1",
    )?;
    let values = named_params! { ":country": country, ":email": email, ":sender": sender_id };
    Ok(statement.query_row(values, |row| read(row, true)).optional()?.flatten())
}

fn from_any(connection: &Connection, email: &str, country: &str) -> Result<Option<Learned>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT created_at, cost, currency, billed_segments FROM message INDEXED BY message_billed_by_country
         WHERE country = :country AND account_email = :email
             AND cost IS NOT NULL AND billed_segments > 0 ORDER BY id DESC LIMIT 1",
    )?;
    let values = named_params! { ":country": country, ":email": email };
    Ok(statement.query_row(values, |row| read(row, false)).optional()?.flatten())
}

/// None if what was billed cannot be read exactly.
fn read(row: &Row<'_>, same_sender: bool) -> rusqlite::Result<Option<Learned>> {
    let (at, cost, currency, segments): (_, String, _, _) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    let amount = Decimal::from_str_exact(&cost).ok();
    Ok(amount.map(|amount| Learned { at, same_sender, bill: Money { amount, currency }, segments }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost_of(segments: u32, cost: &str, billed: u32) -> String {
        let bill = Money { amount: Decimal::from_str_exact(cost).unwrap(), currency: None };
        let learned = Learned { at: 0, same_sender: true, bill, segments: billed };
        learned.cost_of(segments).unwrap().amount.to_string()
    }

    #[test]
    fn a_price_is_exact_wherever_it_can_be() {
        assert_eq!(cost_of(1, "0.1500", 2), "0.075");
        assert_eq!(cost_of(3, "0.0075", 1), "0.0225");
        assert_eq!(cost_of(1, "0.00000015", 1), "0.00000015");
        assert_eq!(cost_of(3, "0.1", 3), "0.1");
        assert_eq!(cost_of(0, "0.075", 1), "0");
    }

    #[test]
    fn a_price_that_is_no_decimal_is_rounded_at_the_sixth() {
        assert_eq!(cost_of(1, "0.1", 3), "0.033333");
        assert_eq!(cost_of(2, "0.1", 3), "0.066667");
    }
}
