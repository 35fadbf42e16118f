//! The few characters that make a text cost more parts, where they stand, and what could stand there instead.

use serde::Serialize;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use super::replacement::{Neighbours, stand_in};
use super::{Encoding, LIMIT, gsm7, length, normalize, segments};

/// At most one character in so many is "a few"; a text of them is just written in another script.
const FEW: usize = 5;

/// What a character that cannot be replaced counts as if it were not so costly.
const PLAIN: &str = "?";

/// The few characters that make a text cost more parts than it would without them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Costly {
    /// Each of them, as a person sees characters, in order: those that force UCS-2, or in GSM-7 those that count twice.
    pub characters: Vec<CostlyCharacter>,
    /// The parts that the text would be with plain characters in their place.
    pub segments_without: u32,
    /// The text with plain characters in their place, where each has a harmless one.
    pub replaced: Option<Replaced>,
}

/// A character that makes a text cost more, as a person sees it: an emoji of several code points is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CostlyCharacter {
    /// The character as typed.
    pub character: String,
    /// Where it begins in the text as typed, in UTF-16 code units from 0, as a text field counts.
    pub start: u32,
    /// Where it ends, likewise.
    pub end: u32,
    /// What could stand in its place without changing what is said; may be empty.
    pub replacement: Option<String>,
}

/// A text as typed with its costly characters replaced; the rest of it is untouched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Replaced {
    /// The whole text.
    pub text: String,
    /// Its SMS parts: fewer than before.
    pub segments: u32,
}

/// Finds the costly characters of a text as typed, which takes so many segments. None if there are none, if the text
/// is no dearer for them, or if they are not a few and cannot be replaced.
pub(super) fn costly(typed: &str, encoding: Encoding, segments: u32) -> Option<Costly> {
    let graphemes = Graphemes::of(typed, encoding);
    let without = parts(&graphemes.rewritten(|grapheme| grapheme.stand_in.clone().or_else(|| Some(PLAIN.into()))));
    if without >= segments {
        return None;
    }
    let replaced = graphemes.replaced(segments);
    (replaced.is_some() || graphemes.are_few()).then(|| Costly {
        characters: graphemes.characters(),
        segments_without: without,
        replaced,
    })
}

/// The graphemes of a text as typed.
struct Graphemes<'t> {
    typed: &'t str,
    count: usize,
    costly: Vec<CostlyGrapheme<'t>>,
}

struct CostlyGrapheme<'t> {
    written: &'t str,
    start: usize,
    stand_in: Option<String>,
}

impl<'t> Graphemes<'t> {
    /// What is trimmed away costs nothing.
    fn of(typed: &'t str, encoding: Encoding) -> Self {
        let trimmed = typed.len() - typed.trim_start().len()..typed.trim_end().len();
        let sent = || typed.grapheme_indices(true).filter(|(start, _)| trimmed.contains(start));
        let costly = sent().filter(|(_, written)| is_costly(written, encoding));
        let costly = costly.map(|(start, written)| CostlyGrapheme::of(typed, start, written, encoding));
        Self { typed, count: sent().count(), costly: costly.collect() }
    }

    fn are_few(&self) -> bool {
        self.costly.len() * FEW <= self.count
    }

    fn characters(&self) -> Vec<CostlyCharacter> {
        let (mut done, mut place) = (0, 0);
        let character = |grapheme: &CostlyGrapheme<'_>| {
            let start = place + length(self.typed.get(done..grapheme.start).unwrap_or_default().encode_utf16());
            place = start + length(grapheme.written.encode_utf16());
            done = grapheme.start + grapheme.written.len();
            CostlyCharacter {
                character: grapheme.written.to_owned(),
                start,
                end: place,
                replacement: grapheme.stand_in.clone(),
            }
        };
        self.costly.iter().map(character).collect()
    }

    /// The text with what `other` says in place of its costly characters, or with them where it says nothing.
    fn rewritten(&self, other: impl Fn(&CostlyGrapheme<'_>) -> Option<String>) -> String {
        let mut text = String::with_capacity(self.typed.len());
        let mut done = 0;
        for grapheme in &self.costly {
            text.extend(self.typed.get(done..grapheme.start));
            done = grapheme.start + grapheme.written.len();
            match other(grapheme) {
                Some(other) => text.push_str(&other),
                None => text.push_str(grapheme.written),
            }
        }
        text.extend(self.typed.get(done..));
        text
    }

    /// None unless that takes fewer segments and is not too long.
    fn replaced(&self, segments: u32) -> Option<Replaced> {
        if self.costly.iter().any(|grapheme| grapheme.stand_in.is_none()) {
            return None;
        }
        let text = self.rewritten(|grapheme| grapheme.stand_in.clone());
        let sent = normalize(&text);
        let replaced = Replaced { segments: parts(&text), text };
        (replaced.segments < segments && sent.chars().count() <= LIMIT).then_some(replaced)
    }
}

impl<'t> CostlyGrapheme<'t> {
    fn of(typed: &'t str, start: usize, written: &'t str, encoding: Encoding) -> Self {
        let before = typed.get(..start).and_then(|text| text.chars().next_back());
        let behind = typed.get(start + written.len()..).and_then(|text| text.chars().next());
        let stand_in = match encoding {
            // Nothing says the same as a bracket or the euro sign in one septet.
            Encoding::Gsm7 => None,
            Encoding::Ucs2 => stand_in(written, Neighbours { before, behind }),
        };
        Self { written, start, stand_in }
    }
}

fn is_costly(grapheme: &str, encoding: Encoding) -> bool {
    grapheme.nfc().any(|character| match encoding {
        Encoding::Gsm7 => gsm7::septets(character) == Some(2),
        Encoding::Ucs2 => gsm7::septets(character).is_none(),
    })
}

/// The SMS parts of a text as typed.
fn parts(typed: &str) -> u32 {
    let text = normalize(typed);
    segments::count(&text, Encoding::of(&text)).segments
}
