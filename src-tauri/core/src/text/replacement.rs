//! Plain characters that may stand in for typographic ones without changing what is said.

/// A replacement in the GSM 7-bit alphabet for a character that is not in it, or none where a
/// replacement would change a name or the meaning.
pub(super) fn replacement(character: char) -> Option<&'static str> {
    Some(match character {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '`' | '´' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '…' => "...",
        '•' | '·' | '‣' => "-",
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' => " ",
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => "",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::gsm7;

    #[test]
    fn every_replacement_is_in_the_gsm_alphabet() {
        let replaced: Vec<&str> = ('\0'..='\u{ffff}').filter_map(replacement).collect();
        assert!(replaced.len() > 40);
        assert!(replaced.iter().all(|text| text.chars().all(|c| gsm7::septets(c).is_some())));
    }

    #[test]
    fn letters_of_names_are_never_replaced() {
        assert!(['Ş', 'ç', 'ł', 'č', '😀'].into_iter().all(|c| replacement(c).is_none()));
    }
}
