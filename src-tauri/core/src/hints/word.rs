//! The words of a text, with their places.

use crate::search_key::fold;

/// A word as it is compared, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Without case and accents.
    pub(super) plain: String,
    /// Its place in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The words of a piece of a text that begins at `offset`: letters, digits, and apostrophes within.
pub(super) fn words(piece: &str, offset: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, character) in piece.char_indices().chain([(piece.len(), ' ')]) {
        let is_part =
            character.is_alphanumeric() || is_mark(character) || (is_apostrophe(character) && start.is_some());
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.extend(piece.get(from..at).map(|written| word(written, offset + from)));
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

fn word(written: &str, start: usize) -> Word {
    let written = written.trim_end_matches(is_apostrophe);
    Word { plain: fold(written), start, end: start + written.len() }
}

fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '´' | '`')
}

/// A place in bytes as a text field counts it.
pub(super) fn utf16(text: &str, place: usize) -> u32 {
    let units = text.get(..place).unwrap_or(text).encode_utf16().count();
    u32::try_from(units).unwrap_or(u32::MAX)
}
