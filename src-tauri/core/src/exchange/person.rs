//! A person as files know them: without a row, and every number one that can be dialled.

use crate::phone_number::PhoneNumber;
use crate::types::DoNotWrite;

/// A person that a file holds or is to hold. There is a name or an organisation, and at least one number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The given name; may be empty.
    pub given: String,
    /// The family name; may be empty.
    pub family: String,
    /// The organisation; may be empty.
    pub organisation: String,
    /// A note of any number of lines; may be empty.
    pub note: String,
    /// The numbers, the most important one first; none twice.
    pub numbers: Vec<PersonNumber>,
    /// Whether this is a favourite.
    pub is_favourite: bool,
    /// That the person is not to be written to.
    pub do_not_write: Option<DoNotWrite>,
}

/// A number of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonNumber {
    /// What it is called; may be empty.
    pub label: String,
    /// The number.
    pub number: PhoneNumber,
}

impl Person {
    /// The name as shown: given and family name, else the organisation.
    #[must_use]
    pub fn name(&self) -> String {
        match (self.given.as_str(), self.family.as_str()) {
            ("", "") => self.organisation.clone(),
            (given, family) => format!("{given} {family}").trim().to_owned(),
        }
    }

    /// Takes over what the other has more: numbers, empty fields, a mark. What cannot stand beside what is here, such as
    /// another name, goes into the note, so that nothing is lost.
    pub(super) fn merge(&mut self, other: &Self) {
        let names_differ = !other.has_no_name() && !self.has_no_name() && self.name() != other.name();
        let lines = [
            if names_differ { other.name() } else { String::new() },
            fill_or_keep(&mut self.organisation, &other.organisation),
            other.note.clone(),
        ];
        if self.has_no_name() {
            (self.given, self.family) = (other.given.clone(), other.family.clone());
        }
        lines.iter().for_each(|line| add_line(&mut self.note, line));
        self.is_favourite |= other.is_favourite;
        self.do_not_write = self.do_not_write.take().or_else(|| other.do_not_write.clone());
        for number in &other.numbers {
            add_number(&mut self.numbers, number.clone());
        }
    }

    fn has_no_name(&self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }
}

/// Adds a number unless it is there; one without a label takes the label of the other.
pub(super) fn add_number(numbers: &mut Vec<PersonNumber>, number: PersonNumber) {
    match numbers.iter_mut().find(|there| there.number == number.number) {
        Some(there) if there.label.is_empty() => there.label = number.label,
        Some(_) => {}
        None => numbers.push(number),
    }
}

/// Fills an empty field; what finds no room is given back.
fn fill_or_keep(field: &mut String, other: &str) -> String {
    if field.is_empty() {
        other.clone_into(field);
    }
    if field == other { String::new() } else { other.to_owned() }
}

fn add_line(note: &mut String, line: &str) {
    if line.is_empty() || note.contains(line) {
        return;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(label: &str, e164: &str) -> PersonNumber {
        PersonNumber { label: label.into(), number: PhoneNumber::from_e164(e164).unwrap() }
    }

    fn anna() -> Person {
        Person {
            given: "Anna".into(),
            family: "Beck".into(),
            numbers: vec![number("", "+491711234567")],
            ..Person::default()
        }
    }

    #[test]
    fn merging_fills_what_is_empty_and_adds_numbers_once() {
        let mut merged = anna();
        let other = Person {
            organisation: "Beck GmbH".into(),
            note: "ab 9 Uhr".into(),
            numbers: vec![number("Mobil", "+491711234567"), number("Arbeit", "+4930901820")],
            is_favourite: true,
            ..anna()
        };
        merged.merge(&other);
        assert_eq!(merged, other);
        merged.merge(&other);
        assert_eq!(merged, other);
    }

    #[test]
    fn what_has_no_room_goes_into_the_note() {
        let mut merged = Person { organisation: "Beck GmbH".into(), note: "nett".into(), ..anna() };
        merged.merge(&Person { given: "Bilal".into(), organisation: "Praxis".into(), note: "leise".into(), ..anna() });
        assert_eq!((merged.name().as_str(), merged.organisation.as_str()), ("Anna Beck", "Beck GmbH"));
        assert_eq!(merged.note, "nett\nBilal Beck\nPraxis\nleise");
    }

    #[test]
    fn do_not_write_outlives_a_merge_and_the_first_reason_stays() {
        let mark = |reason: &str| Some(DoNotWrite { reason: reason.into(), since: 1 });
        let mut merged = anna();
        merged.merge(&Person { do_not_write: mark("hat abgesagt"), ..anna() });
        assert_eq!(merged.do_not_write, mark("hat abgesagt"));
        merged.merge(&Person { do_not_write: mark("anders"), ..anna() });
        assert_eq!(merged.do_not_write, mark("hat abgesagt"));
    }
}
