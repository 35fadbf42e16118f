//! The few characters that make a text dear: named with their places, and replaced only where that is harmless.

use famulor_sms_core::text::{Costly, CostlyCharacter, Encoding, analyze, measure};
use proptest::prelude::*;
use proptest::sample::select;

fn costly(typed: &str) -> Costly {
    measure(typed).costly.unwrap_or_else(|| panic!("nothing in this is costly: {typed}"))
}

fn character(character: &str, start: u32, end: u32, replacement: Option<&str>) -> CostlyCharacter {
    CostlyCharacter { character: character.into(), start, end, replacement: replacement.map(str::to_owned) }
}

#[test]
fn three_characters_make_this_3_sms_instead_of_1() {
    let typed = format!("„Guten Tag“ – {}", "a".repeat(140));
    let analysis = analyze(&typed);
    assert_eq!((analysis.segments, analysis.encoding), (3, Encoding::Ucs2));
    let costly = costly(&typed);
    assert_eq!(costly.segments_without, 1);
    let expected =
        [character("„", 0, 1, Some("\"")), character("“", 10, 11, Some("\"")), character("–", 12, 13, Some("-"))];
    assert_eq!(costly.characters, expected);
    let replaced = costly.replaced.unwrap();
    assert_eq!((replaced.segments, replaced.text), (1, format!("\"Guten Tag\" - {}", "a".repeat(140))));
}

#[test]
fn places_are_counted_as_a_text_field_counts_in_the_text_as_typed() {
    let typed = format!("  \r\nGru\u{308}ße 😀\u{a0}{}\u{a0}\n", "a".repeat(70));
    // Two spaces, a line end of two, "Gru", a mark of its own, "ße " before it; what is trimmed away costs nothing.
    let expected = [character("😀", 11, 13, None), character("\u{a0}", 13, 14, Some(" "))];
    assert_eq!(costly(&typed).characters, expected);
}

#[test]
fn what_a_person_sees_as_one_character_is_one() {
    let typed = format!("{}👩\u{200d}👩\u{200d}👧!", "a".repeat(100));
    let family = costly(&typed);
    assert_eq!(family.characters, [character("👩\u{200d}👩\u{200d}👧", 100, 108, None)]);
    assert_eq!((family.segments_without, family.replaced), (1, None));
}

#[test]
fn a_letter_of_a_name_stays_and_so_does_everything_else_then() {
    let typed = format!("Frau Şahin – {}", "a".repeat(90));
    let costly = costly(&typed);
    assert_eq!(costly.characters, [character("Ş", 5, 6, None), character("–", 11, 12, Some("-"))]);
    assert_eq!((costly.segments_without, costly.replaced), (1, None));
}

#[test]
fn a_text_that_is_no_dearer_for_them_has_no_costly_characters() {
    for typed in ["", "Guten Tag", "Guten Tag – bis morgen!", "Şahin", "😀", "Preis: 5 €"] {
        assert_eq!(measure(typed).costly, None, "{typed}");
    }
}

#[test]
fn a_text_in_another_script_is_not_a_few_characters() {
    let russian = "Здравствуйте! Напоминаем вам о приёме завтра в десять часов утра. До встречи!";
    assert_eq!(analyze(russian).segments, 2);
    assert_eq!(measure(russian).costly, None);
}

#[test]
fn many_that_can_all_be_replaced_are_offered_all_the_same() {
    let typed = "a\u{a0}".repeat(40);
    let costly = costly(&typed);
    assert_eq!((costly.characters.len(), costly.replaced.unwrap().text), (39, "a ".repeat(39) + "a\u{a0}"));
}

#[test]
fn what_counts_twice_is_costly_where_it_adds_a_part() {
    let typed = format!("[x] {} 5 €", "a".repeat(152));
    let costly = costly(&typed);
    let expected = [character("[", 0, 1, None), character("]", 2, 3, None), character("€", 159, 160, None)];
    assert_eq!((costly.characters, costly.segments_without, costly.replaced), (expected.to_vec(), 1, None));
}

#[test]
fn a_replacement_that_would_make_the_text_too_long_is_not_offered() {
    let typed = "…".repeat(101);
    assert_eq!(measure(&typed).costly.and_then(|costly| costly.replaced), None);
}

/// Texts of what is typed in an office, around the ends of the parts.
fn texts() -> impl Strategy<Value = String> {
    let typographic = vec![
        "„", "“", "’", "–", "…", "\u{a0}", "\u{200b}", "\u{200d}", "ﬁ", "•", "·", "\u{202c}", "\t", "\u{2028}", "\r\n",
    ];
    let kept = vec!["ş", "😀", "👩\u{200d}💻", "€", "[", "u\u{308}", "c\u{327}", "\u{301}", "Ж", "\u{fe0f}", "ä"];
    let piece = prop_oneof![
        4 => "[a-zA-Z ]{1,60}",
        4 => select(typographic).prop_map(str::to_owned),
        1 => select(kept).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn utf16(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn costly_characters_stand_where_they_are_said_to_stand(typed in texts()) {
        let analysis = analyze(&typed);
        let Some(costly) = measure(&typed).costly else { return Ok(()) };
        prop_assert!(!costly.characters.is_empty() && costly.segments_without < analysis.segments);
        let mut done = 0;
        for CostlyCharacter { character, start, end, .. } in &costly.characters {
            prop_assert!(done <= *start && start < end);
            prop_assert_eq!(&utf16(&typed)[*start as usize..*end as usize], utf16(character));
            done = *end;
        }
    }

    #[test]
    fn replacing_takes_fewer_parts_keeps_the_rest_and_is_done_at_once(typed in texts()) {
        let analysis = analyze(&typed);
        let Some((costly, replaced)) = measure(&typed).costly.and_then(|c| Some((c.clone(), c.replaced?))) else { return Ok(()) };
        let after = analyze(&replaced.text);
        prop_assert_eq!((after.segments, after.encoding), (replaced.segments, Encoding::Gsm7));
        prop_assert!(after.segments < analysis.segments && after.code_points <= 300);
        prop_assert_eq!(measure(&replaced.text).costly.and_then(|costly| costly.replaced), None);
        // The same by hand, from the last to the first.
        let mut by_hand = utf16(&typed);
        for CostlyCharacter { start, end, replacement, .. } in costly.characters.iter().rev() {
            by_hand.splice(*start as usize..*end as usize, utf16(replacement.as_ref().unwrap()));
        }
        prop_assert_eq!(String::from_utf16(&by_hand).unwrap(), replaced.text);
    }
}
