//! From a template to the text of a message: what is known is filled in, and what is not is named.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::placeholder::{Piece, pieces, same};
use crate::types::{ContactDetail, Filled, Language, Placeholder, PlaceholderKind};

/// What is known of the recipient; what is empty is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The given name.
    pub given: String,
    /// The family name.
    pub family: String,
    /// The organisation.
    pub organisation: String,
}

impl From<&ContactDetail> for Facts {
    fn from(contact: &ContactDetail) -> Self {
        Self {
            given: contact.given.clone(),
            family: contact.family.clone(),
            organisation: contact.organisation.clone(),
        }
    }
}

/// What the clock on this machine's wall shows.
#[must_use]
pub fn now_here() -> DateTime {
    TimeZone::system().to_datetime(Timestamp::now())
}

/// Fills a template's text. `answers` are the person's, by the name of the placeholder; they go before what is known.
/// What is filled in is text: braces in it are not filled again.
#[must_use]
pub fn fill(
    body: &str,
    facts: &Facts,
    now: DateTime,
    language: Language,
    answers: &BTreeMap<String, String>,
) -> Filled {
    let answers: BTreeMap<String, &str> = answers
        .iter()
        .map(|(name, answer)| (same(name), answer.trim()))
        .filter(|(_, answer)| !answer.is_empty())
        .collect();
    let mut filled = Filled { text: String::with_capacity(body.len()), unfilled: Vec::new() };
    for piece in pieces(body) {
        match piece {
            Piece::Text(text) => filled.text.push_str(text),
            Piece::Place(place) => match answers.get(&same(&place.name)) {
                Some(answer) => filled.text.push_str(answer),
                None => fill_place(&mut filled, place, facts, now, language),
            },
        }
    }
    filled
}

fn fill_place(filled: &mut Filled, place: Placeholder, facts: &Facts, now: DateTime, language: Language) {
    let known = known(place.kind, facts, now, language);
    if known.is_empty() {
        filled.text.push_str(&place.written);
        if !filled.unfilled.contains(&place) {
            filled.unfilled.push(place);
        }
    } else {
        filled.text.push_str(&known);
    }
}

/// Empty if it is not known.
fn known(kind: PlaceholderKind, facts: &Facts, now: DateTime, language: Language) -> String {
    match (kind, language) {
        (PlaceholderKind::FirstName, _) => facts.given.clone(),
        (PlaceholderKind::LastName, _) => facts.family.clone(),
        (PlaceholderKind::Organisation, _) => facts.organisation.clone(),
        (PlaceholderKind::Date, Language::De) => now.strftime("%d.%m.%Y").to_string(),
        // In words: 3/4 is another day in London than in New York.
        (PlaceholderKind::Date, Language::En) => now.strftime("%-d %B %Y").to_string(),
        (PlaceholderKind::Time, Language::De) => now.strftime("%H:%M").to_string(),
        (PlaceholderKind::Time, Language::En) => now.strftime("%-I:%M %P").to_string(),
        (PlaceholderKind::Own, _) => String::new(),
    }
}

/// A text with a signature under it, on a line of its own; once only.
#[must_use]
pub fn signed(text: &str, signature: &str) -> String {
    let (text, signature) = (text.trim_end(), signature.trim());
    if signature.is_empty() || text.ends_with(signature) {
        text.to_owned()
    } else if text.is_empty() {
        signature.to_owned()
    } else {
        format!("{text}\n{signature}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn anna() -> Facts {
        Facts { given: "Anna".into(), family: "Beck".into(), organisation: String::new() }
    }

    fn filled(body: &str, language: Language) -> Filled {
        fill(body, &anna(), date(2026, 3, 4).at(14, 5, 0, 0), language, &BTreeMap::new())
    }

    #[test]
    fn what_is_known_is_filled_in_by_the_rules_of_the_language() {
        let body = "{Vorname} {LAST NAME}, {date}, {Uhrzeit}";
        assert_eq!(filled(body, Language::De).text, "Anna Beck, 04.03.2026, 14:05");
        assert_eq!(filled(body, Language::En).text, "Anna Beck, 4 March 2026, 2:05 pm");
    }

    #[test]
    fn what_is_not_known_stays_and_is_named_once() {
        let filled = filled("{Firma}: {Termintag} {Vorname} {Termintag} {termintag}", Language::De);
        assert_eq!(filled.text, "{Firma}: {Termintag} Anna {Termintag} {termintag}");
        let named: Vec<&str> = filled.unfilled.iter().map(|place| place.written.as_str()).collect();
        assert_eq!(named, ["{Firma}", "{Termintag}", "{termintag}"]);
    }

    #[test]
    fn an_answer_is_taken_as_it_is_however_its_name_is_capitalised() {
        let answers = BTreeMap::from([("TERMINTAG".into(), " {Vorname} ".into()), ("Firma".into(), " ".into())]);
        let filled = fill("{Termintag} {Firma}", &anna(), DateTime::MIN, Language::De, &answers);
        assert_eq!((filled.text.as_str(), filled.unfilled.len()), ("{Vorname} {Firma}", 1));
    }

    #[test]
    fn a_signature_stands_under_the_text_once() {
        assert_eq!(signed("Guten Tag\n", " Ihr Team "), "Guten Tag\nIhr Team");
        assert_eq!(signed("Guten Tag\nIhr Team", "Ihr Team"), "Guten Tag\nIhr Team");
        assert_eq!(signed("Guten Tag", ""), "Guten Tag");
        assert_eq!(signed("", "Ihr Team"), "Ihr Team");
    }
}
