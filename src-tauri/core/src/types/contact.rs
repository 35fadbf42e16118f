//! Contacts: as they are suggested, listed, shown whole and filled in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::NumberKind;

/// Whom a number belongs to.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ContactView {
    /// The contact's row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The number in E.164.
    pub e164: String,
    /// The number, grouped for reading.
    pub display: String,
}

/// A number of a contact that fits what was typed.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct SuggestionView {
    /// The contact's row.
    #[ts(type = "number")]
    pub id: i64,
    /// The contact's name as shown.
    pub name: String,
    /// Its organisation; empty where there is none.
    pub organisation: String,
    /// What the number is called; may be empty.
    pub label: String,
    /// The number in E.164.
    pub e164: String,
    /// The number, grouped for reading.
    pub display: String,
    /// Whether the contact is a favourite.
    pub is_favourite: bool,
    /// Whether the contact is not to be written to.
    pub do_not_write: bool,
}

/// Which contacts are asked for; the default is all of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(default)]
pub struct ContactFilter {
    /// What was typed: words that begin parts of names, or a part of a number.
    pub search: String,
    /// Favourites only.
    pub favourites: bool,
    /// Those under this letter only, as [`LetterView`] names it.
    pub letter: Option<String>,
}

/// One page of the contacts, by name.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ContactPage {
    /// The contacts.
    pub contacts: Vec<ContactRow>,
    /// Where the next page begins; none if this is the last.
    pub next: Option<ContactCursor>,
}

/// A place in the list of contacts: behind one of them.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct ContactCursor {
    /// What that contact is sorted by.
    pub sort_key: String,
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
}

/// One contact of the list.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ContactRow {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name as shown.
    pub name: String,
    /// Its organisation; empty where there is none.
    pub organisation: String,
    /// The letter it stands under.
    pub letter: String,
    /// Its first number, grouped for reading; none where it has none.
    pub display: Option<String>,
    /// The same number in E.164.
    pub e164: Option<String>,
    /// How many numbers it has.
    pub numbers: u32,
    /// Whether it is a favourite.
    pub is_favourite: bool,
    /// Whether it is not to be written to.
    pub do_not_write: bool,
}

/// A letter that contacts stand under.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct LetterView {
    /// A capital letter without accents, or `#` for whatever begins with none.
    pub letter: String,
    /// How many contacts.
    pub count: u32,
}

/// A contact with everything that is kept of it: what is needed to bring it back.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct ContactDetail {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name as shown: given and family name, else the organisation.
    pub name: String,
    /// The given name; may be empty.
    pub given: String,
    /// The family name; may be empty.
    pub family: String,
    /// The organisation; may be empty.
    pub organisation: String,
    /// A note; may be empty.
    pub note: String,
    /// Its numbers, in the person's order.
    pub numbers: Vec<NumberView>,
    /// Whether it is a favourite.
    pub is_favourite: bool,
    /// Why it is not to be written to; none where it may be.
    pub do_not_write: Option<DoNotWrite>,
    /// When it was made, in milliseconds since 1970.
    #[ts(type = "number")]
    pub created_at: i64,
    /// When it was changed last, in milliseconds since 1970.
    #[ts(type = "number")]
    pub changed_at: i64,
    /// The import that it came with.
    #[ts(type = "number | null")]
    pub import_id: Option<i64>,
}

/// A number of a contact.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct NumberView {
    /// What it is called; may be empty.
    pub label: String,
    /// The number in E.164.
    pub e164: String,
    /// The same number, grouped for reading.
    pub display: String,
    /// Mobile, landline or unknown.
    pub kind: NumberKind,
    /// When the last message to it was written, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub used_at: Option<i64>,
}

/// That a contact is not to be written to.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct DoNotWrite {
    /// Why, as the person noted it; may be empty.
    pub reason: String,
    /// When that was noted, in milliseconds since 1970.
    #[ts(type = "number")]
    pub since: i64,
}

/// A contact as the person filled it in: given name, family name or organisation must be there.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(default)]
pub struct ContactForm {
    /// The contact that is changed; none is a new one.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// The given name.
    pub given: String,
    /// The family name.
    pub family: String,
    /// The organisation.
    pub organisation: String,
    /// The note.
    pub note: String,
    /// The numbers as typed; an empty one is left out.
    pub numbers: Vec<NumberForm>,
    /// Whether it is a favourite.
    pub is_favourite: bool,
}

/// A number of a contact as the person filled it in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(default)]
pub struct NumberForm {
    /// What it is called.
    pub label: String,
    /// The number as typed.
    pub number: String,
}

/// Two contacts that became one, with what is needed to part them again.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Merged {
    /// The one that is left.
    pub contact: ContactDetail,
    /// The same one as it was before.
    pub kept: ContactDetail,
    /// The one that is gone.
    pub gone: ContactDetail,
}

/// Two contacts that share a number.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct DuplicateView {
    /// The number in E.164.
    pub e164: String,
    /// The same number, grouped for reading.
    pub display: String,
    /// The one that was made first.
    pub one: ContactRow,
    /// The other.
    pub other: ContactRow,
}
