//! The power goes after any write or sync of a first start and one send, or of taking over from a copy: every message
//! that was confirmed is there.
//!
//! `strace` keeps what a process wrote and synced, and a made-up disk with a cache plays it again. At each step the files
//! are looked at as they are with everything written, with nothing that was not synced, and with some of that.

mod disk;
mod trace;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::clock;
use famulor_sms_tests::office::{ANNA, KEY};
use famulor_sms_tests::paper;
use uuid::Uuid;

use crate::dice::Dice;
use disk::{Disk, Loss};
use trace::Step;

/// What a process did in a folder until it ended, or had said so many things.
fn traced(command: &mut Command, log: &Path, folder: &Path, most: usize) -> Vec<Step> {
    let mut process =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("strace (package strace) can be started");
    assert!(BufReader::new(process.stdout.take().unwrap()).lines().take(most).all(|line| line.is_ok()));
    // Its standard input ends here, and so does it.
    process.wait().unwrap();
    trace::steps(&fs::read_to_string(log).unwrap(), folder)
}

/// Plays the steps again; after each that changes something, every kind of loss is looked at.
fn with_every_loss(mut disk: Disk, steps: &[Step], check: impl Fn(&Path, &BTreeSet<&str>, &str)) {
    let (mut said, seed) = (BTreeSet::new(), Dice::seed());
    let syncs = steps.iter().filter(|step| matches!(step, Step::Sync(_))).count();
    assert!(steps.len() > 20 && syncs > 4, "hardly anything was seen");
    for (number, step) in steps.iter().enumerate() {
        if let Step::Say(word) = step {
            said.insert(word.as_str());
        } else if !disk.step(step) {
            continue;
        }
        let random = |another: u64| Loss::Some(seed.wrapping_add(2 * u64::try_from(number).unwrap() + another));
        for loss in [Loss::Nothing, Loss::TheWholeCache, random(0), random(1)] {
            let folder = tempfile::tempdir().unwrap();
            disk.write(folder.path(), loss);
            check(folder.path(), &said, &format!("seed {seed}, after step {number}, {loss:?}"));
        }
    }
}

/// The next start after the power went: nothing is broken.
fn next_start(folder: &Path, what: &str) -> Vec<(String, String)> {
    let opened = paper::start(folder).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(opened.repaired, None, "{what}");
    let health: String = opened.store.now(|c| c.query_row("PRAGMA integrity_check", [], |row| row.get(0))).unwrap();
    assert_eq!(health, "ok", "{what}");
    paper::messages(&opened.store)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whenever_the_power_goes_no_confirmed_message_is_lost() {
    let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
    let (url, parent) = (simulator.url(), tempfile::tempdir().unwrap());
    let folder = parent.path().canonicalize().unwrap().join("data");
    let (log, disk) = (parent.path().join("log"), Disk::of(&folder));
    let send_one = move || {
        let mut sender = trace::traced(env!("CARGO_BIN_EXE_send-one"), &log);
        sender.arg(&folder).args([&url, &Uuid::new_v4().to_string(), ANNA]).env("FAMULOR_API_KEY", KEY);
        traced(&mut sender, &log, &folder, usize::MAX)
    };
    let steps = tokio::task::spawn_blocking(send_one).await.unwrap();
    assert!(steps.contains(&Step::Say("settled".to_owned())));
    with_every_loss(disk, &steps, |folder, said, what| {
        let messages = next_start(folder, what);
        let states: Vec<&str> = messages.iter().map(|(_, state)| state.as_str()).collect();
        assert!(!said.contains("committed") || states.len() == 1, "{what}: a confirmed message is lost");
        assert!(!said.contains("settled") || states == ["sent"], "{what}: an answer is lost: {states:?}");
    });
}

/// A folder with a message from here, and a copy with a queued one from there.
fn here_and_there(root: &Path) -> (PathBuf, PathBuf) {
    let (here, copy) = (root.join("here"), root.join("Kopie.db"));
    let store = paper::open(&root.join("there"));
    store.now(|c| paper::message(c, "Von dort", "queued")).unwrap();
    store.save_copy(&copy).unwrap();
    paper::open(&here).now(|c| paper::message(c, "Von hier", "sent")).unwrap();
    (here, copy)
}

fn old() -> (String, String) {
    ("Von hier".to_owned(), "sent".to_owned())
}

fn new() -> (String, String) {
    ("Von dort".to_owned(), "unclear".to_owned())
}

/// What was replaced is in a backup or set aside, or still in use.
fn assert_old_is_kept(folder: &Path, what: &str) {
    let mut kept = paper::files_below(folder).into_iter().filter_map(|file| paper::messages_in(&file).ok());
    assert!(kept.any(|messages| messages == [old()]), "{what}: what was replaced is lost");
}

#[test]
fn whenever_the_power_goes_a_taking_over_leaves_the_old_data_or_the_new() {
    let parent = tempfile::tempdir().unwrap();
    let root = parent.path().canonicalize().unwrap();
    let ((here, copy), log) = (here_and_there(&root), root.join("log"));
    let disk = Disk::of(&here);
    let mut work = trace::traced(env!("CARGO_BIN_EXE_store-work"), &log);
    let steps = traced(work.arg("take-over").args([&here, &copy]), &log, &here, 2);
    assert!(steps.contains(&Step::Say("taken".to_owned())));
    with_every_loss(disk, &steps, |folder, said, what| {
        let messages = next_start(folder, what);
        assert!(messages == [new()] || (messages == [old()] && !said.contains("taken")), "{what}: {messages:?}");
        assert_old_is_kept(folder, what);
    });
}

#[test]
fn whenever_the_power_goes_the_start_after_a_taking_over_ends_with_the_new_data() {
    let parent = tempfile::tempdir().unwrap();
    let root = parent.path().canonicalize().unwrap();
    let ((here, copy), killed, log) = (here_and_there(&root), root.join("killed"), root.join("log"));
    let store = paper::open(&here);
    store.now(|c| c.execute("UPDATE message SET detail = 'nur im Protokoll der Änderungen'", [])).unwrap();
    store.take_over(&copy, clock::now()).unwrap();
    // As a kill leaves it: with the log of changes beside the database.
    for file in paper::files_below(&here) {
        let to = killed.join(file.strip_prefix(&here).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(file, to).unwrap();
    }
    assert!(fs::metadata(killed.join("famulor-sms.db-wal")).unwrap().len() > 0);
    let disk = Disk::of(&killed);
    let mut work = trace::traced(env!("CARGO_BIN_EXE_store-work"), &log);
    let steps = traced(work.arg("back-up").arg(&killed), &log, &killed, 1);
    with_every_loss(disk, &steps, |folder, _, what| {
        assert_eq!(next_start(folder, what).first(), Some(&new()), "{what}");
        assert_old_is_kept(folder, what);
    });
}
