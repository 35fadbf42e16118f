//! The policy in the registry of Windows, where group policies put it: a key that administrators alone can write.
//!
//! How values become rules is plain code that is tested everywhere; only reading them needs Windows.

use serde_json::Value;

/// What can be fixed. The ADMX template names the values alike, without the lines between the words.
const KEYS: [&str; 11] = [
    "language",
    "default_country",
    "sender",
    "keep_months",
    "undo_seconds",
    "allowed_countries",
    "messages_per_day",
    "updates",
    "practice",
    "proxy",
    "forbid_changes",
];

/// What the registry knows no word for: yes and no.
const YES_OR_NO: [&str; 3] = ["updates", "practice", "forbid_changes"];

/// A value of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Text(String),
    Number(u32),
    List(Vec<String>),
    /// What no policy writes.
    Other,
}

/// The key and the value that stand for this in a file. What has no key keeps its name, so that it is found unknown.
fn in_file(name: &str, entry: Entry) -> (String, Value) {
    let known = KEYS.iter().find(|key| key.replace('_', "").eq_ignore_ascii_case(name));
    let key = known.copied().unwrap_or(name);
    (key.to_owned(), value(key, entry))
}

fn value(key: &str, entry: Entry) -> Value {
    match entry {
        Entry::Number(number @ (0 | 1)) if YES_OR_NO.contains(&key) => (number == 1).into(),
        Entry::Number(number) => number.into(),
        Entry::List(lines) => parts(&lines.join(",")),
        Entry::Text(text) if key == "allowed_countries" => parts(&text),
        Entry::Text(text) => text.into(),
        Entry::Other => Value::Null,
    }
}

fn parts(text: &str) -> Value {
    text.split([',', ';', ' ']).filter(|part| !part.is_empty()).collect()
}

#[cfg(windows)]
pub(super) use system::read;

#[cfg(windows)]
mod system {
    use windows_registry::{LOCAL_MACHINE, Type, Value};

    use super::super::{PolicyFault, Rules, reading};
    use super::{Entry, in_file};

    const KEY: &str = r"software\policies\FamulorSMS";

    /// `ERROR_FILE_NOT_FOUND`, as the registry says that there is no such key.
    const ABSENT: u32 = 0x8007_0002;

    pub(in super::super) fn read() -> Result<Rules, PolicyFault> {
        let key = match LOCAL_MACHINE.open(KEY) {
            Ok(key) => key,
            Err(error) if error.code().0.cast_unsigned() == ABSENT => return Ok(Rules::NONE),
            Err(_) => return Err(PolicyFault::Unreadable),
        };
        let values = key.values().map_err(|_| PolicyFault::Unreadable)?;
        reading::rules_of(values.map(|(name, value)| in_file(&name, entry(value))))
    }

    fn entry(value: Value) -> Entry {
        match value.ty() {
            Type::U32 => value.try_into().map_or(Entry::Other, Entry::Number),
            Type::String | Type::ExpandString => value.try_into().map_or(Entry::Other, Entry::Text),
            Type::MultiString => value.try_into().map_or(Entry::Other, Entry::List),
            Type::U64 | Type::Bytes | Type::Other(_) => Entry::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PolicyFault, Rules, reading};
    use super::*;

    fn rules(entries: impl IntoIterator<Item = (&'static str, Entry)>) -> Result<Rules, PolicyFault> {
        reading::rules_of(entries.into_iter().map(|(name, entry)| in_file(name, entry)))
    }

    fn text(text: &str) -> Entry {
        Entry::Text(text.to_owned())
    }

    #[test]
    fn what_group_policies_write_is_what_a_file_would_say() {
        let lines = ["DE".to_owned(), "AT".to_owned(), String::new()];
        let from_registry = rules([
            ("Language", text("de")),
            ("DefaultCountry", text("AT")),
            ("Sender", text("+491713920001")),
            ("KeepMonths", Entry::Number(12)),
            ("UndoSeconds", Entry::Number(0)),
            ("AllowedCountries", Entry::List(lines.to_vec())),
            ("MessagesPerDay", Entry::Number(50)),
            ("Updates", Entry::Number(0)),
            ("practice", Entry::Number(1)),
            ("Proxy", text("none")),
            ("ForbidChanges", Entry::Number(1)),
        ]);
        let from_file = crate::policy::json::rules_in(
            br#"{"language": "de", "default_country": "AT", "sender": "+491713920001", "keep_months": 12,
                 "undo_seconds": 0, "allowed_countries": ["DE", "AT"], "messages_per_day": 50, "updates": false,
                 "practice": true, "proxy": "none", "forbid_changes": true}"#,
        );
        assert!(from_file.is_ok());
        assert_eq!(from_registry, from_file);
    }

    /// The names of the values that the template writes.
    fn in_template() -> Vec<&'static str> {
        let template = include_str!("../../../../docs/windows-policy/FamulorSMS.admx");
        template.split("valueName=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn the_template_writes_everything_that_can_be_fixed_and_nothing_else() {
        let mut written: Vec<String> = in_template().iter().map(|name| in_file(name, Entry::Other).0).collect();
        let mut known = KEYS.to_vec();
        written.sort_unstable();
        known.sort_unstable();
        assert_eq!(written, known);
        for key in KEYS {
            let fault = reading::rules_of([(key.to_owned(), Value::Null)]).unwrap_err();
            assert_eq!(fault.kind(), "bad value", "{key}");
        }
    }

    #[test]
    fn every_word_of_the_template_is_there_in_both_languages() {
        let template = include_str!("../../../../docs/windows-policy/FamulorSMS.admx");
        for words in [
            include_str!("../../../../docs/windows-policy/en-US/FamulorSMS.adml"),
            include_str!("../../../../docs/windows-policy/de-DE/FamulorSMS.adml"),
        ] {
            for (kind, element) in [("$(string.", "string"), ("$(presentation.", "presentation")] {
                for id in template.split(kind).skip(1).filter_map(|rest| rest.split(')').next()) {
                    assert!(words.contains(&format!("<{element} id=\"{id}\"")), "{id}");
                }
            }
        }
    }

    #[test]
    fn the_documentation_names_every_key_and_its_value() {
        let page = include_str!("../../../../docs/administrators.md");
        for name in in_template() {
            let key = in_file(name, Entry::Other).0;
            assert!(page.contains(&format!("| `{key}` (`{name}`) |")), "{key}");
        }
    }

    #[test]
    fn countries_may_stand_in_one_line() {
        let rules = rules([("AllowedCountries", text("DE, AT;CH"))]).unwrap();
        let codes: Vec<_> = rules.allowed_countries.unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(codes, ["DE", "AT", "CH"]);
    }

    #[test]
    fn what_no_template_writes_is_a_fault() {
        for (name, entry) in [
            ("AllowedCountries", text("")),
            ("Updates", Entry::Number(2)),
            ("Updates", text("1")),
            ("UndoSeconds", text("5")),
            ("Language", Entry::Other),
            ("AllowedCountry", text("DE")),
        ] {
            assert!(rules([(name, entry)]).is_err(), "{name}");
        }
    }
}
