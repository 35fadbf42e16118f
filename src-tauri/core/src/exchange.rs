//! Contacts from files and into files: cards (vCard 2.1, 3.0, 4.0) and tables (CSV), as every address book writes them.
//!
//! A file is opened ([`Source`]), shown before anything happens ([`Source::preview`]) and planned against the contacts
//! that are there ([`Source::plan`]): each row is ready, a duplicate, or named with its line and why it cannot be read.
//! All this needs no database; carrying the plan out is one transaction.

mod apply;
mod cards;
mod columns;
mod error;
mod export;
mod known;
mod label;
mod name;
mod plan;
mod preview;
mod row;
mod source;
mod table;
mod undo;
mod unreadable;

pub use apply::import;
pub use error::ExchangeError;
pub use export::{write_cards, write_table};
pub use known::{known, people};
pub use plan::{Earlier, Known, Outcome, Plan, Planned, Rules};
pub use row::{LeftOut, Progress};
pub use source::Source;
pub use undo::{imports, undo_import};
