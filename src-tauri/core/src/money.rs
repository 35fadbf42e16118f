//! Money as exact decimals, read from the text of the answer and never through a binary float.

use rust_decimal::Decimal;
use serde_json::value::RawValue;

/// An amount, with its currency where the service names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// The exact amount.
    pub amount: Decimal,
    /// The currency as an ISO 4217 code.
    pub currency: Option<String>,
}

/// Reads a JSON number, or a string that holds one, exactly; anything else, and anything that 28
/// digits do not hold exactly, is none.
#[must_use]
pub fn exact_decimal(json: &RawValue) -> Option<Decimal> {
    let text = json.get();
    let number = text.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(text);
    let exact = Decimal::from_str_exact(number).ok();
    exact.or_else(|| number.contains(['e', 'E']).then(|| Decimal::from_scientific(number).ok()).flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<String> {
        exact_decimal(&RawValue::from_string(json.to_owned()).unwrap()).map(|d| d.to_string())
    }

    #[test]
    fn amounts_keep_every_digit() {
        assert_eq!(read("0.0075").unwrap(), "0.0075");
        assert_eq!(read("100.67447094").unwrap(), "100.67447094");
        assert_eq!(read("\"12.50\"").unwrap(), "12.50");
        assert_eq!(read("5e-2").unwrap(), "0.05");
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for json in ["null", "true", "\"free\"", "[1]", "1e99", "0.00000000000000000000000000000000001"] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
