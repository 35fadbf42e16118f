//! Letters from bytes: UTF-8, UTF-16 or what Windows wrote before them, with whatever says which.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file's text, line ends as they were, and the name of how its letters were written.
pub(crate) fn decode(bytes: &[u8]) -> (String, &'static str) {
    let encoding = encoding(bytes);
    let (text, actual, _) = encoding.decode(bytes);
    (text.into_owned(), if actual == UTF_8 { "UTF-8" } else { actual.name() })
}

/// A byte order mark, the zeros between the letters of UTF-16, sound UTF-8, or what a card names; else Windows.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    match bytes {
        [0, letter, 0, _, ..] if *letter != 0 => UTF_16BE,
        [letter, 0, _, 0, ..] if *letter != 0 => UTF_16LE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => named(bytes).unwrap_or(WINDOWS_1252),
    }
}

/// The first character set that a line of a card names, other than UTF-8, which the file is not.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    const NAME: &[u8] = b"CHARSET=";
    let starts = bytes.windows(NAME.len()).enumerate().filter(|(_, found)| found.eq_ignore_ascii_case(NAME));
    let labels = starts.filter_map(|(at, _)| bytes.get(at + NAME.len()..)?.split(|b| b":;,\r\n".contains(b)).next());
    labels.filter_map(Encoding::for_label).find(|encoding| *encoding != UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_umlauts_is_known() {
        let utf16 = |mark: &[u8], to: fn(u16) -> [u8; 2]| {
            [mark, &"Müller".encode_utf16().flat_map(to).collect::<Vec<_>>()].concat()
        };
        let cases: [(Vec<u8>, &str); 7] = [
            ("Müller".into(), "UTF-8"),
            ("\u{feff}Müller".into(), "UTF-8"),
            (utf16(&[0xff, 0xfe], u16::to_le_bytes), "UTF-16LE"),
            (utf16(&[0xfe, 0xff], u16::to_be_bytes), "UTF-16BE"),
            (utf16(&[], u16::to_le_bytes), "UTF-16LE"),
            (utf16(&[], u16::to_be_bytes), "UTF-16BE"),
            (b"M\xfcller".to_vec(), "windows-1252"),
        ];
        for (bytes, name) in cases {
            assert_eq!(decode(&bytes), ("Müller".to_owned(), name));
        }
    }

    #[test]
    fn a_card_that_names_its_character_set_is_believed_unless_it_is_utf_8() {
        assert_eq!(
            decode(b"N;CHARSET=UTF-8;charset=windows-1251:\xc0\xed\xed\xe0"),
            ("N;CHARSET=UTF-8;charset=windows-1251:Анна".to_owned(), "windows-1251")
        );
        assert_eq!(decode("N;CHARSET=ISO-8859-1:Müller".as_bytes()).1, "UTF-8");
    }

    #[test]
    fn no_bytes_are_too_strange() {
        for bytes in [&b""[..], b"\0", b"\xff", b"\xff\xfe\0", b"\xc3", b"CHARSET=", b"\xffcharset=\xff"] {
            decode(bytes);
        }
    }
}
