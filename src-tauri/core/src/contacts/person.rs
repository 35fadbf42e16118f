//! A contact as it may be written: named, and with numbers that can be dialled.

use thiserror::Error;

use crate::phone_number::{Country, NotAPhoneNumber, PhoneNumber};
use crate::store::StoreError;
use crate::types::{ContactDetail, ContactForm, DoNotWrite, NumberForm, NumberView};

/// The longest name, organisation or label, in characters.
pub(crate) const LONGEST_LINE: usize = 200;

/// The longest note, in characters.
pub(crate) const LONGEST_NOTE: usize = 10_000;

/// Why a contact was not written. Nothing has been changed.
#[derive(Debug, Error)]
pub enum ContactError {
    /// Shown at the names: neither given name, family name nor organisation is there.
    #[error("the contact has no name")]
    Nameless,
    /// Shown at that field: it is longer than what is kept.
    #[error("{0:?} is too long")]
    TooLong(ContactField),
    /// Shown at that number, counted from 0 as in the form.
    #[error("number {row} is none: {why}")]
    Number {
        /// Which one.
        row: u32,
        /// Why it is none.
        why: NotAPhoneNumber,
    },
    /// The contact has been deleted or changed meanwhile.
    #[error("the contact is gone")]
    Gone,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for ContactError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A field of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactField {
    /// The given name.
    Given,
    /// The family name.
    Family,
    /// The organisation.
    Organisation,
    /// The note.
    Note,
    /// What the number of this row is called.
    Label(u32),
}

/// A contact to be written; everything in it has been checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The given name; may be empty.
    pub given: String,
    /// The family name; may be empty.
    pub family: String,
    /// The organisation; empty only if there is a name.
    pub organisation: String,
    /// The note; may be empty.
    pub note: String,
    /// The numbers in their order, none twice.
    pub numbers: Vec<PersonNumber>,
    /// Whether it is a favourite.
    pub is_favourite: bool,
    /// Why it is not to be written to.
    pub do_not_write: Option<DoNotWrite>,
}

/// A number of a contact to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonNumber {
    /// What it is called; may be empty.
    pub label: String,
    /// The number.
    pub number: PhoneNumber,
}

impl Person {
    /// Reads what was filled in; a number without a country takes `default_country`. Numbers that stand there twice are
    /// taken once.
    ///
    /// # Errors
    /// [`ContactError`]: the first field to mend, from top to bottom.
    pub fn read(form: &ContactForm, default_country: Country) -> Result<Self, ContactError> {
        let parse = |typed: &str| PhoneNumber::parse(typed, default_country)?.unmistakable();
        let person = Self {
            given: line(&form.given, ContactField::Given)?,
            family: line(&form.family, ContactField::Family)?,
            organisation: line(&form.organisation, ContactField::Organisation)?,
            note: short(form.note.trim().to_owned(), LONGEST_NOTE, ContactField::Note)?,
            numbers: numbers(&form.numbers, parse)?,
            is_favourite: form.is_favourite,
            do_not_write: None,
        };
        person.named()
    }

    /// A contact that somebody says was kept before.
    ///
    /// # Errors
    /// [`ContactError`], if it cannot have been.
    pub fn kept(contact: &ContactDetail) -> Result<Self, ContactError> {
        for (row, number) in (0..).zip(&contact.numbers) {
            PhoneNumber::from_e164(&number.e164).map_err(|why| ContactError::Number { row, why })?;
        }
        Self::from(contact).named()
    }

    /// The name as shown: given and family name, else the organisation.
    #[must_use]
    pub fn name(&self) -> String {
        match (self.given.as_str(), self.family.as_str()) {
            ("", "") => self.organisation.clone(),
            (given, family) => format!("{given} {family}").trim().to_owned(),
        }
    }

    /// A contact of whom only a name as shown and a number are known. The last word is the family name, with the small
    /// words before it ("von der Heide"); a single word is the given name.
    #[must_use]
    pub fn introduced(name: &str, number: PhoneNumber) -> Self {
        let (given, family) = name_parts(name);
        Self {
            given,
            family,
            organisation: String::new(),
            note: String::new(),
            numbers: vec![PersonNumber { label: String::new(), number }],
            is_favourite: false,
            do_not_write: None,
        }
    }

    fn named(self) -> Result<Self, ContactError> {
        let is_named = [&self.given, &self.family, &self.organisation].iter().any(|part| !part.is_empty());
        if is_named { Ok(self) } else { Err(ContactError::Nameless) }
    }
}

