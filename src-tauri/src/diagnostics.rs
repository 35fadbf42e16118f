//! "Copy diagnostics": versions, states and error codes for those who help. Never a number, a name, a text or the key.
//!
//! In English whatever the window speaks, because it is read by whoever helps. It is made of words that stand in the
//! program, counts and times; nothing that anybody wrote or that a service said is put into it.

use std::collections::VecDeque;
use std::fmt::{Debug, Display};
use std::sync::{Mutex, PoisonError};

use famulor_sms_core::clock::{self, Millis};
use famulor_sms_core::diagnostics::{self, Diagnostics};
use famulor_sms_core::famulor::Proxy;
use famulor_sms_core::policy::PolicyFault;
use famulor_sms_core::session;
use famulor_sms_core::store::StoreError;
use famulor_sms_core::types::{SenderView, Settings};
use serde::Serialize;

use crate::office::Office;
use crate::words::word_of;

/// How many of the last errors are told.
const ERRORS: usize = 30;

/// The errors that were shown last, by their ids in the words.
static SHOWN: Mutex<VecDeque<(Millis, &'static str)>> = Mutex::new(VecDeque::new());

/// An error was shown to the person.
pub(crate) fn note(id: &'static str) {
    let mut shown = SHOWN.lock().unwrap_or_else(PoisonError::into_inner);
    shown.push_front((clock::now(), id));
    shown.truncate(ERRORS);
}

/// Everything that may be told, in lines.
pub(crate) async fn report(office: &Office) -> String {
    let mut lines = Lines::default();
    versions(&mut lines);
    surroundings(&mut lines, office);
    preferences(&mut lines, office);
    let known = office.store.run(|c| Ok::<_, StoreError>((diagnostics::of(c)?, session::senders(c)?)));
    match known.await {
        Ok((database, senders)) => {
            data(&mut lines, &database, &senders);
            steps(&mut lines, &database);
        }
        Err(error) => lines.add("database", kind_of(&error)),
    }
    errors(&mut lines);
    lines.0.join("\n")
}

#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, name: &str, value: impl Display) {
        self.0.push(format!("{name}: {value}"));
    }
}

