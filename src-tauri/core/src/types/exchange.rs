//! Contacts that come from a file or go into one: what stands in it, what will become of it, what became of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of file contacts come from.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// Address cards (.vcf), one or many.
    VCard,
    /// A table (.csv): one person in each row.
    Table,
}

/// What stands in a column of a table.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Meaning {
    /// Nothing that is kept.
    #[default]
    Ignored,
    /// The given name; several such columns stand beside each other.
    Given,
    /// The family name.
    Family,
    /// The whole name, used where neither of its parts is there.
    FullName,
    /// The organisation; several such columns are separated by commas.
    Organisation,
    /// The department: stands behind the organisation.
    Department,
    /// A note; several such columns stand below each other.
    Note,
    /// Phone numbers.
    Number {
        /// What they are called, unless a column before them says it.
        label: String,
    },
    /// What the number in the next column of numbers is called.
    NumberLabel,
    /// Whether it is a favourite: whatever stands there means yes.
    Favourite,
    /// Why the person is not to be written to.
    DoNotWrite,
    /// Since when the person is not to be written to.
    DoNotWriteSince,
}

/// What the columns of a table mean.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Mapping {
    /// One for each column; further ones are ignored.
    pub columns: Vec<Meaning>,
    /// Whether the first row names the columns and is nobody.
    pub has_header: bool,
}

/// A file before its import.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ImportPreview {
    /// What kind of file it is.
    pub kind: FileKind,
    /// How its letters are written, as "UTF-8".
    pub encoding: String,
    /// What stands between the cells of a table.
    pub separator: Option<String>,
    /// What the columns of a table are taken for: to be changed and sent back.
    pub mapping: Mapping,
    /// What the columns of a table are called in the file; empty where it has no names for them.
    pub headers: Vec<String>,
    /// The first rows; of cards: name, organisation, numbers.
    pub first: Vec<Vec<String>>,
    /// How many rows or cards there are.
    pub total: u32,
}

/// Why a row, or a part of it, cannot be taken over.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadableReason {
    /// There is no phone number in it.
    NoNumber,
    /// There is neither a name nor an organisation in it.
    NoName,
    /// What stands for the number is none.
    NotANumber,
    /// A spreadsheet has rounded the number (4.92E+11): its digits are lost.
    Rounded,
    /// A quotation mark is missing, so that its end is not known.
    BrokenQuotes,
    /// The card has no end: the file was cut off.
    CutOff,
    /// It has more cells than the table has columns, or than any address book.
    TooManyFields,
    /// A name or a note in it is longer than any that can be kept.
    TooLong,
}

/// Something in the file that cannot be taken over.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct UnreadableView {
    /// The line of the file that it begins in, counted from 1.
    pub line: u32,
    /// Why.
    pub reason: UnreadableReason,
    /// What stands there, cut short.
    pub content: String,
}

/// A row whose number is there already.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ImportDuplicateView {
    /// The line of the file that it begins in, counted from 1.
    pub line: u32,
    /// The name in that row.
    pub name: String,
    /// The number that both have, grouped for reading.
    pub display: String,
    /// The name of the contact or of the row before that has it too.
    pub other: String,
    /// Whether that is a contact; if not, it stands in the file as well.
    pub is_contact: bool,
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ImportPlanView {
    /// Rows or cards in the file: the sum of the next three.
    pub total: u32,
    /// Those that become new contacts.
    pub ready: u32,
    /// Those with a number that is there already.
    pub duplicates: u32,
    /// Those that cannot be taken over.
    pub unreadable: u32,
    /// Numbers and other parts that cannot be taken over, of people who can be.
    pub parts_left_out: u32,
    /// The first of the duplicates.
    pub first_duplicates: Vec<ImportDuplicateView>,
    /// The first of what cannot be taken over, people and parts.
    pub first_unreadable: Vec<UnreadableView>,
}

/// What is to become of rows whose number is there already.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum DuplicateChoice {
    /// They are left out.
    Skip,
    /// What they have more is added to the one that is there.
    Merge,
    /// They become contacts of their own.
    AddAnyway,
}

/// How far a long step is.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct ImportProgress {
    /// What is done, in parts of `total`.
    pub done: u32,
    /// What there is to do.
    pub total: u32,
}

/// What an import has done.
#[derive(Debug, Clone, Copy, Default, Serialize, TS, PartialEq, Eq)]
pub struct Imported {
    /// The import's row, to undo it; none if it changed nothing.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// New contacts.
    pub added: u32,
    /// Rows that were merged into another.
    pub merged: u32,
    /// Rows that were left out, their number being there already.
    pub skipped: u32,
    /// Rows that could not be taken over.
    pub unreadable: u32,
}

/// An import that can be undone.
#[derive(Debug, Clone, Serialize, TS, PartialEq, Eq)]
pub struct ImportView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// When it was, in milliseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// The file's name without its folder.
    pub file_name: String,
    /// How many contacts it added or changed.
    pub contacts: u32,
}

/// What undoing an import has done.
#[derive(Debug, Clone, Copy, Default, Serialize, TS, PartialEq, Eq)]
pub struct ImportUndone {
    /// Contacts that it had added and that are gone.
    pub removed: u32,
    /// Contacts that it had changed and that are as they were.
    pub restored: u32,
    /// Contacts that were changed since and stay as they are.
    pub kept: u32,
}
