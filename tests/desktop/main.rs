//! The real program on a real desktop: its window, its notifications, the keychain, the database, and what arrived.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test ends by panicking")]

mod accessibility;
mod bad_input;
mod borders;
mod contacts;
mod first_run;
mod keyboard;
mod kill;
mod languages;
mod locked_keychain;
mod no_keychain;
mod practice;
mod refusals;
mod restart;
mod room;
mod secrecy;
mod sending;
mod starting;
mod twice;
mod unclear;
