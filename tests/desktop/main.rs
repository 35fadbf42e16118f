//! The real program on a real desktop: its window, its notifications, the keychain, the database, and what arrived.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test ends by panicking")]

mod accessibility;
mod accessible_dialogs;
mod address_book;
mod bad_input;
mod borders;
mod closing;
mod contacts;
mod copies;
mod damaged;
mod detail;
mod export;
mod first_run;
mod help;
mod history;
mod import;
mod keeping;
mod keyboard;
mod keyboard_people;
mod kill;
mod languages;
mod later;
mod layout;
mod locked_keychain;
mod looks;
mod many_contacts;
mod no_keychain;
mod outbox;
mod practice;
mod refusals;
mod restart;
mod room;
mod save_as_contact;
mod screen_reader;
mod secrecy;
mod sending;
mod spelling;
mod starting;
mod templates;
mod text_cost;
mod text_marks;
mod twice;
mod unclear;
mod undo;
mod undo_keys;
