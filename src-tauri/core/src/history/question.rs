//! A question to the index of a search: groups of characters that must stand in a message's key.

/// What the index is asked: whatever fits a search is among its answers, and a little more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Question {
    /// This group of characters, anywhere.
    Gram(String),
    /// Each of these.
    All(Vec<Question>),
    /// One of these.
    Any(Vec<Question>),
}

impl Question {
    /// Whether a message with this key is among the answers.
    pub(super) fn lets_through(&self, key: &str) -> bool {
        match self {
            Self::Gram(gram) => key.contains(gram.as_str()),
            Self::All(parts) => parts.iter().all(|part| part.lets_through(key)),
            Self::Any(parts) => parts.iter().any(|part| part.lets_through(key)),
        }
    }

    /// As FTS5 understands it.
    pub(super) fn fts5(&self) -> String {
        match self {
            Self::Gram(gram) => format!("\"{}\"", gram.replace('"', "\"\"")),
            Self::All(parts) => joined(parts.iter().map(Self::fts5), " AND "),
            Self::Any(parts) => joined(parts.iter().map(Self::fts5), " OR "),
        }
    }
}

/// Conditions with a word between them, in brackets where there are several.
pub(super) fn joined(parts: impl Iterator<Item = String>, with: &str) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.len() == 1 { parts.concat() } else { format!("({})", parts.join(with)) }
}
