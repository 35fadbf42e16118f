//! The reader of links: whatever a stranger writes, it does not panic, hides nothing, and gives back what was put in.

use famulor_sms_core::link::{LONGEST, read};
use famulor_sms_core::{Country, PhoneNumber};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{config, kept};

fn is_hidden(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn check(written: &str) -> Result<(), TestCaseError> {
    let Some(link) = read(written) else { return Ok(()) };
    let lines = [Some(&link.recipient), link.extension.as_ref()].into_iter().flatten().chain(&link.others);
    for line in lines {
        prop_assert!(!line.chars().any(|c| c.is_control() || is_hidden(c) || matches!(c, '<' | '>')), "{:?}", line);
        prop_assert_eq!(line.trim(), line.as_str());
    }
    prop_assert!(link.others.iter().all(|other| !other.is_empty() && *other != link.recipient));
    prop_assert!(!link.body.chars().any(|c| (c.is_control() && c != '\n') || is_hidden(c)), "{:?}", link.body);
    // A letter that Windows wrote in one byte of a link takes up to three here.
    prop_assert!(link.body.len() + link.recipient.len() <= 2 * LONGEST);
    prop_assert_eq!(link.cut, written.trim_matches(|c: char| c.is_whitespace() || c.is_control()).len() > LONGEST);
    // What stands in the form is read as a number next.
    let _ = PhoneNumber::parse(&link.recipient, Country::GERMANY);
    Ok(())
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Links in pieces.
fn written() -> impl Strategy<Value = String> {
    let words = |words: &[&'static str]| select(words.to_vec()).prop_map(str::to_owned);
    let piece = prop_oneof![
        3 => "[0-9]{1,5}",
        3 => words(&["+", "?", "&", "=", ";", ",", ":", "/", "%", "body=", "addresses=", "ext=", "phone-context=", "open", "tel:"]),
        2 => "%[0-9A-Fa-f]{0,2}",
        1 => words(&["\0", "\n", "\r", "\u{202e}", "\u{2066}", "\u{feff}", "<", ">", "ä", "🙂", "%C3", "%00", "%0a", "%e2%80%ae"]),
        1 => any::<String>(),
    ];
    let scheme = words(&["sms:", "SMS:", "smsto:", "tel:", "sms://", " sms:"]);
    (scheme, vec(piece, 0..24)).prop_map(|(scheme, pieces)| scheme + &pieces.concat())
}

#[test]
fn links_that_are_kept_hold() {
    for (name, file) in kept("links") {
        let checked = check(&String::from_utf8_lossy(&file));
        assert!(checked.is_ok(), "{name}: {checked:?}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn links_in_pieces_hold(written in written()) {
        check(&written)?;
    }

    #[test]
    fn links_that_are_too_long_hold(written in written(), fill in 0usize..2100) {
        check(&written.replacen(':', &format!(":{}", "1".repeat(fill)), 1))?;
    }

    #[test]
    fn links_of_any_text_hold(written in any::<String>()) {
        check(&written)?;
        check(&format!("sms:{written}"))?;
    }

    #[test]
    fn a_number_and_a_text_come_back_as_they_were_put_in(number in "[+][1-9][0-9]{5,14}", text in "[ -~äöüß€🙂\n]{0,100}") {
        let link = read(&format!("sms:{number}?body={}", escaped(&text))).unwrap();
        prop_assert_eq!((link.recipient, link.body, link.cut), (number, text.trim().to_owned(), false));
    }
}
