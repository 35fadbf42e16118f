//! Where what was billed is not what was predicted.

use rusqlite::{Connection, OptionalExtension as _, named_params};
use rust_decimal::Decimal;

use crate::store::StoreError;
use crate::types::{Cost, Drift};

/// So many messages are looked back: an old drift says nothing about the next message.
const RECENT: u32 = 5;

/// The newest of this account's last few bills to a country whose parts were not those that were predicted.
pub(super) fn latest(connection: &Connection, email: &str, country: &str) -> Result<Option<Drift>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT predicted_segments, billed_segments, created_at FROM
             (SELECT id, predicted_segments, billed_segments, created_at
              FROM message INDEXED BY message_billed_by_country
              WHERE country = :country AND account_email = :email
                  AND cost IS NOT NULL AND billed_segments > 0 ORDER BY id DESC LIMIT :recent)
         WHERE predicted_segments <> billed_segments ORDER BY id DESC LIMIT 1",
    )?;
    let values = named_params! { ":country": country, ":email": email, ":recent": RECENT };
    let drift =
        statement.query_row(values, |row| Ok(Drift { predicted: row.get(0)?, billed: row.get(1)?, at: row.get(2)? }));
    Ok(drift.optional()?)
}

/// Whether a bill differs from what was predicted, as far as both are known.
pub(crate) fn differs(segments: (u32, Option<u32>), predicted: Option<&Cost>, billed: Option<&Cost>) -> bool {
    let other_parts = segments.1.is_some_and(|billed| billed != segments.0);
    other_parts || predicted.zip(billed).is_some_and(|(predicted, billed)| !is_same(predicted, billed))
}

/// 0.150 is 0.15; a currency that is not named is no other one.
fn is_same(one: &Cost, other: &Cost) -> bool {
    let amount = |cost: &Cost| Decimal::from_str_exact(&cost.amount).ok();
    let currencies = one.currency.as_ref().zip(other.currency.as_ref());
    amount(one) == amount(other) && currencies.is_none_or(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(amount: &str, currency: Option<&str>) -> Cost {
        Cost { amount: amount.into(), currency: currency.map(str::to_owned) }
    }

    #[test]
    fn a_bill_differs_in_its_parts_or_its_cost_and_only_where_both_are_known() {
        let euro = cost("0.15", Some("EUR"));
        assert!(differs((1, Some(2)), None, None));
        assert!(differs((2, Some(2)), Some(&cost("0.14", Some("EUR"))), Some(&euro)));
        assert!(differs((2, Some(2)), Some(&cost("0.15", Some("USD"))), Some(&euro)));
        for predicted in [cost("0.1500", Some("EUR")), cost("0.15", None)] {
            assert!(!differs((2, Some(2)), Some(&predicted), Some(&euro)));
        }
        assert!(!differs((1, None), None, Some(&euro)));
        assert!(!differs((1, None), Some(&euro), None));
    }
}
