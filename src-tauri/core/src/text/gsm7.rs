//! The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, formerly GSM 03.38).

/// The default alphabet in the order of its codes; the escape (0x1B) has no character of its own.
const DEFAULT: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// The extension table: each is sent as an escape and a code, so it takes two septets.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// The septets that a character takes in the GSM 7-bit alphabet, or none if it is not in it.
pub(super) fn septets(character: char) -> Option<u32> {
    if character.is_ascii_alphanumeric() || character == ' ' || DEFAULT.contains(character) {
        Some(1)
    } else if EXTENSION.contains(character) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_alphabet_has_127_characters_beside_the_escape() {
        assert_eq!(DEFAULT.chars().count(), 127);
    }

    #[test]
    fn extension_characters_take_two_septets() {
        assert!(EXTENSION.chars().all(|c| septets(c) == Some(2)));
    }

    #[test]
    fn letters_that_look_alike_are_not_in_the_alphabet() {
        for character in ['ç', 'Α', '`', '„', '–', '\u{a0}', 'ẞ'] {
            assert_eq!(septets(character), None, "{character}");
        }
    }
}
