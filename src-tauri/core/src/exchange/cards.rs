//! Cards: where each begins, and whom it describes. `calcard` reads them; what it gets wrong is mended before.

mod mend;

use std::collections::HashMap;

use calcard::common::IanaString as _;
use calcard::vcard::{VCard, VCardEntry, VCardParameterName, VCardParameterValue, VCardValue};
use calcard::{Entry, Parser};

use super::label;
use super::row::{Row, Written};
use crate::spreadsheet::Style;
use crate::types::UnreadableReason;

/// Our own fields, as the export writes them: whether it is a favourite, why and since when not to be written to.
pub(super) const FAVOURITE: &str = "X-FAMULOR-FAVOURITE";
pub(super) const DO_NOT_WRITE: &str = "X-FAMULOR-DO-NOT-WRITE";
pub(super) const DO_NOT_WRITE_SINCE: &str = "X-FAMULOR-DO-NOT-WRITE-SINCE";

/// Whether a text is one of cards: its first line that is not empty begins one.
pub(super) fn are_there(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| is(line, "BEGIN:VCARD"))
}

/// The text of every card, with the line it begins in. What stands between two cards is taken for one that is broken.
pub(super) fn split(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let (mut line, mut rest) = (1_u32, text);
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let end = end_of_card(rest);
            let (card, behind) = rest.split_at(end);
            let begin = line;
            rest = behind;
            line = line.saturating_add(u32::try_from(card.matches('\n').count()).unwrap_or(u32::MAX));
            let blank = card.len() - card.trim_start().len();
            if blank < card.len() {
                let skipped = card.get(..blank).unwrap_or_default().matches('\n').count();
                return Some((begin + u32::try_from(skipped).unwrap_or_default(), card.trim()));
            }
        }
    })
}

/// Behind the line that ends the first card, or before a line that begins one after anything else.
fn end_of_card(text: &str) -> usize {
    let (mut end, mut is_blank) = (0, true);
    for line in text.split_inclusive('\n') {
        if !is_blank && is(line, "BEGIN:VCARD") {
            return end;
        }
        is_blank &= line.trim().is_empty();
        end += line.len();
        if is(line, "END:VCARD") {
            return end;
        }
    }
    end
}

/// A line that begins with a space goes on with the one before: it is neither a beginning nor an end.
fn is(line: &str, wanted: &str) -> bool {
    line.trim_start_matches('\u{feff}').trim_end().eq_ignore_ascii_case(wanted)
}

/// The person on a card.
pub(super) fn row(line: u32, content: &str, style: Style) -> Row<'_> {
    let ends = content.lines().next_back().is_some_and(|last| is(last, "END:VCARD"));
    let written = if ends && are_there(content) { Ok(written(content, style)) } else { Err(UnreadableReason::CutOff) };
    Row { line, content, written }
}

/// What begins as a card is one to `calcard`, too.
fn written(content: &str, style: Style) -> Written {
    let entry = Parser::new(&mend::mended(content)).entry();
    if let Entry::VCard(card) = entry { person(&card, style) } else { Written::default() }
}

fn person(card: &VCard, style: Style) -> Written {
    let (mut person, labels) = (Written::default(), own_labels(card));
    let (mut reason, mut since, mut nickname) = (None, String::new(), String::new());
    for entry in &card.entries {
        match entry.name.as_str().to_ascii_uppercase().as_str() {
            "N" => name(entry, &mut person),
            "FN" => fill(&mut person.full, text(entry, " ")),
            "NICKNAME" => nickname = text(entry, ", "),
            "ORG" => fill(&mut person.organisation, text(entry, ", ")),
            "NOTE" => add_note(&mut person.note, &text(entry, ",")),
            "TEL" => person.numbers.push((label_of(entry, &labels, style), text(entry, ";"))),
            FAVOURITE => person.is_favourite = true,
            DO_NOT_WRITE => reason = Some(text(entry, ";")),
            DO_NOT_WRITE_SINCE => since = text(entry, ";"),
            _ => {}
        }
    }
    fill(&mut person.full, nickname);
    person.do_not_write = reason.map(|reason| (reason, since));
    person
}

/// Family, given and further names; titles before and behind are not kept.
fn name(entry: &VCardEntry, person: &mut Written) {
    let part = |at: usize| entry.values.get(at).map(|value| parts(value).join(" ")).unwrap_or_default();
    person.family = part(0);
    person.given = format!("{} {}", part(1).trim(), part(2).trim());
}

/// What a value holds; a list within it apart.
fn parts(value: &VCardValue) -> Vec<String> {
    match value {
        VCardValue::Text(text) => vec![text.clone()],
        VCardValue::Component(parts) => parts.iter().map(|part| part.trim().to_owned()).collect(),
        VCardValue::Binary(data) => vec![String::from_utf8_lossy(&data.data).into_owned()],
        VCardValue::Integer(_)
        | VCardValue::Float(_)
        | VCardValue::Boolean(_)
        | VCardValue::PartialDateTime(_)
        | VCardValue::Sex(_)
        | VCardValue::GramGender(_)
        | VCardValue::Kind(_) => Vec::new(),
    }
}

fn text(entry: &VCardEntry, between: &str) -> String {
    let parts: Vec<String> = entry.values.iter().flat_map(parts).filter(|part| !part.trim().is_empty()).collect();
    parts.join(between)
}

fn fill(field: &mut String, value: String) {
    if field.trim().is_empty() {
        *field = value;
    }
}

fn add_note(note: &mut String, more: &str) {
    if !note.is_empty() && !more.is_empty() {
        note.push('\n');
    }
    note.push_str(more);
}

/// The person's own word for a number (Apple's of the same group, or vCard 4's), else the usual one for its types.
fn label_of(entry: &VCardEntry, labels: &HashMap<&str, String>, style: Style) -> String {
    let apples = entry.group.as_deref().and_then(|group| labels.get(group).cloned());
    let own = apples.or_else(|| parameters(entry, &VCardParameterName::Label).next());
    let types: Vec<String> = parameters(entry, &VCardParameterName::Type).collect();
    let usual = || label::of_words(types.iter().map(String::as_str), style).unwrap_or_default().to_owned();
    own.map_or_else(usual, |own| label::written(&own, style))
}

/// The labels that Apple gives to the fields of a group.
fn own_labels(card: &VCard) -> HashMap<&str, String> {
    let is_label = |entry: &&VCardEntry| entry.name.as_str().eq_ignore_ascii_case("X-ABLabel");
    let labels = card.entries.iter().filter(is_label);
    labels.filter_map(|entry| Some((entry.group.as_deref()?, text(entry, ";")))).collect()
}

fn parameters<'a>(entry: &'a VCardEntry, name: &'a VCardParameterName) -> impl Iterator<Item = String> + 'a {
    entry.params.iter().filter(move |parameter| parameter.name == *name).filter_map(|parameter| {
        match &parameter.value {
            VCardParameterValue::Text(text) => Some(text.clone()),
            VCardParameterValue::Type(known) => Some(known.as_str().to_owned()),
            VCardParameterValue::Integer(_)
            | VCardParameterValue::Timestamp(_)
            | VCardParameterValue::Bool(_)
            | VCardParameterValue::ValueType(_)
            | VCardParameterValue::Calscale(_)
            | VCardParameterValue::Level(_)
            | VCardParameterValue::Phonetic(_)
            | VCardParameterValue::Jscomps(_)
            | VCardParameterValue::Null => None,
        }
    })
}
