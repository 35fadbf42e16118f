//! The core against the simulator: the real client, the real outbox, the real database, and no window.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test ends by panicking")]

mod actions;
mod aftermath;
mod again;
mod answers;
mod archive;
mod asking_again;
mod backup;
mod bad_database;
mod clock;
mod composing;
mod contacts;
mod contacts_sending;
mod costly;
mod detail;
mod diagnostics;
mod dice;
mod estimate;
mod evidence;
mod exchange;
mod export;
mod fault_matrix;
mod forget;
#[cfg(target_os = "linux")]
mod full_disk;
mod fuzz;
mod gate_race;
mod hints;
mod history_pages;
mod history_search;
mod holding;
mod house;
mod keeping;
mod kill;
mod later;
mod links;
mod misbehaviour;
mod next_start;
mod offline;
mod own_process;
mod people;
mod people_search;
mod person;
#[cfg(unix)]
mod policy;
#[cfg(target_os = "linux")]
mod power_loss;
mod queueing;
mod race;
mod refusals;
mod repair;
mod restore;
mod rules;
mod sending;
mod session;
mod speed;
mod store_kill;
#[cfg(target_os = "linux")]
mod strace_sweep;
mod templates;
mod throttle;
mod too_many;
mod undo;
mod vectors;
mod verdict;
#[cfg(windows)]
mod windows_keychain;
