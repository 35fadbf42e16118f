//! From what administrators wrote to what is fixed. What is not understood to the last key is a fault: a slip of the pen in
//! the list of allowed countries must not allow them all.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fault::KeyName;
use super::{PolicyFault, Rules};
use crate::phone_number::{Country, PhoneNumber};

/// The times for undo and keeping that the settings offer, too.
const UNDO_SECONDS: [u32; 4] = [0, 5, 10, 20];
const KEEP_MONTHS: [u32; 6] = [0, 1, 3, 6, 12, 24];

/// The rules that these names and values make.
pub(super) fn rules_of(entries: impl IntoIterator<Item = (String, Value)>) -> Result<Rules, PolicyFault> {
    let (mut rules, mut seen) = (Rules::NONE, HashSet::new());
    for (key, value) in entries {
        let name = || KeyName::new(&key);
        if !seen.insert(key.clone()) {
            return Err(PolicyFault::DoubleKey(name()));
        }
        let known = fix(&mut rules, &key, value).ok_or_else(|| PolicyFault::BadValue(name()))?;
        if !known {
            return Err(PolicyFault::UnknownKey(name()));
        }
    }
    Ok(rules)
}

/// False if there is nothing of this name; none if it cannot have this value.
fn fix(rules: &mut Rules, key: &str, value: Value) -> Option<bool> {
    match key {
        "language" => rules.language = Some(read(value)?),
        "default_country" => rules.default_country = Some(country(value)?),
        "sender" => rules.sender = Some(sender(value)?),
        "keep_months" => rules.keep_months = Some(one_of(value, &KEEP_MONTHS)?),
        "undo_seconds" => rules.undo_seconds = Some(one_of(value, &UNDO_SECONDS)?),
        "allowed_countries" => rules.allowed_countries = Some(countries(value)?),
        "messages_per_day" => rules.messages_per_day = Some(read(value).filter(|most| *most > 0)?),
        "updates" => rules.updates = Some(read(value)?),
        "practice" => rules.practice = Some(read(value)?),
        "proxy" => rules.proxy = Some(read::<String>(value)?.parse().ok()?),
        "forbid_changes" => rules.forbid_changes = read(value)?,
        _ => return Some(false),
    }
    Some(true)
}

fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

fn one_of(value: Value, known: &[u32]) -> Option<u32> {
    read(value).filter(|value| known.contains(value))
}

fn country(value: Value) -> Option<Country> {
    read::<String>(value)?.parse().ok()
}

/// At least one: who means "nowhere" would not have the program.
fn countries(value: Value) -> Option<Vec<Country>> {
    let codes: Vec<String> = read(value)?;
    let countries: Vec<Country> = codes.iter().map(|code| code.parse().ok()).collect::<Option<_>>()?;
    (!countries.is_empty()).then_some(countries)
}

/// With its country: a policy must not depend on where a computer stands.
fn sender(value: Value) -> Option<PhoneNumber> {
    let written: String = read(value)?;
    let number = PhoneNumber::parse(&written, Country::GERMANY).and_then(PhoneNumber::unmistakable).ok();
    number.filter(|_| written.trim_start().starts_with('+'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::json::rules_in;
    use crate::types::LanguageChoice;

    fn rules(text: &str) -> Result<Rules, PolicyFault> {
        rules_in(text.as_bytes())
    }

    #[test]
    fn everything_that_can_be_fixed_is_read() {
        let read = rules(
            r#"{"language": "de", "default_country": "AT", "sender": "+49 171 3920001", "keep_months": 0,
                "undo_seconds": 20, "allowed_countries": ["DE", "AT"], "messages_per_day": 50, "updates": false,
                "practice": false, "proxy": "http://user:secret@proxy.example:3128", "forbid_changes": true}"#,
        );
        let expected = Rules {
            language: Some(LanguageChoice::De),
            default_country: Some("AT".parse().unwrap()),
            sender: Some(PhoneNumber::from_e164("+491713920001").unwrap()),
            keep_months: Some(0),
            undo_seconds: Some(20),
            allowed_countries: Some(vec!["DE".parse().unwrap(), "AT".parse().unwrap()]),
            messages_per_day: Some(50),
            updates: Some(false),
            practice: Some(false),
            proxy: Some("http://user:secret@proxy.example:3128".parse().unwrap()),
            forbid_changes: true,
        };
        assert!(!format!("{read:?}").contains("secret"));
        assert_eq!(read, Ok(expected));
        assert_eq!(rules("\u{feff}{}\r\n"), Ok(Rules::NONE));
    }

    #[test]
    fn what_is_not_an_object_of_json_is_a_fault_with_its_line() {
        for (text, line) in
            [("", None), ("{\n\"language\":", Some(2)), ("[]", Some(1)), ("{} {}", Some(1)), ("null", Some(1))]
        {
            let fault = rules(text).unwrap_err();
            assert!(
                matches!(fault, PolicyFault::NotJson(found) if line.is_none() || found == line),
                "{text}: {fault:?}"
            );
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_a_fault_and_never_skipped() {
        for key in ["alowed_countries", "Language", "$schema", ""] {
            let fault = rules(&format!(r#"{{"{key}": true}}"#)).unwrap_err();
            assert_eq!(fault, PolicyFault::UnknownKey(KeyName::new(key)));
        }
        let twice = rules(r#"{"updates": true, "updates": false}"#).unwrap_err();
        assert_eq!(twice, PolicyFault::DoubleKey(KeyName::new("updates")));
    }

    #[test]
    fn a_value_that_cannot_be_is_a_fault_that_names_its_key() {
        for (key, value) in [
            ("language", "\"fr\""),
            ("default_country", "\"Germany\""),
            ("default_country", "null"),
            ("sender", "\"0171 3920001\""),
            ("sender", "1"),
            ("keep_months", "2"),
            ("undo_seconds", "\"5\""),
            ("undo_seconds", "-5"),
            ("allowed_countries", "\"DE\""),
            ("allowed_countries", "[]"),
            ("allowed_countries", "[\"DE\", \"XX\"]"),
            ("messages_per_day", "0"),
            ("messages_per_day", "1.5"),
            ("updates", "\"no\""),
            ("practice", "0"),
            ("proxy", "\"socks5://proxy.example\""),
            ("proxy", "true"),
            ("forbid_changes", "[\"language\"]"),
        ] {
            let fault = rules(&format!(r#"{{"{key}": {value}}}"#)).unwrap_err();
            assert_eq!(fault, PolicyFault::BadValue(KeyName::new(key)), "{value}");
        }
    }
}
