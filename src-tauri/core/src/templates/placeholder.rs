//! The places of a text that are to be filled: `{first name}`, `{Datum}`, and those that the person invents.

use crate::types::{Placeholder, PlaceholderKind};

/// The longest name of a placeholder, in characters.
const LONGEST: usize = 30;

/// Every name that is understood by itself, in small letters.
const KNOWN: [(&str, PlaceholderKind); 10] = [
    ("first name", PlaceholderKind::FirstName),
    ("vorname", PlaceholderKind::FirstName),
    ("last name", PlaceholderKind::LastName),
    ("nachname", PlaceholderKind::LastName),
    ("organisation", PlaceholderKind::Organisation),
    ("firma", PlaceholderKind::Organisation),
    ("date", PlaceholderKind::Date),
    ("datum", PlaceholderKind::Date),
    ("time", PlaceholderKind::Time),
    ("uhrzeit", PlaceholderKind::Time),
];

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Taken as it is.
    Text(&'a str),
    /// To be filled.
    Place(Placeholder),
}

/// The text in its pieces; together they are the text.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(opening) = rest.find('{') {
        let (before, behind) = rest.split_at_checked(opening).unwrap_or((rest, ""));
        let place = behind.find('}').and_then(|closing| behind.get(..=closing)).and_then(place);
        let until = place.as_ref().map_or(1, |place| place.written.len());
        let text_until = if place.is_some() { opening } else { opening + 1 };
        pieces.push(Piece::Text(rest.get(..text_until).unwrap_or(before)));
        pieces.extend(place.map(Piece::Place));
        rest = behind.get(until..).unwrap_or_default();
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// The placeholder that `{…}` is: letters, digits and spaces, thirty at most.
fn place(written: &str) -> Option<Placeholder> {
    let name = written.strip_prefix('{')?.strip_suffix('}')?.trim_matches(' ');
    let is_name = name.chars().all(|c| c.is_alphanumeric() || c == ' ');
    let fits = (1..=LONGEST).contains(&name.chars().count());
    (is_name && fits).then(|| Placeholder { written: written.into(), name: name.into(), kind: kind(name) })
}

fn kind(name: &str) -> PlaceholderKind {
    let name = same(name);
    KNOWN.iter().find(|(known, _)| *known == name).map_or(PlaceholderKind::Own, |(_, kind)| *kind)
}

/// What two names have in common that mean the same: capitals and further spaces do not matter.
pub(super) fn same(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let place = |piece| match piece {
            Piece::Place(place) => Some(place.name),
            Piece::Text(_) => None,
        };
        pieces(text).into_iter().filter_map(place).collect()
    }

    #[test]
    fn placeholders_are_told_from_other_braces() {
        assert_eq!(names("{Vorname} {{Tag}} {a{b} } {c"), ["Vorname", "Tag", "b"]);
        assert_eq!(names("{} { } {a-b} {a\nb} {a\n} {ö 1}"), ["ö 1"]);
        assert_eq!(names(&format!("{{{}}} {{{}}}", "ä".repeat(30), "ä".repeat(31))), ["ä".repeat(30)]);
    }

    #[test]
    fn both_languages_are_understood_however_they_are_capitalised() {
        for (name, expected) in KNOWN {
            assert_eq!(kind(&name.to_uppercase()), expected, "{name}");
        }
        assert_eq!(kind("First  Name"), PlaceholderKind::FirstName);
        assert_eq!(kind("Termintag"), PlaceholderKind::Own);
    }
}
