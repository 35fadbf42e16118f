//! Export, then import: the same contacts, whatever stands in them.

use std::fs;

use famulor_sms_core::contacts::{Person, PersonNumber};
use famulor_sms_core::exchange::{Known, Rules, Source, write_cards, write_table};
use famulor_sms_core::history::Style;
use famulor_sms_core::types::DoNotWrite;
use proptest::prelude::*;

use super::{RULES, go_on, number, ready};

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Za-zäöüßéışł]{1,8}",
        "[ ,;:\"'=+@\\\\|\t\n/-]{1,3}",
        Just("\\n".to_owned()),
        Just("😀👩‍👩‍👧".to_owned()),
        Just("دانا حداد".to_owned()),
        Just("u\u{308}".to_owned()),
        Just("END:VCARD".to_owned()),
        Just("=C3=BC".to_owned()),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat().trim().to_owned())
}

fn label() -> impl Strategy<Value = String> {
    let usual =
        prop::sample::select(vec!["", "Mobil", "Mobile", "Arbeit", "Work", "Fax", "Andere", "Zentrale", "handy"]);
    prop_oneof![usual.prop_map(str::to_owned), text()]
}

fn numbers() -> impl Strategy<Value = Vec<PersonNumber>> {
    let one = (label(), 0..1_000_u32)
        .prop_map(|(label, n)| PersonNumber { label, number: number(&format!("+491711{n:06}")) });
    prop::collection::vec(one, 1..4).prop_map(|mut numbers| {
        numbers.sort_by(|one, other| one.number.as_str().cmp(other.number.as_str()));
        numbers.dedup_by(|one, other| one.number == other.number);
        numbers
    })
}

fn person() -> impl Strategy<Value = Person> {
    let mark = prop::option::of((text(), 0..2_000_000_000_000_i64));
    (text(), text(), text(), text(), numbers(), any::<bool>(), mark).prop_map(
        |(given, family, organisation, note, numbers, is_favourite, mark)| {
            let nobody = given.is_empty() && family.is_empty() && organisation.is_empty();
            let do_not_write = mark.map(|(reason, since)| DoNotWrite { reason, since });
            let given = if nobody { "Anna".to_owned() } else { given };
            Person { given, family, organisation, note, numbers, is_favourite, do_not_write }
        },
    )
}

fn read(file: &std::path::Path, style: Style) -> Vec<Person> {
    let source = Source::open(&fs::read(file).unwrap(), style).unwrap();
    let plan = source.plan(&source.mapping(), &Rules { style, ..RULES }, &Known::new(), &mut go_on).unwrap();
    ready(&plan).into_iter().cloned().collect()
}

fn comes_back(person: &Person, style: Style) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let (cards, table) = (folder.path().join("k.vcf"), folder.path().join("k.csv"));
    let people = std::slice::from_ref(person);
    write_cards(&cards, people, style).unwrap();
    prop_assert_eq!(read(&cards, style), people, "{}", fs::read_to_string(&cards).unwrap());
    write_table(&table, people, style).unwrap();
    prop_assert_eq!(read(&table, style), people, "{}", fs::read_to_string(&table).unwrap());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn what_was_exported_comes_back_as_it_was(person in person(), german: bool) {
        comes_back(&person, if german { Style::German } else { Style::English })?;
    }

    #[test]
    fn many_stay_apart_and_in_order(mut people in prop::collection::vec(person(), 0..20)) {
        for (n, person) in people.iter_mut().enumerate() {
            person.numbers = vec![PersonNumber { label: String::new(), number: number(&format!("+49172{n:07}")) }];
        }
        prop_assume!(!people.is_empty());
        let folder = tempfile::tempdir().unwrap();
        let (cards, table) = (folder.path().join("k.vcf"), folder.path().join("k.csv"));
        write_cards(&cards, &people, Style::German).unwrap();
        write_table(&table, &people, Style::German).unwrap();
        prop_assert_eq!(read(&cards, Style::German), people.clone());
        prop_assert_eq!(read(&table, Style::German), people);
    }
}

fn anna() -> Person {
    Person {
        given: "=Anna".into(),
        family: "Beck; Klein".into(),
        note: "Zeile 1\nZeile 2".into(),
        numbers: vec![
            PersonNumber { label: "Mobil".into(), number: number("+491711234567") },
            PersonNumber { label: "Büro, oben".into(), number: number("+4930901820") },
        ],
        ..Person::default()
    }
}

#[test]
fn a_card_is_what_other_programs_know() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("k.vcf");
    assert_eq!(write_cards(&file, &[anna()], Style::German).unwrap(), 1);
    let text = fs::read_to_string(&file).unwrap();
    let expected = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:=Anna Beck\\; Klein\r\nN:Beck\\; Klein;=Anna;;;\r\n\
        NOTE:Zeile 1\\nZeile 2\r\nTEL;TYPE=CELL:+491711234567\r\nitem2.TEL:+4930901820\r\n\
        item2.X-ABLabel:Büro\\, oben\r\nEND:VCARD\r\n";
    assert_eq!(text, expected);
}

#[test]
fn a_table_opens_in_a_spreadsheet_and_holds_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("k.csv");
    assert_eq!(write_table(&file, &[anna()], Style::German).unwrap(), 1);
    let expected = "\u{feff}Vorname;Nachname;Firma;Notiz;Favorit;Nicht anschreiben;Nicht anschreiben seit;\
        Telefon 1 Bezeichnung;Telefon 1;Telefon 2 Bezeichnung;Telefon 2\r\n\
        '=Anna;\"Beck; Klein\";;\"Zeile 1\nZeile 2\";;;;Mobil;+491711234567;Büro, oben;+4930901820\r\n";
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
}

#[test]
fn an_export_that_fails_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("k.vcf");
    fs::create_dir(&target).unwrap();
    assert!(write_cards(&target, &[anna()], Style::German).is_err());
    assert!(write_table(&target, &[anna()], Style::German).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
