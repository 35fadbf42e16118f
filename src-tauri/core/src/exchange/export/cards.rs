//! A person as a card of version 4.0.

use calcard::common::IanaParse as _;
use calcard::vcard::{
    VCard, VCardEntry, VCardParameter, VCardParameterValue, VCardProperty, VCardType, VCardValue, VCardVersion,
};

use super::table::time;
use crate::contacts::{Person, PersonNumber};
use crate::exchange::cards::{DO_NOT_WRITE, DO_NOT_WRITE_SINCE, FAVOURITE};
use crate::exchange::label::Sort;
use crate::spreadsheet::Style;

/// The card's text, its lines folded.
pub(super) fn card(person: &Person, style: Style) -> String {
    let mut entries = vec![entry(VCardProperty::Fn, &[&person.name()])];
    entries.push(entry(VCardProperty::N, &[&person.family, &person.given, "", "", ""]));
    for (name, value) in [(VCardProperty::Org, &person.organisation), (VCardProperty::Note, &person.note)] {
        if !value.is_empty() {
            entries.push(entry(name, &[value]));
        }
    }
    for (at, there) in person.numbers.iter().enumerate() {
        entries.extend(number(there, at + 1, style));
    }
    entries.extend(marks(person));
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = VCard { entries }.write_to(&mut text, VCardVersion::V4_0);
    text
}

fn entry(name: VCardProperty, values: &[&str]) -> VCardEntry {
    VCardEntry::new(name).with_values(values.iter().map(|value| VCardValue::Text((*value).to_owned())).collect())
}

/// A usual label is a type that every program knows; any other is Apple's, which most know.
fn number(there: &PersonNumber, at: usize, style: Style) -> Vec<VCardEntry> {
    let tel = entry(VCardProperty::Tel, &[there.number.as_str()]);
    if there.label.is_empty() {
        return vec![tel];
    }
    let is_so_called = |sort: &&Sort| **sort != Sort::Other && sort.word(style) == there.label;
    let usual = Sort::ALL.iter().find(is_so_called).and_then(|sort| VCardType::parse(sort.card_type().as_bytes()));
    if let Some(usual) = usual {
        return vec![tel.with_param(VCardParameter::typ(VCardParameterValue::Type(usual)))];
    }
    let group = Some(format!("item{at}"));
    let label = entry(VCardProperty::Other("X-ABLabel".to_owned()), &[&there.label]);
    vec![tel.with_group(group.clone()), label.with_group(group)]
}

fn marks(person: &Person) -> Vec<VCardEntry> {
    let own = |name: &str, value: &str| entry(VCardProperty::Other(name.to_owned()), &[value]);
    let mut marks = Vec::new();
    if person.is_favourite {
        marks.push(own(FAVOURITE, "1"));
    }
    if let Some(mark) = &person.do_not_write {
        marks.extend([own(DO_NOT_WRITE, &mark.reason), own(DO_NOT_WRITE_SINCE, &time(mark.since))]);
    }
    marks
}