fn versions(lines: &mut Lines) {
    lines.add("made at", utc(clock::now()));
    lines.add("famulor-sms", env!("CARGO_PKG_VERSION"));
    lines.add("build", if cfg!(debug_assertions) { "debug" } else { "release" });
    lines.add("system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    lines.add("system version", whoami::distro().unwrap_or_else(|_| "unknown".to_owned()));
    lines.add("tauri", tauri::VERSION);
    lines.add("webview", tauri::webview_version().unwrap_or_else(|_| "unknown".to_owned()));
}

fn surroundings(lines: &mut Lines, office: &Office) {
    let standing = *office.session.standing().borrow();
    lines.add("practice", office.arguments.practice);
    lines.add("other service", office.famulor.base().is_other());
    lines.add("key", word_of(standing.key));
    lines.add("keychain problem", named(standing.keychain_problem));
    lines.add("account problem", named(standing.account_problem));
    lines.add("database damaged", office.store.is_damaged());
    lines.add("database restored at this start", office.repaired.is_some());
    lines.add("last end was clean", !office.store.ended_badly());
    lines.add("settings set aside", office.preferences.were_set_aside);
    policy(lines, office);
}

/// Which settings are fixed and what is wrong with the policy; not to what they are fixed.
fn policy(lines: &mut Lines, office: &Office) {
    let fixed = office.policy.fixed().iter().map(word_of).collect::<Vec<_>>().join(", ");
    lines.add("fixed by the organisation", if fixed.is_empty() { "nothing".to_owned() } else { fixed });
    lines.add("countries limited", office.policy.rules().allowed_countries.is_some());
    let most = office.policy.rules().messages_per_day;
    lines.add("messages per day", most.map_or_else(|| "no limit".to_owned(), |most| most.to_string()));
    lines.add("policy problem", office.policy.fault().map_or("none", PolicyFault::kind));
}

/// Not the signature: somebody wrote it. Not the sender's ID, either: it belongs to the account.
fn preferences(lines: &mut Lines, office: &Office) {
    let Settings {
        language, theme, default_country, undo_seconds, keep_months, silenced_hints, first_run, proxy, ..
    } = office.preferences.current();
    lines.add("language", format!("{} ({})", office.words().language(), word_of(language)));
    lines.add("theme", word_of(theme));
    let country = default_country.filter(|code| code.len() == 2);
    lines.add("default country", country.unwrap_or_else(|| format!("{} (system)", office.default_country())));
    lines.add("undo seconds", undo_seconds);
    lines.add("set up", word_of(first_run));
    lines.add("silenced hints", silenced_hints.iter().map(word_of).collect::<Vec<_>>().join(", "));
    let proxy = match proxy {
        Proxy::System => "system",
        Proxy::None => "none",
        Proxy::At(_) => "an address",
    };
    lines.add("proxy", proxy);
    lines.add("keep months", keep_months.map_or_else(|| "for ever".to_owned(), |months| months.to_string()));
}

fn data(lines: &mut Lines, database: &Diagnostics, senders: &[SenderView]) {
    lines.add("tables version", database.tables_version);
    lines.add("contacts", database.contacts);
    lines.add("templates", database.templates);
    lines.add("drafts", database.drafts);
    let usable = senders.iter().filter(|sender| sender.unusable.is_none()).count();
    lines.add("senders", format!("{} ({usable} can send)", senders.len()));
    for (state, reason, count) in &database.messages {
        lines.add(&format!("messages {}", what(*state, *reason)), count);
    }
}

fn steps(lines: &mut Lines, database: &Diagnostics) {
    for (at, state, reason) in &database.steps {
        lines.add(&format!("step {}", utc(*at)), what(*state, *reason));
    }
}

fn errors(lines: &mut Lines) {
    for (at, id) in SHOWN.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        lines.add(&format!("shown {}", utc(*at)), id);
    }
}

fn what(state: impl Serialize, reason: Option<impl Serialize>) -> String {
    reason.map_or_else(|| word_of(&state), |reason| format!("{} ({})", word_of(&state), word_of(reason)))
}

/// The name of an error's kind; those that come here hold nothing else.
fn named(problem: Option<impl Debug + Copy>) -> String {
    problem.map_or_else(|| "none".to_owned(), |problem| format!("{problem:?}"))
}

/// The kind alone: what an error of a file says may hold a path, and with it a name.
fn kind_of(error: &StoreError) -> &'static str {
    match error {
        StoreError::AlreadyOpen => "already open",
        StoreError::FromNewerVersion => "from a newer version",
        StoreError::NotOurs => "not ours",
        StoreError::Damaged(_) => "damaged",
        StoreError::Full => "disk full",
        StoreError::Folder(_) => "folder",
        StoreError::Sqlite(_) => "sqlite",
        StoreError::Ending => "ending",
    }
}

fn utc(at: Millis) -> String {
    clock::utc(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_errors_shown_last_are_told_by_their_ids_and_older_ones_forgotten() {
        for _ in 0..40 {
            note("error-other");
        }
        note("error-offline");
        let mut lines = Lines::default();
        errors(&mut lines);
        assert_eq!(lines.0.len(), ERRORS);
        assert!(lines.0[0].starts_with("shown ") && lines.0[0].ends_with(": error-offline"), "{:?}", lines.0);
    }

    #[test]
    fn a_reason_stands_behind_its_state() {
        use famulor_sms_core::types::{MessageState, Reason};
        assert_eq!(what(MessageState::Unclear, Some(Reason::NoAnswer)), "unclear (no-answer)");
        assert_eq!(what(MessageState::NotSent, None::<Reason>), "not-sent");
    }
}
