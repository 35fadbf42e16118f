//! What a file holds, before anything is done with it.

use super::row::Written;
use super::source::Source;
use crate::contacts::Person;
use crate::types::{ImportPreview, Mapping};

/// Rows that are shown.
const SHOWN: usize = 5;

impl Source {
    /// The first rows, and what the columns are taken for: by themselves, or as the person says.
    #[must_use]
    pub fn preview(&self, mapping: Option<Mapping>) -> ImportPreview {
        let mut mapping = mapping.unwrap_or_else(|| self.mapping());
        let cells = self.first_cells(SHOWN + 1);
        mapping.columns.resize_with(
            cells.iter().map(Vec::len).max().unwrap_or_default().max(mapping.columns.len()),
            Default::default,
        );
        let (headers, table) = cells.split_at(usize::from(mapping.has_header && !cells.is_empty()));
        let first = if self.table().is_some() {
            table.iter().take(SHOWN).cloned().collect()
        } else {
            self.first_cards(&mapping)
        };
        ImportPreview {
            kind: self.kind,
            encoding: self.encoding.to_owned(),
            separator: self.table().map(|table| char::from(table.separator).to_string()),
            headers: headers.first().cloned().unwrap_or_default(),
            first,
            total: u32::try_from(self.total(&mapping)).unwrap_or(u32::MAX),
            mapping,
        }
    }

    fn first_cards(&self, mapping: &Mapping) -> Vec<Vec<String>> {
        self.people(mapping).filter_map(|row| row.written.ok()).take(SHOWN).map(summary).collect()
    }
}

/// A card in three cells.
fn summary(card: Written) -> Vec<String> {
    let person = Person { given: card.given.trim().to_owned(), family: card.family, ..Person::default() };
    let numbers: Vec<String> = card.numbers.into_iter().map(|(_, number)| number).collect();
    vec![if person.name().is_empty() { card.full } else { person.name() }, card.organisation, numbers.join(", ")]
}