impl From<&ContactDetail> for Person {
    fn from(contact: &ContactDetail) -> Self {
        let number = |there: &NumberView| PersonNumber {
            label: there.label.clone(),
            number: PhoneNumber::stored(there.e164.clone()),
        };
        Self {
            given: contact.given.clone(),
            family: contact.family.clone(),
            organisation: contact.organisation.clone(),
            note: contact.note.clone(),
            numbers: contact.numbers.iter().map(number).collect(),
            is_favourite: contact.is_favourite,
            do_not_write: contact.do_not_write.clone(),
        }
    }
}

/// Adds a number unless it is there; one without a label takes the label of the other.
pub(crate) fn add_number(numbers: &mut Vec<PersonNumber>, number: PersonNumber) {
    match numbers.iter_mut().find(|there| there.number == number.number) {
        Some(there) if there.label.is_empty() => there.label = number.label,
        Some(_) => {}
        None => numbers.push(number),
    }
}

/// The given and the family part of a name as shown; together they are that name.
pub(crate) fn name_parts(name: &str) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small = |word: &&&str| word.chars().next().is_some_and(char::is_lowercase);
    let small_before_last = words.iter().rev().skip(1).take_while(small).count();
    let family_from = words.len().saturating_sub(1 + small_before_last).max(1);
    let (given, family) = words.split_at_checked(family_from).unwrap_or((&words, &[]));
    (given.join(" "), family.join(" "))
}

fn line(typed: &str, field: ContactField) -> Result<String, ContactError> {
    short(typed.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_LINE, field)
}

fn short(text: String, longest: usize, field: ContactField) -> Result<String, ContactError> {
    if text.chars().count() > longest { Err(ContactError::TooLong(field)) } else { Ok(text) }
}

fn numbers(
    typed: &[NumberForm],
    parse: impl Fn(&str) -> Result<PhoneNumber, NotAPhoneNumber>,
) -> Result<Vec<PersonNumber>, ContactError> {
    let mut numbers: Vec<PersonNumber> = Vec::new();
    for (row, form) in (0..).zip(typed) {
        if form.number.trim().is_empty() {
            continue;
        }
        let label = line(&form.label, ContactField::Label(row))?;
        let number = parse(&form.number).map_err(|why| ContactError::Number { row, why })?;
        add_number(&mut numbers, PersonNumber { label, number });
    }
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(given: &str, numbers: &[&str]) -> ContactForm {
        let number = |number: &&str| NumberForm { label: String::new(), number: (*number).into() };
        ContactForm { given: given.into(), numbers: numbers.iter().map(number).collect(), ..ContactForm::default() }
    }

    fn read(form: &ContactForm) -> Result<Person, ContactError> {
        Person::read(form, Country::GERMANY)
    }

    #[test]
    fn numbers_are_read_with_the_default_country_and_kept_once() {
        let anna = read(&form(" Anna  Maria ", &["0171 1234567", " ", "+49 171 1234567", "030 901820"])).unwrap();
        assert_eq!(anna.given, "Anna Maria");
        let numbers: Vec<&str> = anna.numbers.iter().map(|number| number.number.as_str()).collect();
        assert_eq!(numbers, ["+491711234567", "+4930901820"]);
    }

    #[test]
    fn what_is_to_be_mended_is_named_with_its_row() {
        assert!(matches!(read(&form(" ", &["0171 1234567"])), Err(ContactError::Nameless)));
        let error = read(&form("Anna", &["", "0171 1234567", "Anna"])).unwrap_err();
        assert!(matches!(error, ContactError::Number { row: 2, why: NotAPhoneNumber::NotANumber }), "{error}");
        let error = read(&form(&"a".repeat(201), &[])).unwrap_err();
        assert!(matches!(error, ContactError::TooLong(ContactField::Given)), "{error}");
    }

    #[test]
    fn a_name_has_its_parts() {
        for (name, given, family) in [
            ("Anna Beck", "Anna", "Beck"),
            ("Anna Maria Beck", "Anna Maria", "Beck"),
            ("Clara von der Heide", "Clara", "von der Heide"),
            ("Anna", "Anna", ""),
            ("von Heide", "von", "Heide"),
            ("李 小龍", "李", "小龍"),
            ("", "", ""),
        ] {
            assert_eq!(name_parts(name), (given.into(), family.into()), "{name}");
        }
    }
}
