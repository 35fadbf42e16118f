//! What `calcard` 0.3 gets wrong in cards of version 2.1: quoted-printable without `ENCODING=` before it is not decoded,
//! and without a character set is taken for Latin-1 where every phone of the last twenty years meant UTF-8.

use std::borrow::Cow;

use encoding_rs::{UTF_8, WINDOWS_1252};

const MARK: &str = "QUOTED-PRINTABLE";

/// A card with the parameters that were left out.
pub(super) fn mended(card: &str) -> Cow<'_, str> {
    if find(card, MARK).is_none() {
        return Cow::Borrowed(card);
    }
    let mut out = String::with_capacity(card.len() + 64);
    let mut lines = card.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let mut value = line.to_owned();
        while is_quoted_printable(&value)
            && value.trim_end_matches(['\r', '\n']).ends_with('=')
            && lines.peek().is_some()
        {
            value.push_str(lines.next().unwrap_or_default());
        }
        out.push_str(&line_mended(&value));
    }
    Cow::Owned(out)
}

fn header(line: &str) -> &str {
    line.split(':').next().unwrap_or_default()
}

fn is_quoted_printable(line: &str) -> bool {
    find(header(line), MARK).is_some()
}

fn line_mended(line: &str) -> Cow<'_, str> {
    if !is_quoted_printable(line) {
        return Cow::Borrowed(line);
    }
    let (header, value) = line.split_at(header(line).len());
    let mut parameters: Vec<String> = header.split(';').map(str::to_owned).collect();
    for parameter in parameters.iter_mut().filter(|parameter| parameter.trim().eq_ignore_ascii_case(MARK)) {
        *parameter = format!("ENCODING={MARK}");
    }
    if find(header, "CHARSET=").is_none() {
        let is_utf_8 = std::str::from_utf8(&bytes(value)).is_ok();
        parameters.push(format!("CHARSET={}", if is_utf_8 { UTF_8 } else { WINDOWS_1252 }.name()));
    }
    Cow::Owned(parameters.join(";") + value)
}

/// The bytes that quoted-printable stands for, as far as that tells the character set.
fn bytes(value: &str) -> Vec<u8> {
    let joined = value.replace("=\r\n", "").replace("=\n", "");
    let mut pieces = joined.split('=');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2).unwrap_or(("", piece));
        bytes.extend(u8::from_str_radix(code, 16));
        bytes.extend(rest.bytes());
    }
    bytes
}

fn find(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|found| found.eq_ignore_ascii_case(wanted.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_gets_the_parameters_that_were_left_out() {
        for (line, mended_line) in [
            ("N;QUOTED-PRINTABLE:M=C3=BCller", "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller"),
            ("N;encoding=quoted-printable:M=FCller", "N;encoding=quoted-printable;CHARSET=windows-1252:M=FCller"),
            ("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:x", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:x"),
            ("NOTE:QUOTED-PRINTABLE", "NOTE:QUOTED-PRINTABLE"),
        ] {
            assert_eq!(mended(line), mended_line);
        }
    }

    #[test]
    fn a_letter_that_is_torn_by_a_soft_break_is_still_utf_8() {
        let card = "N;ENCODING=QUOTED-PRINTABLE:M=C3=\r\n=BCller\r\nTEL:1\r\n";
        assert_eq!(mended(card), "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=\r\n=BCller\r\nTEL:1\r\n");
    }
}
