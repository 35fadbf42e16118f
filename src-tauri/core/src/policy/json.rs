//! A policy file's JSON, with keys that are there twice: one of them would be skipped in silence.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::reading::rules_of;
use super::{PolicyFault, Rules};

/// What some editors put before the text.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The rules in a policy file.
pub(super) fn rules_in(text: &[u8]) -> Result<Rules, PolicyFault> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let Entries(entries) = serde_json::from_slice(text)
        .map_err(|error: serde_json::Error| PolicyFault::NotJson(Some(error.line()).filter(|line| *line > 0)))?;
    rules_of(entries)
}

/// An object's entries in their order, with those that are there twice.
struct Entries(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EveryEntry)
    }
}

struct EveryEntry;

impl<'de> Visitor<'de> for EveryEntry {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
