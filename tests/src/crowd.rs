//! Contacts as an office has them: one that is known by name, or very many that are made up.

use famulor_sms_core::contacts::{self, ContactError, Made, Person, PersonNumber};
use famulor_sms_core::phone_number::{NotAPhoneNumber, PhoneNumber};
use famulor_sms_core::store::Store;
use famulor_sms_core::types::{ContactForm, NumberForm};
use famulor_sms_core::{Country, clock};
use rusqlite::Connection;

const GIVEN: [&str; 40] = [
    "Anna",
    "Bilal",
    "Clara",
    "Dörte",
    "Émile",
    "Fatma",
    "Günther",
    "Hélène",
    "Ilse",
    "José",
    "Karl",
    "Lena",
    "Mehmet",
    "Nora",
    "Otto",
    "Petra",
    "Quentin",
    "Rosa",
    "Stefan",
    "Tanja",
    "Ulrich",
    "Vera",
    "Walter",
    "Xenia",
    "Yusuf",
    "Zoë",
    "Aaron",
    "Britta",
    "Cem",
    "Dragan",
    "Elif",
    "Frieda",
    "Gudrun",
    "Hans-Peter",
    "Ingrid",
    "Jörg",
    "Käthe",
    "Ludwig",
    "Maria",
    "Stefanie",
];

const SYLLABLES: [&str; 24] = [
    "beck", "müll", "groß", "schroe", "yıl", "now", "öz", "weiß", "krä", "hub", "lang", "kurz", "stein", "bach",
    "feld", "wald", "berg", "tal", "hof", "dorf", "mann", "er", "ner", "ing",
];

const ORGANISATIONS: [&str; 12] = [
    "Praxis",
    "Kanzlei",
    "Autohaus",
    "Bäckerei",
    "Stadtwerke",
    "Taxi",
    "Hotel",
    "Schreinerei",
    "Gärtnerei",
    "Apotheke",
    "Reisebüro",
    "Zahnarzt",
];

/// Adds somebody with one number, written as in Germany; the contact's id.
///
/// # Panics
/// If the contact cannot be kept.
pub fn know(store: &Store, given: &str, family: &str, number: &str) -> i64 {
    let numbers = vec![NumberForm { number: number.into(), ..NumberForm::default() }];
    let form = ContactForm { given: given.into(), family: family.into(), numbers, ..ContactForm::default() };
    let saved = store.now(|c| contacts::save(c, &form, Country::GERMANY, clock::now()));
    saved.expect("the contact can be kept").id
}

/// Adds so many, always the same, with two numbers each; every fiftieth is a favourite, every fifth was written to.
///
/// # Errors
/// [`ContactError`].
pub fn add(connection: &mut Connection, contacts: usize) -> Result<(), ContactError> {
    let transaction = connection.transaction()?;
    for n in 0..contacts {
        let person = made_up(n).map_err(|why| ContactError::Number { row: 0, why })?;
        contacts::add(&transaction, &person, Made::now(1, None))?;
    }
    transaction.execute("UPDATE contact_number SET used_at = id * 7919 % 1000003 WHERE contact_id % 5 = 0", [])?;
    Ok(transaction.commit()?)
}

fn made_up(n: usize) -> Result<Person, NotAPhoneNumber> {
    let pick = |all: &[&'static str], by: usize| all.get(by % all.len()).copied().unwrap_or_default();
    let hash = n.wrapping_mul(2_654_435_761) >> 7;
    let family = format!("{}{}{}", pick(&SYLLABLES, hash), pick(&SYLLABLES, hash / 24), pick(&SYLLABLES, hash / 577));
    let mut letters = family.chars();
    let family = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    let mobile = PhoneNumber::from_e164(&format!("+491{}{:08}", 51 + hash % 28, n * 37 % 100_000_000))?;
    let landline = PhoneNumber::from_e164(&format!("+4930{:08}", n * 53 % 100_000_000))?;
    let number = |label: &str, number| PersonNumber { label: label.to_owned(), number };
    Ok(Person {
        given: pick(&GIVEN, hash / 13).to_owned(),
        family,
        organisation: if n.is_multiple_of(3) {
            format!("{} {n}", pick(&ORGANISATIONS, hash / 5))
        } else {
            String::new()
        },
        numbers: vec![number("Mobil", mobile), number("Büro", landline)],
        is_favourite: n.is_multiple_of(50),
        ..Person::default()
    })
}
