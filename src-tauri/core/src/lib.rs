//! Famulor SMS without a window: everything that decides. The shell translates, the window shows.

#![warn(missing_docs)]

pub mod api_key;
pub mod clock;
pub mod compose;
pub mod contacts;
pub mod copied;
mod decode;
pub mod diagnostics;
pub mod draft;
pub mod estimate;
pub mod exchange;
pub mod famulor;
pub mod hints;
pub mod history;
pub mod keeping;
pub mod link;
pub mod money;
pub mod new_file;
pub mod outbox;
pub mod own_thread;
#[cfg(test)]
mod paper;
pub mod phone_number;
pub mod policy;
pub mod search_key;
pub mod session;
pub mod spreadsheet;
pub mod store;
pub mod templates;
pub mod text;
pub mod types;
pub mod updates;

pub use phone_number::{Country, PhoneNumber};
