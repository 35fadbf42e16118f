//! A message is found by what somebody remembers of it.

use famulor_sms_core::store::{FILE_NAME, Store};
use famulor_sms_core::types::{HistoryFilter, MessageState};
use famulor_sms_tests::office::{ANNA, BILAL, CLARA, Letter, Office};
use famulor_sms_tests::paper;
use proptest::prelude::*;
use rusqlite::{Connection, OpenFlags};

use crate::archive::{Archive, Past};

fn three() -> Archive {
    Archive::with([
        Past::to("+491719870543").named("Anna Müller").saying("Ihr Arzttermin ist um 15 Uhr."),
        Past::to(BILAL).named("Bilal Yılmaz").saying("Die Straße ist gesperrt.\nBitte über Łódź fahren."),
        Past::to(CLARA).saying("Neuerscheinung: \"100 % Café\" – jetzt!"),
    ])
}

const ARZT: &str = "Ihr Arzttermin ist um 15 Uhr.";
const LODZ: &str = "Die Straße ist gesperrt.\nBitte über Łódź fahren.";
const CAFE: &str = "Neuerscheinung: \"100 % Café\" – jetzt!";

#[test]
fn a_message_is_found_by_any_part_of_name_or_text() {
    let archive = three();
    for (typed, found) in [
        ("termin", ARZT),
        ("ARZTTERMIN", ARZT),
        ("muller", ARZT),
        ("Mueller", ARZT),
        ("müll", ARZT),
        ("termin anna", ARZT),
        ("Müller, Anna", ARZT),
        ("yilmaz", LODZ),
        ("strasse lodz", LODZ),
        ("gesperrt bitte", LODZ),
        ("ueber", LODZ),
        ("erscheinung", CAFE),
        ("cafe", CAFE),
        ("\"100", CAFE),
        ("100 %", CAFE),
        ("–", CAFE),
    ] {
        assert_eq!(archive.found(typed), [found], "{typed}");
    }
}

#[test]
fn all_typed_words_must_fit() {
    let archive = three();
    assert!(archive.found("termin bilal").is_empty());
    assert!(archive.found("arzttermine").is_empty());
    assert!(archive.found("termin xyz").is_empty());
}

#[test]
fn nothing_typed_finds_everything_newest_first() {
    for nothing in ["", "   ", "\n"] {
        assert_eq!(three().found(nothing), [CAFE, LODZ, ARZT]);
    }
}

#[test]
fn one_and_two_characters_are_enough() {
    let archive = three();
    assert_eq!(archive.found("z"), [CAFE, LODZ, ARZT]);
    assert_eq!(archive.found("ö"), archive.found("o"));
    assert_eq!(archive.found("rz"), [ARZT]);
    assert_eq!(archive.found("t!"), [CAFE]);
    assert_eq!(archive.found("!"), [CAFE]);
    assert_eq!(archive.found("15"), [ARZT]);
    assert!(archive.found("qx").is_empty());
    assert!(archive.found("€").is_empty());
}

#[test]
fn a_number_is_found_however_it_is_written() {
    let archive = three();
    for typed in [
        "0171 987",
        "+49 171 987",
        "+ 49 171 987",
        "0049171987",
        "171 987",
        "0543",
        "0171/9870543",
        "+49 (0)171 9870543",
    ] {
        assert_eq!(archive.found(typed), [ARZT], "{typed}");
    }
    assert_eq!(archive.found("anna 0171 987"), [ARZT]);
    assert!(archive.found("0171 988").is_empty());
}

#[test]
fn what_sqlite_and_its_index_take_for_signs_is_text() {
    let archive = three();
    let signs = "% _ * ? ' \" \\ ( ) : ^ - + { } AND OR NOT NEAR ;-- \u{0} \u{1} \u{10ffff}";
    archive.add([Past::to(ANNA).saying(signs)]);
    for sign in signs.split([' ', '\u{0}', '\u{1}']).filter(|sign| !sign.is_empty()) {
        assert!(archive.found(sign).contains(&signs.to_owned()), "{sign}");
    }
    assert_eq!(archive.found(signs), [signs]);
    archive.assert_sound();
}

#[test]
fn a_whole_text_can_be_pasted_and_a_book_does_no_harm() {
    let words: String = (10..85).map(|n| format!("{n} ")).collect();
    let unbroken = "Donaudampfschifffahrt".repeat(14);
    let archive = three();
    archive.add([Past::to(ANNA).saying(words.trim()), Past::to(ANNA).saying(&unbroken)]);
    assert_eq!(archive.found(&words), [words.trim()]);
    assert_eq!(archive.found(&unbroken), [unbroken.as_str()]);
    for book in ["Es war einmal ein Müller. ".repeat(5_000), "a b c d e f g h ".repeat(5_000), "e".repeat(100_000)] {
        assert!(archive.found(&book).is_empty());
    }
}

