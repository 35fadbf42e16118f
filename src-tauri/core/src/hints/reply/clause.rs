//! The clauses of a text, and what is looked for in them.

use crate::hints::word::{Word, words};

/// What a rule looks at: the words of one clause.
pub(super) type Clause<'c> = &'c [&'c str];

/// These begin a clause of their own: "Reply NO if you cannot come" asks for a reply.
const BEGIN_A_CLAUSE: &[&str] = &[
    "wenn", "falls", "sofern", "ob", "dass", "weil", "sobald", "sondern", "if", "unless", "whether", "because", "when",
    "but",
];

/// Each clause of a text: up to a mark, a line end, or a word that begins the next.
pub(super) fn clauses(text: &str) -> Vec<Vec<Word>> {
    let mut clauses = Vec::new();
    for sentence in sentences(text) {
        let offset = sentence.as_ptr() as usize - text.as_ptr() as usize;
        let mut clause: Vec<Word> = Vec::new();
        for word in words(sentence, offset) {
            if BEGIN_A_CLAUSE.contains(&word.plain.as_str()) {
                clauses.push(std::mem::take(&mut clause));
            }
            clause.push(word);
        }
        clauses.push(clause);
    }
    clauses
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ';', ':', ',', '\n', '\r', '–', '—', '(', ')'])
}

pub(super) fn has(clause: Clause<'_>, any: &[&str]) -> bool {
    clause.iter().any(|word| any.contains(word))
}

pub(super) fn place(clause: Clause<'_>, any: &[&str]) -> Option<usize> {
    clause.iter().position(|word| any.contains(word))
}

pub(super) fn at(clause: Clause<'_>, place: usize) -> &str {
    clause.get(place).copied().unwrap_or_default()
}

pub(super) fn before(clause: Clause<'_>, place: usize) -> Clause<'_> {
    clause.get(..place).unwrap_or_default()
}
