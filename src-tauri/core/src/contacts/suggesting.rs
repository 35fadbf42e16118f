//! Numbers that fit what was typed, while it is being typed: favourites and those used last come first.
//!
//! A letter may fit every second contact, so nothing reads all that fit: the favourites and the numbers used last are
//! looked through one by one, and the indices give a few of the others.

use std::cmp::Reverse;
use std::collections::HashSet;

use rusqlite::{Connection, Params, Row};

use super::typed::Typed;
use crate::clock::Millis;
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::SuggestionView;

/// How many suggestions stand under the field at most.
const MOST: usize = 8;

/// So many favourites, and so many numbers used last, are looked through.
const NEAR: i64 = 300;

/// So many come from each index: some may be known already.
const FROM_INDEX: i64 = 24;

const COLUMNS: &str = "contact_number.id, contact.id, contact.name, contact.organisation, contact_number.label,
     contact_number.number, contact.is_favourite, contact.do_not_write_since IS NOT NULL, contact.search_key,
     contact.sort_key, contact_number.used_at, contact_number.position";

const FAVOURITES: &str = "FROM contact INDEXED BY contact_by_favourite
     CROSS JOIN contact_number ON contact_number.contact_id = contact.id
     WHERE is_favourite = 1 ORDER BY sort_key LIMIT ?1";

const USED_LAST: &str = "FROM contact_number INDEXED BY contact_number_by_use
     CROSS JOIN contact ON contact.id = contact_number.contact_id
     WHERE used_at IS NOT NULL ORDER BY used_at DESC LIMIT ?1";

const BY_NAME: &str = "FROM contact INDEXED BY contact_by_sort_key
     CROSS JOIN contact_number ON contact_number.contact_id = contact.id
     WHERE sort_key >= ?2 AND sort_key < ?2 || char(1114111) ORDER BY sort_key LIMIT ?1";

const BY_WORD: &str = "FROM contact_search CROSS JOIN contact ON contact.id = contact_search.rowid
     CROSS JOIN contact_number ON contact_number.contact_id = contact.id
     WHERE contact_search MATCH ?2 LIMIT ?1";

const BY_NUMBER: &str =
    "FROM contact_number_search CROSS JOIN contact_number ON contact_number.id = contact_number_search.rowid
     CROSS JOIN contact ON contact.id = contact_number.contact_id
     WHERE contact_number_search MATCH ?2 AND instr(contact_number.number, ?3) > 0 LIMIT ?1";

const BY_DIGITS: &str = "FROM contact_number CROSS JOIN contact ON contact.id = contact_number.contact_id
     WHERE instr(contact_number.number, ?2) > 0 LIMIT ?1";

/// Numbers of contacts of whom every typed word begins a part of a name, or that hold the digits; for nothing typed
/// favourites and those used last. Eight at most. None of them is ever to be chosen by itself.
///
/// # Errors
/// [`StoreError`].
pub fn suggest(connection: &Connection, query: &str) -> Result<Vec<SuggestionView>, StoreError> {
    let mut found = Found::default();
    found.near(connection)?;
    if query.trim().is_empty() {
        return Ok(found.best());
    }
    let Some(typed) = Typed::read(query) else { return Ok(Vec::new()) };
    found.candidates.retain(|candidate| typed.fits(&candidate.search_key, &candidate.view.e164));
    if found.candidates.len() < MOST {
        found.further(connection, &typed)?;
    }
    Ok(found.best())
}

/// What was found so far.
#[derive(Default)]
struct Found {
    numbers: HashSet<i64>,
    candidates: Vec<Candidate>,
}

/// A number that fits, with what decides about its place.
struct Candidate {
    view: SuggestionView,
    search_key: String,
    place: (Reverse<bool>, Reverse<Option<Millis>>, u8, String, i64),
}

impl Found {
    fn near(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        self.add(connection, FAVOURITES, [NEAR], 0)?;
        self.add(connection, USED_LAST, [NEAR], 0)
    }

    fn further(&mut self, connection: &Connection, typed: &Typed) -> rusqlite::Result<()> {
        for beginning in typed.beginnings() {
            self.add(connection, BY_NAME, (FROM_INDEX, beginning), 0)?;
        }
        if self.candidates.len() < MOST {
            self.add(connection, BY_WORD, (FROM_INDEX, typed.question()), 1)?;
        }
        match (&typed.digits, typed.number_question()) {
            (None, _) => Ok(()),
            (Some(digits), None) => self.add(connection, BY_DIGITS, (FROM_INDEX, digits), 2),
            (Some(digits), Some(question)) => self.add(connection, BY_NUMBER, (FROM_INDEX, question, digits), 2),
        }
    }

    /// Adds what is not known yet; of two that are alike otherwise, the one from the earlier `stage` comes first.
    fn add(&mut self, connection: &Connection, from: &str, values: impl Params, stage: u8) -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} {from}"))?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            if self.numbers.insert(row.get(0)?) {
                self.candidates.push(candidate(row, stage)?);
            }
        }
        Ok(())
    }

    fn best(mut self) -> Vec<SuggestionView> {
        self.candidates.sort_by(|one, other| one.place.cmp(&other.place));
        self.candidates.truncate(MOST);
        self.candidates.into_iter().map(|candidate| grouped(candidate.view)).collect()
    }
}

fn candidate(row: &Row<'_>, stage: u8) -> rusqlite::Result<Candidate> {
    let is_favourite = row.get(6)?;
    Ok(Candidate {
        view: SuggestionView {
            id: row.get(1)?,
            name: row.get(2)?,
            organisation: row.get(3)?,
            label: row.get(4)?,
            e164: row.get(5)?,
            display: String::new(),
            is_favourite,
            do_not_write: row.get(7)?,
        },
        search_key: row.get(8)?,
        place: (Reverse(is_favourite), Reverse(row.get(10)?), stage, row.get(9)?, row.get(11)?),
    })
}

/// Grouping takes its time: only for those that are shown.
fn grouped(view: SuggestionView) -> SuggestionView {
    SuggestionView { display: PhoneNumber::stored(view.e164.clone()).grouped(), ..view }
}
