//! Quiet lines for a text to a contact, each kind of which can be silenced.

use famulor_sms_core::PhoneNumber;
use famulor_sms_core::hints::{asks_for_reply, hints, other_salutation};
use famulor_sms_core::templates::Facts;
use famulor_sms_core::types::{Hint, HintKind, Settings};
use famulor_sms_tests::office::{ANNA, BILAL};
use proptest::prelude::*;
use proptest::sample::select;

use crate::archive::Archive;

const TEXT: &str = "Sehr geehrte Frau Meier, bitte antworten Sie bald.";

fn archive() -> Archive {
    let archive = Archive::new();
    archive.change(&format!(
        "INSERT INTO contact (id, given, family, search_key, sort_key, created_at, changed_at)
             VALUES (1, 'Anna', 'Müller', '', '', 0, 0), (2, 'Ida', 'Meier', '', '', 0, 0);
         INSERT INTO contact_number (contact_id, number) VALUES (1, '{ANNA}'), (2, '{ANNA}');"
    ));
    archive
}

fn kinds(archive: &Archive, number: Option<&str>, chosen: Option<i64>, silenced: &[HintKind]) -> Vec<HintKind> {
    let number = number.map(|number| PhoneNumber::from_e164(number).unwrap());
    let found = archive.store.now(|c| hints(c, TEXT, number.as_ref(), chosen, silenced)).unwrap();
    let kind = |hint: &Hint| match hint {
        Hint::AsksForReply { .. } => HintKind::AsksForReply,
        Hint::OtherSalutation { .. } => HintKind::OtherSalutation,
    };
    found.iter().map(kind).collect()
}

#[test]
fn the_salutation_is_compared_with_the_contact_that_is_written_to() {
    let archive = archive();
    let both = [HintKind::AsksForReply, HintKind::OtherSalutation];
    assert_eq!(kinds(&archive, Some(ANNA), None, &[]), both);
    assert_eq!(kinds(&archive, Some(ANNA), Some(2), &[]), both[..1]);
    assert_eq!(kinds(&archive, Some(BILAL), None, &[]), both[..1], "Bilal is no contact");
    assert_eq!(kinds(&archive, None, None, &[]), both[..1]);
}

#[test]
fn each_kind_can_be_silenced_and_the_salutation_is_at_first() {
    let archive = archive();
    assert_eq!(kinds(&archive, Some(ANNA), None, &[HintKind::AsksForReply]), [HintKind::OtherSalutation]);
    assert_eq!(kinds(&archive, Some(ANNA), None, &Settings::default().silenced_hints), [HintKind::AsksForReply]);
    let silenced = serde_json::to_value(Settings::default()).unwrap()["silenced_hints"].clone();
    assert_eq!(silenced, serde_json::json!(["other-salutation"]));
}

/// Texts of the words that matter here, and any other characters.
fn texts() -> impl Strategy<Value = String> {
    let words = vec![
        "Bitte ",
        "antworten ",
        "Sie ",
        "nicht ",
        "Reply ",
        "YES",
        "Guten Tag ",
        "Frau ",
        "Hallo ",
        "Meier",
        "-",
        ", ",
        ".",
        "\n",
        "😀",
        "u\u{308}",
        "’",
        "von ",
        "Dr. ",
        "\u{200b}",
        "ß",
    ];
    let piece = prop_oneof![3 => select(words).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn whatever_is_typed_a_quiet_line_names_what_stands_at_its_place(text in texts()) {
        let anna = Facts { given: "Anna".into(), family: "Müller".into(), organisation: String::new() };
        let units: Vec<u16> = text.encode_utf16().collect();
        for hint in asks_for_reply(&text).into_iter().chain(other_salutation(&text, &anna)) {
            let (Hint::AsksForReply { words, start, end } | Hint::OtherSalutation { said: words, start, end, .. }) = hint;
            prop_assert_eq!(String::from_utf16(&units[start as usize..end as usize]).unwrap(), words);
        }
    }
}
