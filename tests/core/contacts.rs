//! Contacts: written, changed, deleted and brought back, made one and parted.

use famulor_sms_core::contacts::{self, ContactError};
use famulor_sms_core::phone_number::{NotAPhoneNumber, PhoneNumber};
use famulor_sms_core::store::{FILE_NAME, Store};
use famulor_sms_core::types::{ContactForm, DoNotWrite, NumberForm, NumberKind};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA};
use famulor_sms_tests::paper;

use crate::people::{AddressBook, organisation, person};

fn anna() -> ContactForm {
    ContactForm {
        organisation: "Praxis Beck".into(),
        note: "Nur vormittags".into(),
        numbers: vec![
            NumberForm { label: "Mobil".into(), number: "0151 23456789".into() },
            NumberForm { label: "Praxis".into(), number: "030 901820".into() },
        ],
        is_favourite: true,
        ..person("Anna", "Beck", &[])
    }
}

#[test]
fn a_contact_is_kept_as_it_was_filled_in() {
    let book = AddressBook::new();
    let anna = book.save(&anna());
    assert_eq!(anna.name, "Anna Beck");
    assert_eq!((anna.organisation.as_str(), anna.note.as_str()), ("Praxis Beck", "Nur vormittags"));
    let numbers: Vec<_> = anna.numbers.iter().map(|n| (n.label.as_str(), n.e164.as_str(), n.kind)).collect();
    assert_eq!(numbers, [("Mobil", ANNA, NumberKind::Mobile), ("Praxis", "+4930901820", NumberKind::Landline)]);
    assert_eq!((anna.is_favourite, anna.do_not_write.clone(), anna.created_at), (true, None, 1));
    assert_eq!(book.get(anna.id).unwrap(), anna);
}

#[test]
fn an_organisation_alone_is_a_name() {
    let book = AddressBook::new();
    assert_eq!(book.save(&organisation("Taxi Nord", BILAL)).name, "Taxi Nord");
}

#[test]
fn what_is_to_be_mended_is_said_and_nothing_is_written() {
    let book = AddressBook::new();
    assert!(matches!(book.try_save(&person(" ", "", &[ANNA])), Err(ContactError::Nameless)));
    let error = book.try_save(&person("Anna", "", &[ANNA, "12"])).unwrap_err();
    assert!(matches!(error, ContactError::Number { row: 1, why: NotAPhoneNumber::TooShort }), "{error:?}");
    assert!(!book.work(|c| contacts::any(c)).unwrap());
}

#[test]
fn a_change_leaves_the_mark_and_the_last_use_of_a_number_that_stays() {
    let book = AddressBook::new();
    let id = book.save(&anna()).id;
    book.work(|c| contacts::set_do_not_write(c, id, Some(" hat gekündigt "), 5)).unwrap();
    book.change("UPDATE contact_number SET used_at = 7");
    let form = ContactForm { id: Some(id), ..person("Anna", "Öztürk", &["+4915123456789", CLARA]) };
    let changed = book.work(|c| contacts::save(c, &form, famulor_sms_core::Country::GERMANY, 9)).unwrap();
    assert_eq!((changed.id, changed.name.as_str(), changed.changed_at), (id, "Anna Öztürk", 9));
    assert_eq!(changed.do_not_write, Some(DoNotWrite { reason: "hat gekündigt".into(), since: 5 }));
    let used: Vec<_> = changed.numbers.iter().map(|number| (number.e164.as_str(), number.used_at)).collect();
    assert_eq!(used, [(ANNA, Some(7)), (CLARA, None)]);
    assert_eq!(book.suggested("ozturk"), ["Anna Öztürk", "Anna Öztürk"]);
    assert!(book.suggested("beck").is_empty());
    book.assert_sound();
}

#[test]
fn a_contact_that_is_gone_cannot_be_changed() {
    let book = AddressBook::new();
    let form = ContactForm { id: Some(1), ..anna() };
    assert!(matches!(book.try_save(&form), Err(ContactError::Gone)));
    assert!(matches!(book.work(|c| contacts::delete(c, 1)), Err(ContactError::Gone)));
    assert!(matches!(book.work(|c| contacts::set_favourite(c, 1, true, 1)), Err(ContactError::Gone)));
}

