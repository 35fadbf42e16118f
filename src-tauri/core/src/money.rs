//! Money as exact decimals, read from the text of the answer and never through a binary float.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::value::RawValue;

use crate::types::Language;

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

/// A balance as a language writes it: to two decimals, rounded down, so never more than there is. What is no decimal stays as it
/// is. The window has the same in `ui/page/format.js`.
#[must_use]
pub fn balance_for_reading(exact: &str, language: Language) -> String {
    let Ok(amount) = Decimal::from_str_exact(exact) else { return exact.to_owned() };
    let point = match language {
        Language::De => ',',
        Language::En => '.',
    };
    let floored = amount.round_dp_with_strategy(2, RoundingStrategy::ToNegativeInfinity);
    let sign = if floored.is_sign_negative() && !floored.is_zero() { "-" } else { "" };
    let digits = format!("{:.2}", floored.abs());
    let (whole, cents) = digits.split_once('.').unwrap_or((&digits, "00"));
    format!("{sign}{}{point}{cents}", digits_for_reading(whole, language))
}

/// The digits of a whole number as a language writes them: in groups of three.
#[must_use]
pub fn digits_for_reading(digits: &str, language: Language) -> String {
    let group = match language {
        Language::De => '.',
        Language::En => ',',
    };
    let mut written = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(group);
        }
        written.push(digit);
    }
    written
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

    #[test]
    fn a_balance_is_written_as_the_window_writes_it() {
        let cases: Vec<[String; 3]> = serde_json::from_str(include_str!("../../../tests/data/balances.json")).unwrap();
        assert!(cases.len() > 10);
        for [exact, german, english] in cases {
            assert_eq!(balance_for_reading(&exact, Language::De), german);
            assert_eq!(balance_for_reading(&exact, Language::En), english);
        }
    }
}
