//! People are found while their name or number is being typed, however it is written.

use famulor_sms_core::contacts;
use famulor_sms_core::types::{ContactFilter, ContactForm};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA};
use proptest::prelude::*;

use crate::people::{AddressBook, organisation, person};

fn three() -> AddressBook {
    AddressBook::with([
        ContactForm { organisation: "Praxis Groß".into(), ..person("Anna", "Müller-Öztürk", &["0171 9870543"]) },
        person("José", "Yılmaz", &[BILAL]),
        organisation("Stadtwerke Łódź", "030 901820"),
    ])
}

const MUELLER: &str = "Anna Müller-Öztürk";

#[test]
fn a_name_is_found_by_the_beginnings_of_its_words_however_they_are_written() {
    let book = three();
    for (typed, name) in [
        ("an", MUELLER),
        ("MUELLER", MUELLER),
        ("mull anna", MUELLER),
        ("Müller, A", MUELLER),
        ("müller-öz", MUELLER),
        ("oeztuerk", MUELLER),
        ("gross", MUELLER),
        ("praxis müller", MUELLER),
        ("jose", "José Yılmaz"),
        ("yilmaz josé", "José Yılmaz"),
        ("lodz stadt", "Stadtwerke Łódź"),
    ] {
        assert_eq!(book.suggested(typed), [name], "{typed}");
        assert_eq!(book.listed(typed), [name], "{typed}");
    }
}

#[test]
fn a_part_from_the_middle_of_a_word_finds_nothing_and_neither_does_a_word_too_many() {
    let book = three();
    for typed in ["nna", "anna yilmaz", "annab", "\"", "anna* OR x", "☎", "NEAR(anna"] {
        assert!(book.suggested(typed).is_empty() && book.listed(typed).is_empty(), "{typed}");
    }
}

#[test]
fn a_number_is_found_by_any_of_its_digits_however_they_are_written() {
    let book = three();
    for typed in ["0171 987", "+49 171 98", "0049171987", "(0171) 987-05", "+49 (0)171/987", "0543", "870 54", "98"] {
        assert_eq!(book.suggested(typed), [MUELLER], "{typed}");
        assert_eq!(book.listed(typed), [MUELLER], "{typed}");
    }
    assert!(book.suggested("0171 988").is_empty());
    assert_eq!(book.suggested("030 9"), ["Stadtwerke Łódź"]);
}

#[test]
fn each_number_of_a_contact_is_offered_with_its_label() {
    let book = AddressBook::new();
    let mut anna = person("Anna", "Beck", &[ANNA, "030 901820"]);
    anna.numbers[1].label = "Praxis".into();
    book.save(&anna);
    let found: Vec<_> = book.suggest("anna").into_iter().map(|s| (s.label, s.display)).collect();
    assert_eq!(found, [(String::new(), "+49 1512 3456789".into()), ("Praxis".into(), "+49 30 901820".to_owned())]);
}

#[test]
fn favourites_come_first_then_who_was_written_to_last_then_the_others_by_name() {
    let names = ["Anna Abel", "Anna Berg", "Anna Clas", "Anna Diel", "Anna Ertl"];
    let people = names.iter().zip(0..).map(|(name, n)| {
        let (given, family) = name.split_once(' ').unwrap();
        person(given, family, &[format!("0171 123456{n}").as_str()])
    });
    let book = AddressBook::with(people);
    book.change(
        "UPDATE contact SET is_favourite = 1 WHERE family = 'Ertl';
         UPDATE contact_number SET used_at = 5 WHERE contact_id = 3;
         UPDATE contact_number SET used_at = 9 WHERE contact_id = 4",
    );
    let order = ["Anna Ertl", "Anna Diel", "Anna Clas", "Anna Abel", "Anna Berg"];
    assert_eq!(book.suggested("anna"), order);
    assert_eq!(book.suggested(" "), ["Anna Ertl", "Anna Diel", "Anna Clas"]);
    assert_eq!(book.suggested("0171"), order);
}

#[test]
fn eight_are_offered_at_most_and_no_letter_brings_less_than_there_is() {
    let book = AddressBook::with(
        (0..20).map(|n| person("Anna", &format!("Beck{n}"), &[format!("0171 12345{n:02}").as_str()])),
    );
    for typed in ["a", "anna beck", "0171", "b"] {
        assert_eq!(book.suggest(typed).len(), 8, "{typed}");
    }
}

#[test]
fn the_list_is_by_family_name_in_pages_of_a_hundred_with_letters_to_jump_to() {
    let book = AddressBook::with((0..250).map(|n| person(&format!("Anna{n:03}"), "Öztürk", &[])));
    for form in [person("Bilal", "Abel", &[BILAL, ANNA]), organisation("3M", CLARA), person("Clara", "", &[])] {
        book.save(&form);
    }
    let all = book.list(&ContactFilter::default());
    let names: Vec<&str> = all.iter().map(|contact| contact.name.as_str()).collect();
    assert_eq!(
        (names.len(), &names[..4], names[252]),
        (253, &["3M", "Bilal Abel", "Clara", "Anna000 Öztürk"][..], "Anna249 Öztürk")
    );
    assert_eq!((all[1].display.as_deref(), all[1].numbers), (Some("+49 176 12345678"), 2));
    let letters: Vec<_> =
        book.work(|c| contacts::letters(c)).unwrap().into_iter().map(|l| (l.letter, l.count)).collect();
    assert_eq!(letters, [("#".into(), 1), ("A".into(), 1), ("C".into(), 1), ("O".to_owned(), 250)]);
    for (letter, count) in letters {
        let filter = ContactFilter { letter: Some(letter.clone()), ..ContactFilter::default() };
        assert_eq!(book.list(&filter).len(), count as usize, "{letter}");
    }
}

#[test]
fn filters_of_the_list_hold_together() {
    let book = three();
    book.work(|c| contacts::set_favourite(c, 2, true, 1)).unwrap();
    let filter = ContactFilter { favourites: true, ..ContactFilter::default() };
    assert_eq!(book.list(&filter).len(), 1);
    assert!(book.list(&ContactFilter { search: "anna".into(), ..filter.clone() }).is_empty());
    assert_eq!(book.list(&ContactFilter { search: "jose".into(), letter: Some("Y".into()), ..filter }).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever was written and whatever the beginning of a word that is typed: it is offered, and it is listed.
    #[test]
    fn every_beginning_of_every_word_finds_its_contact(
        given in "[A-Za-zÀ-žßΑ-ωА-я'’. -]{0,12}",
        family in "[A-Za-zÀ-žßΑ-ωА-я0-9'’. -]{1,12}",
        take in 1..6usize,
    ) {
        let book = AddressBook::new();
        let form = person(&given, &family, &[ANNA]);
        prop_assume!(book.try_save(&form).is_ok());
        let name = format!("{given} {family}");
        for word in name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let typed: String = word.chars().take(take).collect();
            prop_assert_eq!(book.suggest(&typed).len(), 1, "{} in {}", typed, name);
            prop_assert_eq!(book.listed(&typed).len(), 1, "{} in {}", typed, name);
        }
    }

    /// Nothing that is typed is an error, however odd.
    #[test]
    fn whatever_is_typed_is_answered(typed in any::<String>()) {
        let book = three();
        let suggested = book.suggest(&typed).len();
        prop_assert!(suggested <= 3);
        prop_assert!(typed.trim().is_empty() || book.listed(&typed).len() == suggested);
    }
}