#[test]
fn a_deleted_contact_comes_back_as_it_was() {
    let book = AddressBook::new();
    let id = book.save(&anna()).id;
    book.work(|c| contacts::set_do_not_write(c, id, Some(""), 5)).unwrap();
    book.change("UPDATE contact_number SET used_at = 7 WHERE label = 'Praxis'");
    let before = book.get(id).unwrap();
    let deleted = book.work(|c| contacts::delete(c, id)).unwrap();
    assert_eq!(deleted, before);
    assert!(book.suggested("anna").is_empty() && book.suggested("901820").is_empty());
    book.save(&person("Bilal", "Demir", &[BILAL]));
    assert_eq!(book.work(|c| contacts::bring_back(c, &deleted)).unwrap(), before);
    // Twice is once.
    assert_eq!(book.work(|c| contacts::bring_back(c, &deleted)).unwrap(), before);
    assert_eq!(book.listed("anna"), ["Anna Beck"]);
    book.assert_sound();
}

#[test]
fn a_deleted_contact_leaves_nothing_in_the_indices() {
    let book = AddressBook::with([anna(), person("Bilal", "Demir", &[BILAL])]);
    for id in [1, 2] {
        book.work(|c| contacts::delete(c, id)).unwrap();
    }
    assert_eq!(book.look_up::<i64>("SELECT count(*) FROM contact_number"), 0);
    book.assert_sound();
}

#[test]
fn a_name_is_kept_for_a_number_in_one_step() {
    let book = AddressBook::new();
    let number = PhoneNumber::from_e164(ANNA).unwrap();
    book.work(|c| contacts::save_name(c, "Anna von der Heide", &number, 1)).unwrap();
    let anna = book.get(1).unwrap();
    assert_eq!((anna.given.as_str(), anna.family.as_str()), ("Anna", "von der Heide"));
    let renamed = book.work(|c| contacts::save_name(c, "Anna Beck", &number, 2)).unwrap();
    assert_eq!(book.work(|c| contacts::by_number(c, &number)).unwrap(), Some(renamed));
    assert_eq!(book.listed(""), ["Anna Beck"]);
    assert_eq!(book.suggested("beck"), ["Anna Beck"]);
    book.assert_sound();
}

#[test]
fn a_number_of_several_is_the_favourites_or_else_his_who_was_made_first_unless_one_was_chosen() {
    let book = AddressBook::with([
        person("Anna", "Beck", &[ANNA]),
        person("Bilal", "Demir", &[ANNA]),
        organisation("Taxi", BILAL),
    ]);
    let number = PhoneNumber::from_e164(ANNA).unwrap();
    let owner = |chosen| book.work(|c| contacts::owner(c, &number, chosen)).unwrap().unwrap().name;
    assert_eq!(owner(None), "Anna Beck");
    assert_eq!(owner(Some(2)), "Bilal Demir");
    assert_eq!(owner(Some(3)), "Anna Beck", "whoever lacks the number is not meant");
    book.work(|c| contacts::set_favourite(c, 2, true, 1)).unwrap();
    assert_eq!(owner(None), "Bilal Demir");
}

