//! What the columns of a table mean, told by their headers in German and English, or by what stands in them.

use super::label;
use crate::spreadsheet::Style;
use crate::types::{Mapping, Meaning};

/// Rows that are looked at where headers say nothing.
pub(super) const LOOKED_AT: usize = 50;

/// What the columns are taken for: `rows` are the first ones of the table, with the header if there is one.
pub(super) fn recognise(rows: &[Vec<String>], style: Style) -> Mapping {
    let first = rows.first().map(Vec::as_slice).unwrap_or_default();
    let named = by_name(first, style);
    let is_named = named.iter().any(|meaning| *meaning != Meaning::Ignored);
    let has_header = is_named || !first.iter().any(|cell| looks_like_a_number(cell));
    let columns = if named.iter().any(is_number) {
        named
    } else {
        by_content(named, rows.get(usize::from(has_header)..).unwrap_or_default())
    };
    Mapping { columns, has_header }
}

/// How many headers say what stands below them.
pub(super) fn known(headers: &[String]) -> usize {
    by_name(headers, Style::English).iter().filter(|meaning| **meaning != Meaning::Ignored).count()
}

fn by_name(headers: &[String], style: Style) -> Vec<Meaning> {
    let mut columns: Vec<Meaning> = headers.iter().map(|header| meaning(header, style)).collect();
    let has = |wanted: &Meaning| columns.contains(wanted);
    if has(&Meaning::Given) && !has(&Meaning::Family) {
        // "Name" beside "Vorname" is the family name.
        let name = headers.iter().position(|header| words(header) == ["name"]);
        if let Some(column) = name.and_then(|at| columns.get_mut(at)) {
            *column = Meaning::Family;
        }
    }
    columns
}

fn meaning(header: &str, style: Style) -> Meaning {
    let words = words(header);
    match words.join(" ").as_str() {
        "first name" | "firstname" | "given name" | "forename" | "middle name" | "additional name" | "vorname"
        | "rufname" | "weitere vornamen" | "zweiter vorname" => Meaning::Given,
        "last name" | "lastname" | "family name" | "surname" | "nachname" | "familienname" | "zuname" => {
            Meaning::Family
        }
        "name"
        | "full name"
        | "fullname"
        | "display name"
        | "anzeigename"
        | "vollständiger name"
        | "contact"
        | "contact name"
        | "kontakt"
        | "kontaktname"
        | "ansprechpartner" => Meaning::FullName,
        "company"
        | "company name"
        | "organization"
        | "organisation"
        | "organization name"
        | "organization 1 name"
        | "firma"
        | "firmenname"
        | "unternehmen" => Meaning::Organisation,
        "department" | "organization department" | "organization 1 department" | "abteilung" => Meaning::Department,
        "note" | "notes" | "notiz" | "notizen" | "comment" | "comments" | "bemerkung" | "bemerkungen" | "anmerkung"
        | "anmerkungen" | "kommentar" => Meaning::Note,
        "favourite" | "favorite" | "favorit" => Meaning::Favourite,
        "do not write" | "nicht anschreiben" => Meaning::DoNotWrite,
        "do not write since" | "nicht anschreiben seit" => Meaning::DoNotWriteSince,
        _ if !words.iter().any(|word| is_phone(word)) => Meaning::Ignored,
        _ if words.iter().any(|word| matches!(word.as_str(), "label" | "type" | "bezeichnung")) => Meaning::NumberLabel,
        _ => Meaning::Number { label: label_of(header, &words, style) },
    }
}

/// The words of a header in small letters, whatever stands between them.
fn words(header: &str) -> Vec<String> {
    header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn is_phone(word: &str) -> bool {
    let is_compound = ["telefon", "telefonnummer", "mobilnummer", "handynummer"].iter().any(|end| word.ends_with(end));
    let is_word = matches!(
        word,
        "phone"
            | "phones"
            | "telephone"
            | "tel"
            | "mobile"
            | "mobil"
            | "cell"
            | "cellphone"
            | "handy"
            | "rufnummer"
            | "fax"
            | "telefax"
            | "faxnummer"
            | "pager"
            | "isdn"
            | "callback"
            | "rückmeldung"
            | "mobilfunk"
    );
    is_compound || is_word
}

/// The usual word; the header itself if it is more than "Phone 2".
fn label_of(header: &str, words: &[String], style: Style) -> String {
    let is_plain = |word: &String| {
        let plain = [
            "phone",
            "phones",
            "telephone",
            "telefon",
            "tel",
            "telefonnummer",
            "rufnummer",
            "number",
            "nummer",
            "nr",
            "value",
        ];
        plain.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit())
    };
    match label::of_words(words.iter().map(String::as_str), style) {
        Some(usual) => usual.to_owned(),
        None if words.iter().all(is_plain) => String::new(),
        None => header.trim().to_owned(),
    }
}

/// Columns that mostly hold numbers hold numbers; the one with the most that looks like names holds the names, if none
/// was named.
fn by_content(mut columns: Vec<Meaning>, rows: &[Vec<String>]) -> Vec<Meaning> {
    let width = rows.iter().take(LOOKED_AT).map(Vec::len).max().unwrap_or_default().max(columns.len());
    columns.resize(width, Meaning::Ignored);
    let cells = |at: usize| {
        rows.iter().take(LOOKED_AT).filter_map(move |row| row.get(at)).filter(|cell| !cell.trim().is_empty())
    };
    for (at, column) in columns.iter_mut().enumerate().filter(|(_, column)| **column == Meaning::Ignored) {
        let numbers = cells(at).filter(|cell| looks_like_a_number(cell)).count();
        if numbers > 0 && numbers * 2 > cells(at).count() {
            *column = Meaning::Number { label: String::new() };
        }
    }
    if columns.iter().all(|column| *column == Meaning::Ignored || is_number(column)) {
        let names = |at: usize| cells(at).filter(|cell| looks_like_a_name(cell)).count();
        let most =
            (0..width).rev().filter(|at| columns.get(*at) == Some(&Meaning::Ignored)).max_by_key(|at| names(*at));
        if let Some(column) = most.and_then(|at| columns.get_mut(at)) {
            *column = Meaning::FullName;
        }
    }
    columns
}

fn is_number(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Number { .. })
}

/// Long enough for a number, and nothing else in it. A date has its points or dashes twice.
fn looks_like_a_number(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let is_plain = cell.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–/().'".contains(c));
    let begins_so = cell.trim_start().starts_with(['+', '0', '(', '\'']);
    is_plain && begins_so && (6..=20).contains(&digits)
}

/// Two words or three.
fn looks_like_a_name(cell: &str) -> bool {
    let words = cell.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    (2..=3).contains(&words) && !cell.contains(|c: char| c.is_ascii_digit())
}
