//! Plain words from what a link holds: decoded, and without anything that cannot be seen.

use encoding_rs::WINDOWS_1252;
use percent_encoding::percent_decode_str;

/// The beginning of a link, no longer than this, without half of an escape at its end.
pub(super) fn within(link: &str, longest: usize) -> &str {
    if link.len() <= longest {
        return link;
    }
    let end = (0..=longest).rev().find(|at| link.is_char_boundary(*at)).unwrap_or_default();
    let cut = link.get(..end).unwrap_or_default();
    let escape = cut.rfind('%').filter(|at| cut.len() - at < "%20".len());
    escape.and_then(|at| cut.get(..at)).unwrap_or(cut)
}

/// Without its escapes: in UTF-8, else as Windows wrote before; of a last letter that is cut off nothing stays.
pub(super) fn decoded(text: &str) -> String {
    let bytes: Vec<u8> = percent_decode_str(text).collect();
    match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(error) if error.error_len().is_none() => {
            String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned()
        }
        Err(_) => WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(),
    }
}

/// One line, without the brackets that would make a name of what stands before them.
pub(super) fn line(text: &str) -> String {
    let seen = text
        .chars()
        .filter(|c| !is_hidden(*c) && !matches!(c, '<' | '>'))
        .map(|c| if c.is_whitespace() { ' ' } else { c });
    seen.filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
}

/// Lines that end alike.
pub(super) fn text(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let plain = lines.replace('\t', " ").replace(|c: char| is_hidden(c) || (c.is_control() && c != '\n'), "");
    plain.trim().to_owned()
}

/// Commands to the writing's direction, and what has no shape; joiners stay, which some emoji and scripts need.
const fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    )
}