#[test]
fn two_that_share_a_number_are_found_and_made_one() {
    let book = AddressBook::with([
        ContactForm { note: "Termin oft spät".into(), ..person("Anna", "", &[ANNA]) },
        ContactForm { note: "Ruft zurück".into(), is_favourite: true, ..person("Anna", "Beck", &[CLARA, ANNA]) },
        person("Bilal", "Demir", &[BILAL]),
    ]);
    book.work(|c| contacts::set_do_not_write(c, 2, Some("Umzug"), 5)).unwrap();
    let pairs = book.work(|c| contacts::duplicates(c)).unwrap();
    assert_eq!(pairs.len(), 1);
    assert_eq!((pairs[0].e164.as_str(), pairs[0].one.id, pairs[0].other.id), (ANNA, 1, 2));

    let merged = book.work(|c| contacts::merge(c, 1, 2, 9)).unwrap();
    let one = &merged.contact;
    assert_eq!((one.name.as_str(), one.note.as_str()), ("Anna Beck", "Termin oft spät\nRuft zurück"));
    assert_eq!(one.numbers.iter().map(|number| number.e164.as_str()).collect::<Vec<_>>(), [ANNA, CLARA]);
    assert!(one.is_favourite && one.do_not_write.is_some());
    assert!(matches!(book.get(2), Err(ContactError::Gone)));
    assert_eq!(book.listed(""), ["Anna Beck", "Bilal Demir"]);
    book.assert_sound();

    assert_eq!(book.work(|c| contacts::unmerge(c, &merged)).unwrap(), merged.kept);
    assert_eq!(book.get(2).unwrap(), merged.gone);
    book.assert_sound();
}

#[test]
fn what_finds_no_room_when_two_become_one_goes_into_the_note() {
    let book = AddressBook::with([
        ContactForm { organisation: "Praxis Beck".into(), ..person("Anna", "Beck", &[ANNA]) },
        ContactForm { organisation: "Praxis am Markt".into(), ..person("Clara", "Huber", &[ANNA]) },
    ]);
    let merged = book.work(|c| contacts::merge(c, 1, 2, 9)).unwrap().contact;
    assert_eq!((merged.name.as_str(), merged.organisation.as_str()), ("Anna Beck", "Praxis Beck"));
    assert_eq!(merged.note, "Clara Huber\nPraxis am Markt");
}

#[test]
fn contacts_are_not_parted_when_the_one_was_changed_since() {
    let book = AddressBook::with([person("Anna", "Beck", &[ANNA]), person("Clara", "Huber", &[ANNA])]);
    let merged = book.work(|c| contacts::merge(c, 1, 2, 9)).unwrap();
    book.work(|c| contacts::set_favourite(c, 1, true, 10)).unwrap();
    assert!(matches!(book.work(|c| contacts::unmerge(c, &merged)), Err(ContactError::Gone)));
    assert!(matches!(book.work(|c| contacts::merge(c, 1, 1, 9)), Err(ContactError::Gone)));
}

#[test]
fn contacts_of_an_older_version_are_kept_with_their_numbers_and_found() {
    let folder = tempfile::tempdir().unwrap();
    paper::of_the_second_version(&folder.path().join(FILE_NAME))
        .execute_batch(
            "INSERT INTO contact (id, name, search_key, created_at)
             VALUES (3, 'Jörg Maria Münster', '', 4), (7, 'Anna', '', 5);
             INSERT INTO contact_number (contact_id, number)
             VALUES (3, '+4915123456789'), (3, '+4915123456789'), (7, '+4917612345678')",
        )
        .unwrap();
    let book = AddressBook { store: Store::open(folder.path()).unwrap(), folder };
    let joerg = book.get(3).unwrap();
    assert_eq!((joerg.given.as_str(), joerg.family.as_str()), ("Jörg Maria", "Münster"));
    assert_eq!((joerg.numbers.len(), joerg.created_at), (1, 4));
    assert_eq!(book.get(7).unwrap().given, "Anna");
    assert_eq!(book.suggested("muenster"), ["Jörg Maria Münster"]);
    assert_eq!(book.suggested("0176"), ["Anna"]);
    assert_eq!(book.listed(""), ["Anna", "Jörg Maria Münster"]);
    book.assert_sound();
}

#[test]
fn everything_is_forgotten_with_everything_else() {
    let book = AddressBook::with([anna(), person("Bilal", "Demir", &[BILAL])]);
    book.store.forget_everything().unwrap();
    assert!(book.suggested("anna").is_empty() && book.listed("").is_empty());
    assert_eq!(book.look_up::<i64>("SELECT count(*) FROM template"), 0);
    book.assert_sound();
    let file = std::fs::read(book.folder.path().join(FILE_NAME)).unwrap();
    for word in ["anna", "beck", "15123456789"] {
        assert!(!file.windows(word.len()).any(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes())), "{word}");
    }
}
