//! Plain characters that may stand in for typographic ones without changing what is said.

use unicode_normalization::UnicodeNormalization as _;

use super::gsm7;

/// The characters that stand before and behind a grapheme, where there are some.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Neighbours {
    pub(super) before: Option<char>,
    pub(super) behind: Option<char>,
}

/// What may stand in for a grapheme, all of it in the GSM 7-bit alphabet; none where any of its characters cannot be
/// replaced: so the joiners of an emoji or of a script that needs them stay.
pub(super) fn stand_in(grapheme: &str, neighbours: Neighbours) -> Option<String> {
    let mut plain = String::with_capacity(grapheme.len());
    for character in grapheme.nfc() {
        if gsm7::septets(character).is_some() {
            plain.push(character);
        } else {
            plain.push_str(replacement(character, neighbours)?);
        }
    }
    Some(plain)
}

/// A replacement in the GSM 7-bit alphabet for a character that is not in it, or none where a
/// replacement would change a name or the meaning.
pub(super) fn replacement(character: char, neighbours: Neighbours) -> Option<&'static str> {
    Some(match character {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '`' | '´' | '❛' | '❜' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '❝' | '❞' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⸺' | '﹘' | '﹣' => "-",
        '…' | '⋯' => "...",
        '‥' => "..",
        '⁄' | '∕' => "/",
        '•' | '‣' | '⁃' | '◦' | '∙' | '●' | '▪' | '▫' | '■' | '▸' => "-",
        '·' if !neighbours.are_letters() => "-",
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' => " ",
        '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => "",
        // What Windows puts around copied numbers: marks of the direction.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

impl Neighbours {
    /// Whether letters stand on both sides: there a middle dot is a part of the word (Catalan "Gal·la").
    fn are_letters(self) -> bool {
        [self.before, self.behind].into_iter().all(|neighbour| neighbour.is_some_and(char::is_alphabetic))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(grapheme: &str) -> Option<String> {
        stand_in(grapheme, Neighbours::default())
    }

    #[test]
    fn every_replacement_is_in_the_gsm_alphabet() {
        let replaced: Vec<&str> = ('\0'..='\u{ffff}').filter_map(|c| replacement(c, Neighbours::default())).collect();
        assert!(replaced.len() > 60);
        assert!(replaced.iter().all(|text| text.chars().all(|c| gsm7::septets(c).is_some())));
    }

    #[test]
    fn letters_marks_and_emoji_are_never_replaced() {
        let kept = ('\0'..=char::MAX).filter(|c| c.is_alphabetic() && gsm7::septets(*c).is_none());
        let replaced: String = kept.filter(|c| replacement(*c, Neighbours::default()).is_some()).collect();
        assert_eq!(replaced, "ʼﬀﬁﬂﬃﬄﬅﬆ", "an apostrophe and ligatures only");
        for kept in ["😀", "✓", "♥", "½", "²", "×", "©", "œ", "ĳ", "№", "Ж", "ş", "ç", "ẞ", "e\u{308}"]
        {
            assert_eq!(alone(kept), None, "{kept}");
        }
    }

    #[test]
    fn joiners_go_only_where_nothing_needs_them() {
        assert_eq!(alone("a\u{200d}").as_deref(), Some("a"));
        assert_eq!(alone("👩\u{200d}💻"), None);
        assert_eq!(alone("ی\u{200c}"), None);
    }

    #[test]
    fn a_middle_dot_within_a_word_is_a_part_of_it() {
        let between = |before, behind| stand_in("·", Neighbours { before: Some(before), behind: Some(behind) });
        assert_eq!(between('l', 'l'), None);
        assert_eq!(between(' ', ' ').as_deref(), Some("-"));
        assert_eq!(between('o', ' ').as_deref(), Some("-"));
    }
}
