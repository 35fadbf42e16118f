//! What names, numbers and texts are found by: one form for everything that people write differently.
//!
//! Without case and accents, ß as ss. An umlaut may be typed as its vowel or with an e: a word with ae, oe or ue in it
//! stands in the key a second time, as if it had been written with the umlaut ("Mueller": `mueller muller`). So
//! every part of a word is found as it was written, also "erscheinung" in "Neuerscheinung". The price: such a word takes
//! twice the room, and "Mueller" also finds "Muller".

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Stands at the end of a message's key: so each of its characters begins a group of three, as the index keeps them.
const END: &str = "  ";

/// What a text is found by: its words, separated by one space.
#[must_use]
pub fn search_key(text: &str) -> String {
    let plain = fold(text);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let with_umlauts = words.iter().filter_map(|word| as_if_with_umlauts(word));
    let mut key = words.join(" ");
    for word in with_umlauts {
        key.push(' ');
        key.push_str(&word);
    }
    key
}

/// What a message is found by: name, number and text.
#[must_use]
pub fn message_key(name: &str, number: &str, body: &str) -> String {
    format!("{} {} {}{END}", search_key(name), digits(number), search_key(body)).trim_start().to_owned()
}

/// What a contact is found by: the words of its names, whatever stands between them.
#[must_use]
pub fn contact_key(given: &str, family: &str, organisation: &str) -> String {
    let words = words(&format!("{given} {family} {organisation}"));
    let with_umlauts: Vec<String> = words.iter().filter_map(|word| as_if_with_umlauts(word)).collect();
    [words, with_umlauts].concat().join(" ")
}

/// Where a contact stands in the list: by family name, given name and organisation, as far as they are there. It begins
/// with the letter that the contact stands under, `#` where it begins with none.
#[must_use]
pub fn sort_key(given: &str, family: &str, organisation: &str) -> String {
    let key = words(&format!("{family} {given} {organisation}")).join(" ");
    if key.starts_with(char::is_alphabetic) { key } else { format!("#{key}") }
}

/// The words of a text as a contact's key has them: letters and digits only.
pub(crate) fn words(text: &str) -> Vec<String> {
    let plain = fold(text);
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The ways in which a typed word may stand in a key: as it was typed, and as if it had an umlaut.
pub(crate) fn ways_to_write(word: &str) -> Vec<String> {
    let plain = fold(word);
    let other = as_if_with_umlauts(&plain);
    std::iter::once(plain).chain(other).collect()
}

/// A typed number as it stands in a key: without the zeros or the plus before it. None if this is not a part of a
/// number.
pub(crate) fn part_of_number(typed: &str) -> Option<String> {
    let typed = typed.replace("(0)", "");
    let is_number = typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–/().".contains(c));
    let part = digits(&typed).trim_start_matches('0').to_owned();
    (is_number && !part.is_empty()).then_some(part)
}

/// Makes [`message_key`] known to SQL as `search_key(name, number, body)`, [`search_key`] as `search_key(name)`, and
/// [`contact_key`] and [`sort_key`] by their own names: the triggers that keep the keys in step stand on it. Only writing needs them; any SQLite can read the file.
///
/// # Errors
/// SQLite's, if the connection takes no functions.
pub(crate) fn teach(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("search_key", 1, flags, |text| Ok(search_key(text.get_raw(0).as_str()?)))?;
    connection.create_scalar_function("contact_key", 3, flags, |names| {
        Ok(contact_key(names.get_raw(0).as_str()?, names.get_raw(1).as_str()?, names.get_raw(2).as_str()?))
    })?;
    connection.create_scalar_function("sort_key", 3, flags, |names| {
        Ok(sort_key(names.get_raw(0).as_str()?, names.get_raw(1).as_str()?, names.get_raw(2).as_str()?))
    })?;
    connection.create_scalar_function("search_key", 3, flags, |message| {
        let name = message.get_raw(0).as_str_or_null()?.unwrap_or_default();
        Ok(message_key(name, message.get_raw(1).as_str()?, message.get_raw(2).as_str()?))
    })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Character by character, so that the form of a part is always a part of the form.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            '‘' | '’' => folded.push('\''),
            c if c.is_control() => folded.push(' '),
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// A folded word without the e of ae, oe and ue; none if it has no such e. In "neu·e", "bau·en" and "Qu·elle" it is none.
fn as_if_with_umlauts(word: &str) -> Option<String> {
    let mut other = String::with_capacity(word.len());
    let (mut before, mut last) = (None, None);
    for c in word.chars() {
        let is_umlaut = match last {
            Some('a' | 'o') => c == 'e',
            Some('u') => c == 'e' && !matches!(before, Some('a' | 'e' | 'q')),
            Some(_) | None => false,
        };
        if !is_umlaut {
            other.push(c);
        }
        (before, last) = (last, Some(c));
    }
    (other != word).then_some(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, written: &str) -> bool {
        let key = search_key(written);
        ways_to_write(typed).iter().any(|way| key.contains(way.as_str()))
    }

    #[test]
    fn an_umlaut_is_found_however_it_is_typed() {
        for written in ["Müller", "Mueller", "MÜLLER", "Mu\u{308}ller"] {
            for typed in ["Müller", "Mueller", "muller", "mull", "muell", "Mü", "mue", "ller"] {
                assert!(finds(typed, written), "{typed} in {written}");
            }
        }
        assert!(!finds("Möller", "Müller"));
    }

    #[test]
    fn accents_and_sharp_s_and_the_letters_of_the_neighbours_do_not_matter() {
        for (typed, written) in [
            ("jose gross", "José Groß"),
            ("GROẞ", "gross"),
            ("yilmaz", "Yılmaz"),
            ("ISTANBUL", "İstanbul"),
            ("lodz", "Łódź"),
            ("sorensen", "Sørensen"),
            ("soerensen", "Sørensen"),
            ("o'neill", "O’Neill"),
            ("οδυσσευσ", "Ὀδυσσεύς"),
        ] {
            for word in typed.split(' ') {
                assert!(finds(word, written), "{word} in {written}");
            }
        }
    }

    #[test]
    fn every_part_of_a_word_is_found_as_it_was_written() {
        for word in ["Arzttermin", "Neuerscheinung", "Steuererklärung", "Bauelement", "Zuerst", "Michaela", "Quelle"] {
            let letters: Vec<char> = word.chars().collect();
            for from in 0..letters.len() {
                for to in from + 1..=letters.len() {
                    let part: String = letters.iter().take(to).skip(from).collect();
                    assert!(finds(&part, word), "{part} in {word}");
                }
            }
        }
    }

    #[test]
    fn an_e_that_makes_no_umlaut_adds_no_word() {
        assert_eq!(search_key("Neue Quelle bauen"), "neue quelle bauen");
        assert_eq!(search_key("  Mueller\n\tist  da "), "mueller ist da muller");
        assert_eq!(message_key("", "+491711234567", "Hallo"), "491711234567 hallo  ");
    }

    #[test]
    fn a_number_is_told_by_its_digits() {
        for typed in ["0171 123", "+49 171 123", "0049171123", "171/123", "+49 (0)171-123", "(0171) 123"] {
            let part = part_of_number(typed).unwrap();
            assert!("491711234567".contains(&part), "{typed}: {part}");
        }
        for typed in ["", "0", "+", "10:30", "A4", "Anna"] {
            assert_eq!(part_of_number(typed), None, "{typed}");
        }
    }
}
