//! What was typed into the search, as conditions on a message's key and as a question to the index.

use rusqlite::{Connection, OptionalExtension as _};

use super::filter::Values;
use super::sample::Sample;
use crate::search_key::{part_of_number, search_key, ways_to_write};

/// The index knows groups of this many characters.
const GRAM: usize = 3;

/// So much of what was typed is looked for: more than any message has, so that no pasted book is a burden.
const MOST_CHARACTERS: usize = 400;
const MOST_WORDS: usize = 50;

/// What must stand in a message's key. The index is asked with another of these, whose parts are the groups that it knows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Search {
    /// These characters, anywhere.
    Part(String),
    /// Each of these.
    All(Vec<Search>),
    /// One of these.
    Any(Vec<Search>),
}

impl Search {
    /// Reads what was typed; none if that is nothing.
    pub(super) fn typed(text: &str) -> Option<Self> {
        let text: String = text.chars().take(MOST_CHARACTERS).collect();
        let words = text.split_whitespace().map(without_comma).filter(|word| !search_key(word).is_empty());
        let words: Vec<&str> = words.take(MOST_WORDS).collect();
        let is_number = |word: &&str| part_of_number(word).is_some() || *word == "+";
        let runs = words.chunk_by(|one, next| is_number(one) && is_number(next));
        let parts: Vec<Self> = runs.map(run).collect();
        (!parts.is_empty()).then_some(Self::All(parts))
    }

    /// The condition in SQL, exact but slow; its values are added to `values`.
    pub(super) fn condition(&self, values: &mut Values) -> String {
        match self {
            Self::Part(part) => {
                values.push(Box::new(part.clone()));
                "instr(message.search_key, ?) > 0".into()
            }
            Self::All(parts) => joined(parts.iter().map(|part| part.condition(values)), " AND "),
            Self::Any(parts) => joined(parts.iter().map(|part| part.condition(values)), " OR "),
        }
    }

    /// The condition without SQL: whether a message with this key fits.
    pub(super) fn fits(&self, key: &str) -> bool {
        match self {
            Self::Part(part) => key.contains(part.as_str()),
            Self::All(parts) => parts.iter().all(|part| part.fits(key)),
            Self::Any(parts) => parts.iter().any(|part| part.fits(key)),
        }
    }

    /// What the index is asked: whatever fits this fits that, and a little more. None if nothing can fit. Parts that tell
    /// nothing more are not asked for.
    pub(super) fn question(&self, connection: &Connection, sample: &Sample) -> rusqlite::Result<Option<Self>> {
        match self {
            Self::Part(part) if part.chars().count() < GRAM => {
                let grams = grams_beginning_with(connection, part)?;
                Ok((!grams.is_empty()).then(|| Self::Any(grams.into_iter().map(Self::Part).collect())))
            }
            Self::Part(part) => Ok(Some(Self::All(sample.telling(self, grams(part))))),
            Self::All(parts) => {
                let all = parts.iter().map(|part| part.question(connection, sample));
                let all: Option<Vec<Self>> = all.collect::<Result<_, _>>()?;
                Ok(all.map(|all| Self::All(sample.telling(self, all))))
            }
            Self::Any(parts) => {
                let some = parts.iter().filter_map(|part| part.question(connection, sample).transpose());
                let some: Vec<Self> = some.collect::<Result<_, _>>()?;
                Ok((!some.is_empty()).then_some(Self::Any(some)))
            }
        }
    }

    /// As FTS5 understands it; its parts are groups.
    pub(super) fn fts5(&self) -> String {
        match self {
            Self::Part(gram) => format!("\"{}\"", gram.replace('"', "\"\"")),
            Self::All(parts) => joined(parts.iter().map(Self::fts5), " AND "),
            Self::Any(parts) => joined(parts.iter().map(Self::fts5), " OR "),
        }
    }
}

/// Words that are no number each for itself; a number also without its spaces.
fn run(words: &[&str]) -> Search {
    let each = Search::All(words.iter().map(|word| any(ways_to_write(word))).collect());
    match part_of_number(&words.join(" ")) {
        Some(number) if words == [number.as_str()] => Search::Part(number),
        Some(number) => Search::Any(vec![Search::Part(number), each]),
        None => each,
    }
}

/// "Beck, Anna" means the same as "Anna Beck".
fn without_comma(word: &str) -> &str {
    let without = word.trim_matches([',', ';']);
    if without.is_empty() { word } else { without }
}

fn any(ways: Vec<String>) -> Search {
    let folded_apart =
        |way: String| Search::All(way.split_whitespace().map(|part| Search::Part(part.into())).collect());
    Search::Any(ways.into_iter().map(folded_apart).collect())
}

fn joined(parts: impl Iterator<Item = String>, with: &str) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.len() == 1 { parts.concat() } else { format!("({})", parts.join(with)) }
}

/// The groups that stand in a part of at least one.
fn grams(part: &str) -> Vec<Search> {
    let characters: Vec<char> = part.chars().collect();
    characters.windows(GRAM).map(|gram| Search::Part(gram.iter().collect())).collect()
}

/// Every character of a key begins a group, so a part that is shorter than one is found by the groups it begins.
fn grams_beginning_with(connection: &Connection, part: &str) -> rusqlite::Result<Vec<String>> {
    // Not `>`: the index would first read every entry of the group that comes before.
    let mut next = connection.prepare_cached("SELECT term FROM message_trigram WHERE term >= ?1 LIMIT 1")?;
    let mut found: Vec<String> = Vec::new();
    loop {
        let after = found.last().map_or_else(|| part.to_owned(), |last| format!("{last}\u{1}"));
        let gram: Option<String> = next.query_row([after], |row| row.get(0)).optional()?;
        match gram.filter(|gram| gram.starts_with(part)) {
            Some(gram) => found.push(gram),
            None => return Ok(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper;

    /// What the index is asked for a search in a history of these texts, written a hundred times with a number each.
    fn asked(texts: &[&str], typed: &str) -> String {
        let numbered = |number| texts.iter().map(move |text| format!("{text} 123{number}"));
        let texts: Vec<String> = (100..200).flat_map(numbered).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (_folder, store) = paper::with(&texts);
        let search = Search::typed(typed).unwrap();
        let question = store.now(|c| search.question(c, &Sample::of(c)?));
        question.unwrap().unwrap().fts5()
    }

    #[test]
    fn a_word_is_asked_for_by_the_groups_that_tell_it_apart() {
        let texts = ["Ihre Lieferung ist da", "Das Fahrzeug ist fertig", "Liebe Frau Beck", "Die Fahrt am Montag"];
        assert_eq!(asked(&texts, "Lieferung Fahrzeug"), r#"("ief" AND "hrz")"#);
    }

    #[test]
    fn a_word_that_all_have_is_not_asked_for_beside_a_number_that_few_have() {
        assert_eq!(asked(&["Vorgang"], "Vorgang 123142"), r#""142""#);
    }

    #[test]
    fn the_groups_of_a_part_are_all_of_its_threes() {
        let gram = |gram: &str| Search::Part(gram.into());
        assert_eq!(grams("qqq"), [gram("qqq")]);
        assert_eq!(grams("schröder"), ["sch", "chr", "hrö", "röd", "öde", "der"].map(gram));
    }
}
