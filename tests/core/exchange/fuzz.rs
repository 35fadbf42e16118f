//! Files that nobody wrote on purpose: mutated, cut, enormous. Nothing panics, every row is counted, nothing takes
//! longer than its size.

use std::fs;
use std::time::{Duration, Instant};

use famulor_sms_core::exchange::{ExchangeError, Plan};
use famulor_sms_tests::place;
use proptest::prelude::*;

use super::plan;

fn files() -> Vec<Vec<u8>> {
    let files = fs::read_dir(place::file("data/contacts")).unwrap();
    files.map(|file| fs::read(file.unwrap().path()).unwrap()).collect()
}

/// One change to the bytes of a file.
#[derive(Debug, Clone)]
enum Change {
    Put(prop::sample::Index, Vec<u8>),
    Cut(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    let sign =
        prop::sample::select(vec!["\"", "\n", "\r", ";", ",", "=", "\\", ":", "\0", "\u{feff}", "BEGIN:VCARD\n"]);
    prop_oneof![
        (at(), sign.prop_map(|sign| sign.as_bytes().to_vec())).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (at(), prop::collection::vec(any::<u8>(), 1..4)).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (at(), 1..40_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (at(), 1..40_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let range = |at: &prop::sample::Index, length: usize| {
        let begin = at.index(bytes.len() + 1);
        begin..(begin + length).min(bytes.len())
    };
    match change {
        Change::Put(at, put) => drop(bytes.splice(range(at, 0), put.clone())),
        Change::Cut(at, length) => drop(bytes.drain(range(at, *length))),
        Change::Repeat(at, length) => {
            let range = range(at, *length);
            let again = bytes[range.clone()].to_vec();
            drop(bytes.splice(range.end..range.end, again));
        }
    }
}

fn adds_up(plan: &Plan) -> bool {
    let view = plan.view();
    let is_in_order = plan.rows.windows(2).all(|pair| pair[0].line <= pair[1].line);
    view.total == view.ready + view.duplicates + view.unreadable
        && view.total as usize == plan.rows.len()
        && is_in_order
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn a_mutated_file_is_read_or_refused(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 0..12),
    ) {
        let mut bytes = file.get(&files()).clone();
        changes.iter().for_each(|change| apply(&mut bytes, change));
        if let Ok(plan) = plan(&bytes) {
            prop_assert!(adds_up(&plan));
        }
    }

    /// Rows of which each is sound, with or without a number, or has a quotation mark that is not closed.
    #[test]
    fn every_row_of_a_table_is_somewhere(rows in prop::collection::vec(0..5_u8, 1..60)) {
        let mut table = String::from("Name;Telefon;Notiz\r\n");
        for (n, sort) in rows.iter().enumerate() {
            table.push_str(&match sort {
                0 => format!("Anna {n};0171 1{n:06};gut\r\n"),
                1 => format!("Bilal {n};;\r\n"),
                2 => format!("Clara {n};0171 1000000;\"zwei\r\nZeilen\"\r\n"),
                3 => format!("\"Dora {n};0172 1{n:06};offen\r\n"),
                _ => format!("Emil {n};0173 1{n:06};\"offen\r\n"),
            });
        }
        let plan = plan(table.as_bytes()).unwrap();
        prop_assert!(adds_up(&plan));
        let told: String = plan.rows.iter().map(super::told).collect();
        for n in 0..rows.len() {
            prop_assert!(told.contains(&format!("|{n}")) || told.contains(&format!(" {n};")), "{n} of {table}\n{told}");
        }
    }
}

/// Far more than any of these takes, far less than something quadratic would.
const LONG: Duration = Duration::from_secs(20);

fn takes_its_size(bytes: &[u8]) -> Result<Plan, ExchangeError> {
    let begin = Instant::now();
    let planned = plan(bytes);
    assert!(begin.elapsed() < LONG, "{:?}", begin.elapsed());
    planned
}

#[test]
fn enormous_lines_take_as_long_as_they_are() {
    const MEGABYTE: usize = 1_000_000;
    let long = "x".repeat(10_000_000);
    for file in [
        format!("Name;Telefon;Notiz\nAnna;0171 1234567;{long}\nBilal;0172 1234567;\n"),
        format!("Name;Telefon;Notiz\nAnna;0171 1234567;\"{}\nBilal;0172 1234567;\n", "\"\"".repeat(MEGABYTE / 2)),
        format!("Name;Telefon;Notiz\nAnna;0171 1234567{};\nBilal;0172 1234567;\n", ",1".repeat(MEGABYTE / 2)),
        format!(
            "BEGIN:VCARD\nFN:Anna\nTEL:0171 1234567\nNOTE:{long}\nEND:VCARD\nBEGIN:VCARD\nFN:B\nTEL:0172 1234567\nEND:VCARD\n"
        ),
        format!(
            "BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:{}\nTEL:0171 1234567\nFN:A\nEND:VCARD\n",
            "=C3=\n".repeat(MEGABYTE / 5)
        ),
        format!(
            "BEGIN:VCARD\nN:{}\nTEL;{}:0171 1234567\nFN:A\nEND:VCARD\n",
            ";,".repeat(MEGABYTE / 2),
            "TYPE=x;".repeat(MEGABYTE / 7)
        ),
        format!("BEGIN:VCARD\nFN:A\nNOTE:a{}\nTEL:0171 1234567\nEND:VCARD\n", "\n b".repeat(MEGABYTE / 3)),
    ] {
        assert!(adds_up(&takes_its_size(file.as_bytes()).unwrap()));
    }
}

#[test]
fn a_hundred_thousand_columns_or_numbers_are_refused_or_read_at_once() {
    let wide = "Telefon;".repeat(100_000);
    assert!(matches!(takes_its_size(wide.as_bytes()), Err(ExchangeError::TooManyColumns)));
    let row = format!("Name;Telefon\nAnna;0171 1234567\n{}\n", "0171 1234567;".repeat(100_000));
    assert_eq!(takes_its_size(row.as_bytes()).unwrap().view().unreadable, 1);
    let quotes = "\"a\n".repeat(5_000);
    assert!(adds_up(&takes_its_size(quotes.as_bytes()).unwrap()));
    let numbers: String = (0..100_000).map(|n| format!("i{n}.TEL:0171 {n}\ni{n}.X-ABLabel:x\n")).collect();
    let card = format!("BEGIN:VCARD\nFN:Anna\n{numbers}END:VCARD\n");
    assert_eq!(takes_its_size(card.as_bytes()).unwrap().view().unreadable, 1);
}
