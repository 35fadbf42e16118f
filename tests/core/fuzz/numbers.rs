//! The phone parser: whatever is typed, it does not panic, and what it takes is shown and dialled as the same number.

use famulor_sms_core::phone_number::grouped;
use famulor_sms_core::{Country, PhoneNumber};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{config, kept};

/// What libphonenumber takes: the longest number of a country (17) behind the longest code (3).
const MOST_DIGITS: usize = 20;

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn check(typed: &str, country: Country) -> Result<(), TestCaseError> {
    // For show; it must take anything.
    let _ = grouped(typed);
    let Ok(number) = PhoneNumber::parse(typed, country) else { return Ok(()) };
    let all = number.as_str().strip_prefix('+').unwrap_or_default();
    prop_assert!(all.bytes().all(|digit| digit.is_ascii_digit()), "{}", number);
    prop_assert!((4..=MOST_DIGITS).contains(&all.len()) && !all.starts_with('0'), "{}", number);
    // None of these may panic, also for numbers that no plan knows.
    let _ = (number.kind(), number.is_known(), number.country());
    let Ok(number) = number.unmistakable() else { return Ok(()) };
    prop_assert_eq!(digits(&number.grouped()), digits(number.as_str()), "shown as {}", number.grouped());
    prop_assert_eq!(PhoneNumber::from_e164(number.as_str()), Ok(number.clone()));
    prop_assert_eq!(
        PhoneNumber::parse(&number.grouped(), country),
        Ok(number.clone()),
        "shown as {}",
        number.grouped()
    );
    Ok(())
}

fn countries() -> impl Strategy<Value = Country> {
    select(Country::codes()).prop_map(|code| code.parse().unwrap())
}

fn words(words: &[&'static str]) -> impl Strategy<Value = String> {
    select(words.to_vec()).prop_map(str::to_owned)
}

/// What people type and paste, in pieces.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[0-9]{1,5}",
        2 => words(&["+", "00", "0", "(0)", " ", "-", "/", ".", "(", ")", "\u{a0}", "\u{2011}", "tel:", "011"]),
        1 => words(&[";ext=12", ";phone-context=+49", ";phone-context=", "x12", "#", "*", ",", ";", "~", "\n"]),
        1 => words(&["\u{ff0b}", "\u{ff11}\u{ff12}", "\u{661}\u{662}\u{663}", "\u{202e}", "\u{200b}", "o", "Anna"]),
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

#[test]
fn numbers_that_are_kept_hold() {
    for (name, file) in kept("numbers") {
        for typed in String::from_utf8(file).unwrap().lines() {
            for code in Country::codes() {
                let checked = check(typed, code.parse().unwrap());
                assert!(checked.is_ok(), "{name}: {typed:?} in {code}: {checked:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn numbers_as_people_type_them_hold(typed in typed(), country in countries()) {
        check(&typed, country)?;
    }

    #[test]
    fn numbers_of_any_length_hold(typed in "[+]?[0-9]{0,24}", country in countries()) {
        check(&typed, country)?;
    }

    #[test]
    fn numbers_of_any_text_hold(typed in any::<String>(), country in countries()) {
        check(&typed, country)?;
    }
}
