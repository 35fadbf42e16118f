//! Kill -9 at random moments of backing up, taking over, mending, merging and importing: nothing is lost or left half done, no
//! message that may have been sent since is said not to have been, and every backup is sound.

mod contacts;
mod worker;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_core::store::Store;
use famulor_sms_tests::paper;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use worker::Worker;

use crate::dice::Dice;

const USUAL_KILLS: usize = 200;

/// Every message of the data that is replaced, and of the copy or backup that replaces it.
const HERE: [&str; 3] = ["Hier, eins", "Hier, zwei", "Hier, drei"];
const THERE: [(&str, &str); 4] = [("a", "queued"), ("b", "held"), ("c", "sending"), ("d", "sent")];
const THERE_RESTORED: [(&str, &str); 4] = [("a", "unclear"), ("b", "unclear"), ("c", "unclear"), ("d", "sent")];

fn rounds() -> usize {
    let kills = std::env::var("FAMULOR_SMS_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(USUAL_KILLS);
    kills.div_ceil(20)
}

fn is_sound(file: &Path) -> bool {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    connection.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)).unwrap() == "ok"
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    let files = paper::files_below(&folder.join("backups"));
    assert!(files.iter().all(|file| file.extension().is_some_and(|ending| ending == "db")), "{files:?}");
    files
}

/// The next start, which finds nothing to mend in what it opens.
fn next_start(folder: &Path, what: &str) -> Store {
    let store = paper::open(folder);
    assert!(store.ended_badly() && store.check().unwrap(), "{what}");
    assert!(is_sound(&folder.join("famulor-sms.db")), "{what}");
    for backup in backups(folder) {
        assert!(is_sound(&backup), "{what}: {}", backup.display());
    }
    store
}

fn add(store: &Store, messages: impl IntoIterator<Item = (&'static str, &'static str)>) {
    let mut messages = messages.into_iter();
    store.now(|c| messages.try_for_each(|(body, state)| paper::message(c, body, state).map(|_| ()))).unwrap();
}

/// A folder with the messages from here, and a copy of those from there.
fn here_and_there() -> (TempDir, TempDir, PathBuf) {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let copy = there.path().join("Kopie.db");
    let other = Store::open(&there.path().join("data")).unwrap();
    add(&other, THERE);
    other.save_copy(&copy).unwrap();
    add(&Store::open(here.path()).unwrap(), HERE.map(|body| (body, "sent")));
    (here, there, copy)
}

fn with_a_backup() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    add(&store, THERE);
    store.back_up(951_782_400_000).unwrap();
    folder
}

fn owned(messages: &[(&str, &str)]) -> Vec<(String, String)> {
    messages.iter().map(|(body, state)| ((*body).to_owned(), (*state).to_owned())).collect()
}

/// The texts of every sound database anywhere in a folder.
fn texts_anywhere(folder: &Path) -> BTreeSet<String> {
    let files = paper::files_below(folder).into_iter().filter(|file| file.extension().is_some_and(|e| e == "db"));
    files.filter_map(|file| paper::messages_in(&file).ok()).flatten().map(|(body, _)| body).collect()
}

#[test]
fn kill_dash_nine_while_backing_up_loses_no_message_and_leaves_sound_backups() {
    let (seed, mut most) = (Dice::seed(), 0);
    let mut dice = Dice::new(seed);
    let usual = Worker::start("back-up", tempfile::tempdir().unwrap().path(), None).time(20);
    for round in 0..rounds() {
        let (folder, after) = (tempfile::tempdir().unwrap(), dice.moment(usual));
        let said = Worker::start("back-up", folder.path(), None).killed(after);
        let what = format!("seed {seed}, round {round}, after {after:?}, {said:?}");
        let committed = said.iter().filter(|word| *word == "committed").count();
        let messages = paper::messages(&next_start(folder.path(), &what)).len();
        assert!(messages == committed || messages == committed + 1, "{what}: {messages} messages");
        let made = said.len() - committed;
        assert!(backups(folder.path()).len() >= made.min(7), "{what}");
        most = most.max(made);
    }
    assert!(most > 1, "no backup was ever made");
}

#[test]
fn kill_dash_nine_while_taking_over_leaves_the_old_data_or_the_new() {
    let seed = Dice::seed();
    let (mut dice, mut taken_over) = (Dice::new(seed), 0);
    let (first, _there, copy) = here_and_there();
    let usual = Worker::start("take-over", first.path(), Some(&copy)).time(2);
    for round in 0..rounds() {
        let ((folder, _there, copy), after) = (here_and_there(), dice.moment(usual));
        let said = Worker::start("take-over", folder.path(), Some(&copy)).killed(after);
        let what = format!("seed {seed}, round {round}, after {after:?}, {said:?}");
        let messages = paper::messages(&next_start(folder.path(), &what));
        if messages == owned(&THERE_RESTORED) {
            taken_over += 1;
        } else {
            assert_eq!(messages, owned(&HERE.map(|body| (body, "sent"))), "{what}");
            assert!(said.is_empty(), "{what}");
        }
        assert!(texts_anywhere(folder.path()).is_superset(&HERE.map(str::to_owned).into()), "{what}");
    }
    println!("{taken_over} were taken over");
}

#[test]
fn kill_dash_nine_while_mending_leaves_a_database_that_is_mended_or_can_be() {
    let seed = Dice::seed();
    let mut dice = Dice::new(seed);
    let usual = Worker::start("mend", with_a_backup().path(), None).time(2);
    for round in 0..rounds() {
        let (folder, after) = (with_a_backup(), dice.moment(usual));
        let said = Worker::start("mend", folder.path(), None).killed(after);
        let what = format!("seed {seed}, round {round}, after {after:?}, {said:?}");
        let opened = paper::start(folder.path()).unwrap();
        assert_eq!(paper::messages(&opened.store), owned(&THERE_RESTORED), "{what}");
        drop(opened);
        next_start(folder.path(), &what);
        let aside = paper::files_below(&folder.path().join("set-aside"));
        let kept = aside.iter().filter(|file| fs::read(file).unwrap() == b"broken").count();
        assert!(kept >= said.len(), "{what}: {aside:?}");
    }
}
