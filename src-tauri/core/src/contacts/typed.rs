//! What was typed to find a contact, as words and as a part of a number.

use crate::search_key::{part_of_number, ways_to_write, words};

/// So much of what was typed is looked for, so that no pasted book is a burden.
const MOST_CHARACTERS: usize = 200;
const MOST_WORDS: usize = 20;

/// The index of the numbers knows groups of this many digits.
const GRAM: usize = 3;

/// What was typed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// Each word, in the ways in which it may have been written: each begins a part of a name.
    words: Vec<Vec<String>>,
    /// A part of a number.
    pub(super) digits: Option<String>,
}

impl Typed {
    /// Reads what was typed; none if there is nothing in it to look for.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text: String = text.chars().take(MOST_CHARACTERS).collect();
        let words: Vec<Vec<String>> = words(&text).iter().take(MOST_WORDS).map(|word| ways_to_write(word)).collect();
        let digits = part_of_number(&text).filter(|digits| digits.len() > 1);
        (!words.is_empty()).then_some(Self { words, digits })
    }

    /// The question to the index of words.
    pub(super) fn question(&self) -> String {
        let begins = |way: &String| format!("\"{way}\"*");
        let any = |ways: &Vec<String>| format!("({})", ways.iter().map(begins).collect::<Vec<_>>().join(" OR "));
        self.words.iter().map(any).collect::<Vec<_>>().join(" AND ")
    }

    /// The question to the index of numbers: whatever holds the digits is among its answers, and a little more. None if
    /// there are too few digits for it.
    pub(super) fn number_question(&self) -> Option<String> {
        let digits: Vec<char> = self.digits.as_ref()?.chars().collect();
        let grams: Vec<String> =
            digits.windows(GRAM).map(|gram| format!("\"{}\"", gram.iter().collect::<String>())).collect();
        (!grams.is_empty()).then(|| grams.join(" AND "))
    }

    /// How a list by name begins with what was typed: as it is, and with umlauts.
    pub(super) fn beginnings(&self) -> Vec<String> {
        let way = |take: fn(&Vec<String>) -> Option<&String>| {
            self.words.iter().filter_map(take).map(String::as_str).collect::<Vec<_>>().join(" ")
        };
        let mut beginnings = vec![way(|ways| ways.first()), way(|ways| ways.last())];
        beginnings.dedup();
        beginnings
    }

    /// Whether a contact with this key and number fits.
    pub(super) fn fits(&self, search_key: &str, number: &str) -> bool {
        let begins_a_word = |way: &String| search_key.split(' ').any(|word| word.starts_with(way.as_str()));
        let by_name = self.words.iter().all(|ways| ways.iter().any(begins_a_word));
        by_name || self.digits.as_ref().is_some_and(|digits| number.contains(digits.as_str()))
    }
}
