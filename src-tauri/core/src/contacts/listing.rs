//! The contacts by name, in pages, and the letters that they stand under.

use rusqlite::types::ToSql;
use rusqlite::{Connection, Row, params_from_iter};

use super::typed::Typed;
use crate::phone_number::PhoneNumber;
use crate::store::StoreError;
use crate::types::{ContactCursor, ContactFilter, ContactPage, ContactRow, LetterView};

/// Contacts on one page.
const PAGE: u32 = 100;

/// Behind every text that begins with the same letter.
const END: char = char::MAX;

const COLUMNS: &str = "contact.id, contact.name, organisation, sort_key, is_favourite, do_not_write_since IS NOT NULL,
     (SELECT number FROM contact_number WHERE contact_id = contact.id ORDER BY position, contact_number.id LIMIT 1),
     (SELECT count(*) FROM contact_number WHERE contact_id = contact.id)";

/// A page of the contacts that fit, by name, behind the place `after`.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    filter: &ContactFilter,
    after: Option<&ContactCursor>,
) -> Result<ContactPage, StoreError> {
    let Some(conditions) = Conditions::of(filter, after) else {
        return Ok(ContactPage { contacts: Vec::new(), next: None });
    };
    let sql = format!("SELECT {COLUMNS} FROM contact {} ORDER BY sort_key, contact.id LIMIT ?", conditions.sql());
    let values = conditions.values.into_iter().chain([Box::new(PAGE + 1) as Value]);
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| Ok((contact(row)?, cursor(row)?)))?;
    let mut rows: Vec<(ContactRow, ContactCursor)> = rows.collect::<Result<_, _>>()?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().map(|(_, cursor)| cursor.clone()).filter(|_| more);
    Ok(ContactPage { contacts: rows.into_iter().map(|(contact, _)| contact).collect(), next })
}

/// The letters that contacts stand under, in the order of the list.
///
/// # Errors
/// [`StoreError`].
pub fn letters(connection: &Connection) -> Result<Vec<LetterView>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT substr(sort_key, 1, 1), count(*) FROM contact GROUP BY 1 ORDER BY 1")?;
    let letters = statement
        .query_map([], |row| Ok(LetterView { letter: capital(&row.get::<_, String>(0)?), count: row.get(1)? }))?;
    Ok(letters.collect::<Result<_, _>>()?)
}

/// One contact as the list shows it.
pub(super) fn row(connection: &Connection, id: i64) -> rusqlite::Result<ContactRow> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM contact WHERE contact.id = ?1"))?;
    statement.query_row([id], contact)
}

fn contact(row: &Row<'_>) -> rusqlite::Result<ContactRow> {
    let number = row.get::<_, Option<String>>(6)?.map(PhoneNumber::stored);
    Ok(ContactRow {
        id: row.get(0)?,
        name: row.get(1)?,
        organisation: row.get(2)?,
        letter: capital(&row.get::<_, String>(3)?),
        is_favourite: row.get(4)?,
        do_not_write: row.get(5)?,
        display: number.as_ref().map(PhoneNumber::grouped),
        e164: number.map(|number| number.to_string()),
        numbers: row.get(7)?,
    })
}

fn cursor(row: &Row<'_>) -> rusqlite::Result<ContactCursor> {
    Ok(ContactCursor { id: row.get(0)?, sort_key: row.get(3)? })
}

fn capital(sort_key: &str) -> String {
    sort_key.chars().next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default()
}

type Value = Box<dyn ToSql>;

/// What a contact of the list must be, with the values for the question marks.
#[derive(Default)]
struct Conditions {
    all: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    /// None if what was typed can find nobody.
    fn of(filter: &ContactFilter, after: Option<&ContactCursor>) -> Option<Self> {
        let mut conditions = Self::default();
        if filter.favourites {
            conditions.add("is_favourite = 1", []);
        }
        if let Some(letter) = filter.letter.as_ref().map(|letter| letter.to_lowercase()) {
            let end = format!("{letter}{END}");
            conditions.add("sort_key >= ? AND sort_key < ?", [Box::new(letter), Box::new(end)]);
        }
        if let Some(ContactCursor { sort_key, id }) = after.cloned() {
            let behind = "sort_key >= ? AND (sort_key > ? OR contact.id > ?)";
            conditions.add(behind, [Box::new(sort_key.clone()), Box::new(sort_key), Box::new(id)]);
        }
        if !filter.search.trim().is_empty() {
            conditions.find(&Typed::read(&filter.search)?);
        }
        Some(conditions)
    }

    /// By a word or by a number.
    fn find(&mut self, typed: &Typed) {
        let by_word = "SELECT rowid FROM contact_search WHERE contact_search MATCH ?";
        let by_number = "SELECT contact_id FROM contact_number WHERE instr(number, ?) > 0";
        let word: Value = Box::new(typed.question());
        match (typed.digits.clone(), typed.number_question()) {
            (None, _) => self.add(&format!("contact.id IN ({by_word})"), [word]),
            (Some(digits), None) => {
                self.add(&format!("contact.id IN ({by_word} UNION {by_number})"), [word, Box::new(digits)]);
            }
            (Some(digits), Some(question)) => {
                let among = "AND id IN (SELECT rowid FROM contact_number_search WHERE contact_number_search MATCH ?)";
                let condition = format!("contact.id IN ({by_word} UNION {by_number} {among})");
                self.add(&condition, [word, Box::new(digits), Box::new(question)]);
            }
        }
    }

    fn add<const N: usize>(&mut self, condition: &str, values: [Value; N]) {
        self.all.push(condition.to_owned());
        self.values.extend(values);
    }

    fn sql(&self) -> String {
        if self.all.is_empty() { String::new() } else { format!("WHERE {}", self.all.join(" AND ")) }
    }
}