#[test]
fn a_search_can_be_narrowed_by_every_filter() {
    let archive = Archive::new();
    archive.add((0..40).map(|n| {
        let state = if n % 4 == 0 { "rejected" } else { "sent" };
        Past::to(if n % 2 == 0 { ANNA } else { BILAL }).saying("Termin").from(n % 5).at(n).that_is(state)
    }));
    let termin = HistoryFilter { search: "termin".into(), ..HistoryFilter::default() };
    let count = |filter: &HistoryFilter| archive.all(filter).len();
    assert_eq!(count(&termin), 40);
    assert_eq!(count(&HistoryFilter { state: Some(MessageState::Rejected), ..termin.clone() }), 10);
    assert_eq!(count(&HistoryFilter { sender_id: Some(3), ..termin.clone() }), 8);
    assert_eq!(count(&HistoryFilter { number: Some(ANNA.into()), ..termin.clone() }), 20);
    assert_eq!(count(&HistoryFilter { from: Some(10), until: Some(30), ..termin.clone() }), 20);
    assert_eq!(count(&HistoryFilter { search: "brief".into(), number: Some(ANNA.into()), ..termin }), 0);
}

#[tokio::test]
async fn what_was_just_sent_is_found_at_once() {
    let office = Office::open().await;
    office.send_to_the_end(&Letter::to(ANNA).saying("Die Wärmflasche ist da")).await;
    let search = HistoryFilter { search: "waermflasche 0151".into(), ..HistoryFilter::default() };
    let found = office.store.now(|c| famulor_sms_core::history::page(c, &search, None)).unwrap().messages;
    assert_eq!(found.len(), 1);
}

#[test]
fn a_changed_message_is_found_as_it_is_now() {
    let archive = Archive::with([Past::to(ANNA).saying("Alter Text").that_is("held")]);
    archive.change("UPDATE message SET body = 'Neuer Text', recipient_name = 'Clara'");
    assert!(archive.found("alter").is_empty());
    assert_eq!(archive.found("neuer clara"), ["Neuer Text"]);
    archive.assert_sound();
}

#[test]
fn messages_of_an_older_version_are_found_after_the_update() {
    let folder = data_of_the_second_version();
    let archive = Archive { store: Store::open(folder.path()).unwrap(), folder };
    assert_eq!(archive.found("mueller termin"), [ARZT]);
    let until = HistoryFilter { until: Some(1), ..HistoryFilter::default() };
    assert_eq!(archive.all(&until).len(), 1);
    archive.assert_sound();
}

/// As the program left it when it had made two steps: with a message that no index knows.
fn data_of_the_second_version() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let old = paper::of_the_second_version(&folder.path().join(FILE_NAME));
    let insert =
        "INSERT INTO message (uuid, draft_id, recipient_name, recipient_number, body, sender_id, sender_number,
                      account_email, key_generation, predicted_segments, created_at, due_at)
                  VALUES ('u', 'd', 'Anna Müller', '+491719870543', ?1, 1, '+493090182', 'a@b.example', 1, 1, 0, 0)";
    old.execute(insert, [ARZT]).unwrap();
    folder
}

#[test]
fn another_program_can_read_the_messages_and_ask_the_index() {
    let archive = three();
    let file = archive.folder.path().join(FILE_NAME);
    let other = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let count = |sql: &str| other.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM message WHERE search_key LIKE '%termin%'"), 1);
    assert_eq!(count("SELECT count(*) FROM message_search WHERE search_key LIKE '%termin%'"), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whoever types a part of what was written finds it, by the index and past it alike.
    #[test]
    fn every_part_of_a_text_finds_it(
        text in "[a-zA-ZäöüßÄÖÜéłıø0-9 €\"'.,+\n-]{1,40}",
        from in 0.0..1.0f64,
        length in 1usize..12,
    ) {
        let archive = Archive::with([Past::to(ANNA).saying(&text), Past::to(BILAL).saying("Etwas ganz anderes")]);
        let characters: Vec<char> = text.chars().collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "small numbers")]
        let first = (from * characters.len() as f64) as usize;
        let part: String = characters.iter().skip(first).take(length).collect();
        let by_index = HistoryFilter { search: part.clone(), ..HistoryFilter::default() };
        let past_it = HistoryFilter { number: Some(ANNA.into()), ..by_index.clone() };
        for filter in [by_index, past_it] {
            prop_assert!(archive.all(&filter).iter().any(|message| message.body == text), "{:?} in {:?}", part, text);
        }
    }
}
