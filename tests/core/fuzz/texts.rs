//! The text analysis: whatever is typed, it does not panic, and its counts are those of the parts that a plain
//! cutting gives.

use famulor_sms_core::text::{Encoding, TextAnalysis, analyze};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation as _;

use super::{config, kept};

/// The GSM 7-bit alphabet beyond ASCII, written down by another hand than the core's.
const BEYOND_ASCII: &str = "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€";
const TWO_SEPTETS: &str = "\u{c}^{}\\[~]|€";

fn is_gsm7(letter: char) -> bool {
    let in_ascii = (matches!(letter, ' '..='~') && letter != '`') || matches!(letter, '\n' | '\r' | '\u{c}');
    in_ascii || BEYOND_ASCII.contains(letter)
}

fn units(text: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Gsm7 => text.chars().map(|letter| if TWO_SEPTETS.contains(letter) { 2 } else { 1 }).sum(),
        Encoding::Ucs2 => text.encode_utf16().count(),
    }
}

/// The parts that go out, cut one after the other: as many whole graphemes as fit; of one that fits in no part, as
/// many characters. A character, and so a pair, is never cut.
fn parts(text: &str, encoding: Encoding) -> (Vec<String>, usize) {
    let (alone, joined) = match encoding {
        Encoding::Gsm7 => (160, 153),
        Encoding::Ucs2 => (70, 67),
    };
    if units(text, encoding) <= alone {
        return (Vec::from_iter((!text.is_empty()).then(|| text.to_owned())), alone);
    }
    let mut parts = vec![String::new()];
    for grapheme in text.graphemes(true) {
        let is_too_long = units(grapheme, encoding) > joined;
        let pieces = if is_too_long { grapheme.split("").collect() } else { vec![grapheme] };
        for piece in pieces {
            let last = parts.last().map(String::as_str).unwrap_or_default();
            if units(last, encoding) + units(piece, encoding) > joined {
                parts.push(String::new());
            }
            parts.last_mut().unwrap().push_str(piece);
        }
    }
    (parts, joined)
}

fn check(typed: &str) -> Result<(), TestCaseError> {
    let TextAnalysis { text, code_points, encoding, segments, units_left, forcing } = analyze(typed);
    prop_assert!(is_nfc(&text) && !text.contains('\r') && text.trim() == text);
    prop_assert_eq!(code_points as usize, text.chars().count());
    let forced: Vec<_> = (0..).zip(text.chars()).filter(|(_, letter)| !is_gsm7(*letter)).collect();
    prop_assert_eq!(&forced, &forcing.iter().map(|f| (f.position, f.character)).collect::<Vec<(u32, char)>>());
    prop_assert_eq!(encoding == Encoding::Gsm7, forced.is_empty());
    let (parts, room) = parts(&text, encoding);
    prop_assert_eq!(parts.concat(), text);
    prop_assert_eq!(parts.len(), segments as usize);
    prop_assert!(parts.iter().all(|part| units(part, encoding) <= room));
    prop_assert_eq!(units_left as usize, room - parts.last().map_or(0, |last| units(last, encoding)));
    // What stands in for a character is cheap itself, or it would not help.
    let stand_ins: String = forcing.iter().filter_map(|f| f.replacement).collect();
    prop_assert!(stand_ins.chars().all(is_gsm7), "{}", stand_ins);
    Ok(())
}

/// Texts whose length is about where a new part begins, with something wide there.
fn texts() -> impl Strategy<Value = String> {
    let wide = vec![
        "€",
        "[",
        "\u{c}",
        "😀",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "u\u{308}",
        "ẞ",
        "„",
        "\r\n",
        "\u{a0}",
        "\u{200d}",
        "\u{fe0f}",
        "각",
        "क्षि",
        "\u{0}",
    ];
    let piece = prop_oneof![
        "[a-zA-Z0-9 ]{1,80}",
        (select(vec!["a", "ä", "ş"]), prop_oneof![60_usize..75, 130_usize..165, 290_usize..310])
            .prop_map(|(letter, times)| letter.repeat(times)),
        select(wide.clone()).prop_map(str::to_owned),
        (select(wide), 1_usize..200).prop_map(|(piece, times)| piece.repeat(times)),
        (1_usize..120).prop_map(|marks| format!("z{}", "\u{301}\u{323}".repeat(marks))),
        any::<String>(),
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

#[test]
fn texts_that_are_kept_hold() {
    for (name, file) in kept("texts") {
        let checked = check(&String::from_utf8(file).unwrap());
        assert!(checked.is_ok(), "{name}: {checked:?}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn texts_of_every_width_hold(typed in texts()) {
        check(&typed)?;
    }

    #[test]
    fn texts_of_any_characters_hold(typed in any::<String>()) {
        check(&typed)?;
    }
}
