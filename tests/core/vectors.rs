//! The agreed cases for numbers and texts, and what must hold for anything that can be typed at all.

use std::path::PathBuf;

use famulor_sms_core::text::{Encoding, analyze};
use famulor_sms_core::{Country, PhoneNumber};
use famulor_sms_tests::place;
use proptest::prelude::*;
use serde_json::Value;

const NAMES: [&str; 2] = ["phone_numbers.json", "segments.json"];

fn copy(name: &str) -> PathBuf {
    place::file("vectors").join(name)
}

/// The original, where the checkout lies beside it.
fn original(name: &str) -> Option<PathBuf> {
    let file = place::file("../../shared/vectors").join(name);
    file.is_file().then_some(file)
}

fn cases(name: &str) -> Vec<Value> {
    let file = original(name).unwrap_or_else(|| copy(name));
    let cases: Vec<Value> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert!(cases.len() > 10, "{name} has hardly a case");
    cases
}

#[test]
fn the_copy_of_the_agreed_cases_is_the_original_where_both_are_there() {
    for name in NAMES {
        let Some(original) = original(name) else { continue };
        assert_eq!(std::fs::read(copy(name)).unwrap(), std::fs::read(original).unwrap(), "{name}");
    }
}

#[test]
fn every_agreed_number_is_read_as_agreed() {
    for case in cases("phone_numbers.json") {
        let country = case["country"].as_str().unwrap().parse().unwrap();
        let read = PhoneNumber::parse(case["input"].as_str().unwrap(), country);
        match case["e164"].as_str() {
            Some(e164) => assert_eq!(read.unwrap().to_string(), e164, "{case}"),
            None => assert!(case["error"] == Value::Bool(true) && read.is_err(), "{case}"),
        }
    }
}

/// The text of a case: written out, or one piece repeated, with a suffix.
fn text_of(case: &Value) -> String {
    let repeated = case["text_repeat"]
        .as_array()
        .map(|pair| pair[0].as_str().unwrap().repeat(usize::try_from(pair[1].as_u64().unwrap()).unwrap()));
    let text = repeated.unwrap_or_else(|| case["text"].as_str().unwrap().to_owned());
    text + case["suffix"].as_str().unwrap_or_default()
}

#[test]
fn every_agreed_text_is_counted_as_agreed() {
    for case in cases("segments.json") {
        let analysis = serde_json::to_value(analyze(&text_of(&case))).unwrap();
        assert_eq!(analysis["encoding"], case["encoding"], "{case}");
        assert_eq!(analysis["segments"], case["segments"], "{case}");
    }
}

/// Characters of every sort that matters to the count, and any other.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z ]{1,40}",
        Just("€".to_owned()),
        Just("]".to_owned()),
        Just("„".to_owned()),
        Just("😀".to_owned()),
        Just("👩‍👩‍👧‍👦".to_owned()),
        Just("u\u{308}".to_owned()),
        Just("\r\n".to_owned()),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn units(text: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Gsm7 => text.chars().map(|c| 1 + usize::from("\u{c}^{}\\[~]|€".contains(c))).sum(),
        Encoding::Ucs2 => text.encode_utf16().count(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn any_text_is_counted_and_one_part_is_what_fits_in_one(typed in typed()) {
        let analysis = analyze(&typed);
        let (alone, joined) = match analysis.encoding {
            Encoding::Gsm7 => (160, 153),
            Encoding::Ucs2 => (70, 67),
        };
        let units = units(&analysis.text, analysis.encoding);
        let segments = analysis.segments as usize;
        prop_assert_eq!(segments == 0, analysis.text.is_empty());
        prop_assert_eq!(segments <= 1, units <= alone);
        prop_assert!(segments <= 1 || segments * joined >= units);
        prop_assert!(analysis.units_left as usize <= alone);
        prop_assert_eq!(analysis.forcing.is_empty(), analysis.encoding == Encoding::Gsm7);
        prop_assert_eq!(analysis.code_points as usize, analysis.text.chars().count());
        prop_assert_eq!(analyze(&analysis.text), analysis);
    }

    #[test]
    fn whatever_is_taken_as_a_number_is_plus_and_digits_and_is_read_as_itself(
        typed in prop_oneof![any::<String>(), "[+0-9 ()/.-]{0,24}", "[+]?(00)?(49|43|41|1|44|39)[0-9]{2,14}"],
        country in prop::sample::select(vec!["DE", "AT", "CH", "US", "GB", "IT", "FR", "AR", "BR"]),
    ) {
        let country: Country = country.parse().unwrap();
        if let Ok(number) = PhoneNumber::parse(&typed, country).and_then(PhoneNumber::unmistakable) {
            let digits = number.as_str().strip_prefix('+').unwrap();
            prop_assert!(!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
            prop_assert_eq!(PhoneNumber::parse(number.as_str(), country).unwrap(), number);
        }
    }
}
