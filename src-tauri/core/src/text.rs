//! What a text costs before it is sent: its encoding, its segments, and which characters make it dear.

mod costly;
mod gsm7;
mod replacement;
mod segments;

use serde::Serialize;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation as _;

pub use costly::{Costly, CostlyCharacter, Replaced};
use replacement::{Neighbours, replacement, stand_in};

/// The most that the service takes, in code points after trimming (Laravel's `max:300`).
pub const LIMIT: usize = 300;

/// How a text is encoded on the air.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub enum Encoding {
    /// Seven bits a character: 160 septets in one segment, 153 in each of several.
    #[serde(rename = "GSM-7")]
    Gsm7,
    /// Sixteen bits a unit: 70 in one segment, 67 in each of several.
    #[serde(rename = "UCS-2")]
    Ucs2,
}

impl Encoding {
    /// GSM-7 where every character allows it, else UCS-2.
    fn of(text: &str) -> Self {
        if text.chars().all(|character| gsm7::septets(character).is_some()) { Self::Gsm7 } else { Self::Ucs2 }
    }
}

/// A text as it will be sent, and what that takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextAnalysis {
    /// What will be sent: line ends as LF, composed (NFC), trimmed.
    pub text: String,
    /// Its length in Unicode code points, which the service limits to [`LIMIT`].
    pub code_points: u32,
    /// GSM-7 where every character allows it, else UCS-2.
    pub encoding: Encoding,
    /// The number of SMS parts; 0 for an empty text.
    pub segments: u32,
    /// Units (septets or UTF-16 code units) left in the last segment.
    pub units_left: u32,
    /// The characters that force UCS-2, in order, each at every place it stands.
    pub forcing: Vec<ForcingCharacter>,
}

/// All that stands beside a text while it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextMeasure {
    /// What will be sent, and what that takes.
    #[serde(flatten)]
    pub analysis: TextAnalysis,
    /// The few characters that make it cost more parts, where there are some: their places are those in the text as typed.
    pub costly: Option<Costly>,
}

/// A character that is not in the GSM 7-bit alphabet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ForcingCharacter {
    /// The character.
    pub character: char,
    /// Its place in [`TextAnalysis::text`], in code points from 0.
    pub position: u32,
    /// What could stand in its place without changing the meaning.
    pub replacement: Option<&'static str>,
}

/// Normalises a text as typed and counts what sending it takes.
#[must_use]
pub fn analyze(typed: &str) -> TextAnalysis {
    let text = normalize(typed);
    let encoding = Encoding::of(&text);
    let count = segments::count(&text, encoding);
    TextAnalysis {
        code_points: length(text.chars()),
        encoding,
        segments: count.segments,
        units_left: count.units_left,
        forcing: forcing_characters(&text),
        text,
    }
}

/// Measures a text as typed, and finds what makes it dear.
#[must_use]
pub fn measure(typed: &str) -> TextMeasure {
    let analysis = analyze(typed);
    TextMeasure { costly: costly::costly(typed, analysis.encoding, analysis.segments), analysis }
}

/// The text as it is sent: CRLF and CR to LF, NFC, trimmed.
fn normalize(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    lines.nfc().collect::<String>().trim().to_owned()
}

fn forcing_characters(text: &str) -> Vec<ForcingCharacter> {
    let mut forcing = Vec::new();
    let (mut position, mut before) = (0, None);
    for (start, grapheme) in text.grapheme_indices(true) {
        let behind = text.get(start + grapheme.len()..).and_then(|rest| rest.chars().next());
        let neighbours = Neighbours { before, behind };
        let is_replaceable = stand_in(grapheme, neighbours).is_some();
        for character in grapheme.chars() {
            if gsm7::septets(character).is_none() {
                let replacement = replacement(character, neighbours).filter(|_| is_replaceable);
                forcing.push(ForcingCharacter { character, position, replacement });
            }
            position += 1;
            before = Some(character);
        }
    }
    forcing
}

/// A count as `u32`; no text that fits in memory here comes near the end.
fn length<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_accents_are_normalised_and_the_text_is_trimmed() {
        let analysis = analyze("  Gru\u{308}ße\r\nAnna\r \n");
        assert_eq!(analysis.text, "Grüße\nAnna");
        assert_eq!(analysis.code_points, 10);
        assert_eq!(analysis.encoding, Encoding::Gsm7);
    }

    #[test]
    fn an_empty_text_takes_no_segment() {
        let analysis = analyze(" \n ");
        assert_eq!((analysis.segments, analysis.code_points, analysis.units_left), (0, 0, 160));
    }

    #[test]
    fn each_forcing_character_is_named_with_its_place() {
        let analysis = analyze("Şahin – ja");
        let named: Vec<_> = analysis.forcing.iter().map(|f| (f.character, f.position, f.replacement)).collect();
        assert_eq!(named, [('Ş', 0, None), ('–', 6, Some("-"))]);
    }

    #[test]
    fn the_units_left_count_down_in_the_last_segment() {
        assert_eq!(analyze("abc").units_left, 157);
        assert_eq!(analyze(&"a".repeat(161)).units_left, 153 - 8);
        assert_eq!(analyze("„").units_left, 69);
    }
}
