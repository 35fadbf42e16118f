//! A person as a row whose headers the import knows.

use crate::clock::Millis;
use crate::contacts::{Person, PersonNumber};
use crate::spreadsheet::{Style, harmless};

/// What the columns are called, with `numbers` pairs of label and number.
pub(super) fn headers(numbers: usize, style: Style) -> Vec<String> {
    let (fixed, number, label) = match style {
        Style::German => (
            ["Vorname", "Nachname", "Firma", "Notiz", "Favorit", "Nicht anschreiben", "Nicht anschreiben seit"],
            "Telefon",
            "Bezeichnung",
        ),
        Style::English => (
            ["First name", "Last name", "Company", "Note", "Favourite", "Do not write", "Do not write since"],
            "Phone",
            "Label",
        ),
    };
    let pairs = (1..=numbers).flat_map(|n| [format!("{number} {n} {label}"), format!("{number} {n}")]);
    fixed.map(str::to_owned).into_iter().chain(pairs).collect()
}

/// The cells of a person, as many as there are headers.
pub(super) fn cells(person: &Person, numbers: usize) -> Vec<String> {
    let mark = person.do_not_write.as_ref();
    let fixed = [
        harmless(&person.given),
        harmless(&person.family),
        harmless(&person.organisation),
        harmless(&person.note),
        if person.is_favourite { "1".to_owned() } else { String::new() },
        mark.map(|mark| harmless(&mark.reason)).unwrap_or_default(),
        mark.map(|mark| time(mark.since)).unwrap_or_default(),
    ];
    let pair = |there: &PersonNumber| [harmless(&there.label), there.number.to_string()];
    let mut cells: Vec<String> = fixed.into_iter().chain(person.numbers.iter().flat_map(pair)).collect();
    cells.resize(7 + 2 * numbers, String::new());
    cells
}

/// A time that every program reads alike.
pub(super) fn time(at: Millis) -> String {
    jiff::Timestamp::from_millisecond(at).map(|at| at.to_string()).unwrap_or_default()
}
