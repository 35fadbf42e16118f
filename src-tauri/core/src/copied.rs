//! The phone number in what somebody has copied, if there is exactly one.
//!
//! A clipboard is a stranger's words as much as a link is: it is read up to a limit, what cannot be seen in it counts for
//! nothing, and nothing but the number comes out of it.

use crate::link;
use crate::phone_number::{Country, PhoneNumber};

/// A text longer than this, in bytes, is no number that somebody copied.
pub const LONGEST: usize = 2048;

/// So few digits are no number among words.
const FEWEST_DIGITS: usize = 7;

/// The one number: the whole text, or the only number in it that the numbering plans know.
#[must_use]
pub fn number(text: &str, country: Country) -> Option<PhoneNumber> {
    if text.len() > LONGEST {
        return None;
    }
    if let Some(link) = link::read(text) {
        let alone = link.others.is_empty() && link.extension.is_none();
        return PhoneNumber::parse(&link.recipient, country).ok().filter(|_| alone);
    }
    let plain = link::plain_text(text);
    let mut found: Vec<PhoneNumber> = runs(&plain)
        .filter_map(|run| PhoneNumber::parse(run, country).ok())
        .filter(|number| run_is_all(&plain) || number.is_known())
        .collect();
    found.dedup();
    match <[PhoneNumber; 1]>::try_from(found) {
        Ok([number]) => Some(number),
        Err(_) => None,
    }
}

/// What could be numbers: digits with what people write between them, on one line and not within a word.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|c: char| !is_written_in_numbers(c)).filter(|piece| digits(piece) >= FEWEST_DIGITS);
    pieces.filter(move |piece| !touches_a_word(text, piece)).map(str::trim)
}

/// Nothing stands in the text but what can be written in a number.
fn run_is_all(text: &str) -> bool {
    text.chars().all(is_written_in_numbers)
}

fn is_written_in_numbers(character: char) -> bool {
    character.is_ascii_digit()
        || matches!(character, '+' | ' ' | '\u{a0}' | '(' | ')' | '-' | '‐' | '‑' | '–' | '/' | '.')
}

/// `DE89 3704…` is an account and `A1234567` a file: a letter or another sign stands directly at the digits.
fn touches_a_word(text: &str, piece: &str) -> bool {
    let begin = piece.as_ptr() as usize - text.as_ptr() as usize;
    let before = text.get(..begin).and_then(|text| text.chars().next_back());
    let behind = text.get(begin + piece.len()..).and_then(|text| text.chars().next());
    let is_word =
        |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '=' | '@'));
    let starts_with_digit = piece.starts_with(|c: char| c.is_ascii_digit() || c == '+');
    let ends_with_digit = piece.ends_with(|c: char| c.is_ascii_digit());
    (starts_with_digit && is_word(before)) || (ends_with_digit && is_word(behind))
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        number(text, Country::GERMANY).map(|number| number.to_string())
    }

    #[test]
    fn a_number_is_taken_however_it_was_copied() {
        for text in [
            "+49 171 1234567",
            "0171/123 45 67",
            "  0171 1234567\n",
            "(0171) 1234567",
            "tel:+491711234567",
            "Anna Beck, Mobil: 0171 1234567.",
            "Tel. +49 171 1234567 (privat)",
            "\u{202a}+49 171 1234567\u{202c}",
            "0171 1234567 / mobil; noch einmal +49 171 1234567",
        ] {
            assert_eq!(found(text).as_deref(), Some("+491711234567"), "{text:?}");
        }
    }

    #[test]
    fn no_number_and_several_are_none() {
        for text in [
            "",
            "Guten Tag",
            "0171 1234567, 0172 7654321",
            "sms:+491711234567,+491721234567",
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            "Rechnung 2026-11-25 Nr. 47110815",
            "https://example.com/?id=01711234567",
            "anna01711234567@example.com",
            "<script>alert(1)</script>",
        ] {
            assert_eq!(found(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_long_text_is_not_looked_through() {
        let at_the_limit = format!("0171 1234567{}", " ".repeat(LONGEST - "0171 1234567".len()));
        assert_eq!(found(&at_the_limit).as_deref(), Some("+491711234567"));
        assert_eq!(found(&(at_the_limit + " ")), None);
    }
}
