//! One process that sends one SMS under strace, and what is left of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use famulor_simulator::Simulator;
use famulor_sms_tests::office::{ANNA, BILAL, KEY};
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use tempfile::TempDir;
use tokio::runtime::Handle;
use uuid::Uuid;

use crate::aftermath::{self, Found};

use super::call::{Call, Hit, How, Place};

/// How long a process may go on where the disk stays full or broken. It keeps its result in memory then; what is on the
/// disk counts, as if it had been killed.
const PATIENCE_WITH_A_BROKEN_DISK: Duration = Duration::from_millis(1_500);
/// The program that sends one SMS, and what it says if nothing happens to it.
const SEND_ONE: &str = env!("CARGO_BIN_EXE_send-one");
const SETTLED: &str = "committed\nsettled\n";
const FILES: [&str; 5] =
    ["famulor-sms.db", "famulor-sms.db-wal", "famulor-sms.db-shm", "famulor-sms.db-journal", "famulor-sms.lock"];

/// What the process finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    /// An empty folder.
    New,
    /// The database of an earlier run, which has sent a letter to Bilal.
    Known,
}

/// The folder of an earlier run, which has sent a letter to Bilal.
pub(super) struct Earlier {
    folder: TempDir,
    draft: Uuid,
}

impl Earlier {
    pub(super) fn make(simulator: &Simulator) -> Self {
        let earlier = Self { folder: tempfile::tempdir().unwrap(), draft: Uuid::new_v4() };
        let mut process = sender(Command::new(SEND_ONE), &earlier.folder, simulator, earlier.draft, BILAL);
        assert_eq!(said(&mut process, PATIENCE), SETTLED);
        earlier
    }

    fn copy_to(&self, folder: &TempDir) {
        for entry in fs::read_dir(self.folder.path()).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
    }
}

pub(super) struct Round<'a> {
    simulator: &'a Simulator,
    runtime: &'a Handle,
    folder: TempDir,
    /// The letter to Bilal, if there was one.
    earlier: Option<Uuid>,
    draft: Uuid,
    /// The entries of the ledger that are older.
    known: usize,
}

impl<'a> Round<'a> {
    pub(super) fn begin(simulator: &'a Simulator, runtime: &'a Handle, earlier: Option<&Earlier>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        if let Some(earlier) = earlier {
            earlier.copy_to(&folder);
        }
        let (earlier, known) = (earlier.map(|earlier| earlier.draft), simulator.ledger().len());
        Self { simulator, runtime, folder, earlier, draft: Uuid::new_v4(), known }
    }

    /// How often an undisturbed send makes each call.
    pub(super) fn count(&self, place: Place) -> BTreeMap<Call, usize> {
        let report = self.folder.path().join("report");
        let mut strace = self.strace(place);
        strace.arg("-o").arg(&report).args(["-e", &format!("trace={}", place.list())]).arg(SEND_ONE);
        assert_eq!(self.said(strace, PATIENCE), SETTLED);
        let mut calls = BTreeMap::new();
        for call in fs::read_to_string(&report).unwrap().lines().filter_map(|line| Call::of_line(line, place)) {
            *calls.entry(call).or_default() += 1;
        }
        calls
    }

    /// Everything that the process said, which was hit at that call.
    pub(super) fn hit(&self, hit: &Hit) -> String {
        let mut strace = self.strace(hit.place);
        strace.args(["-o", "/dev/null", "-e", &format!("trace={}", hit.call), "-e", &hit.injection()]).arg(SEND_ONE);
        let goes_on = matches!(hit.how, How::FailsFromThenOn(_));
        self.said(strace, if goes_on { PATIENCE_WITH_A_BROKEN_DISK } else { PATIENCE })
    }

    /// strace over all threads; on the disk only over the program's own files.
    fn strace(&self, place: Place) -> Command {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq"]);
        if place == Place::Disk {
            let folder = fs::canonicalize(self.folder.path()).unwrap();
            let files = FILES.iter().map(|name| folder.join(name));
            files.chain([folder.clone()]).for_each(|path| {
                strace.arg("-P").arg(path);
            });
        }
        strace
    }

    /// What the sender says under this strace.
    fn said(&self, strace: Command, patience: Duration) -> String {
        said(&mut sender(strace, &self.folder, self.simulator, self.draft, ANNA), patience)
    }

    /// The state in which the letter is found, compared with what was said of it and with what arrived.
    pub(super) fn end(self, said: &str, plan: &str) -> String {
        self.runtime.block_on(self.simulator.settled()).unwrap();
        let arrived = self.simulator.ledger().split_off(self.known);
        let found = Found::all_in(self.folder.path());
        let what = format!("{plan} said {said:?}, found {found:?}, arrived {arrived:?}");
        let (letters, others): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.draft == self.draft.to_string());
        let earlier: Vec<_> = others.iter().map(|other| (other.draft.clone(), other.state.as_str())).collect();
        assert_eq!(earlier, self.earlier.map(|draft| (draft.to_string(), "sent")).into_iter().collect::<Vec<_>>());
        assert!(letters.len() <= 1, "twice: {what}");
        let letter = letters.first().copied();
        aftermath::assert_agrees(letter, said, &arrived, &what);
        letter.map_or_else(|| "no message".to_owned(), |letter| letter.state.clone())
    }
}

/// Starts the program that sends one SMS, as the last part of that command.
fn sender(mut command: Command, folder: &TempDir, simulator: &Simulator, draft: Uuid, to: &str) -> Child {
    command
        .arg(fs::canonicalize(folder.path()).unwrap())
        .args([&simulator.url(), &draft.to_string(), to, "in-order"])
        .env("FAMULOR_API_KEY", KEY)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("strace (package strace) can be started")
}

/// What it says until it ends; its standard input ends when it takes too long, and it with that.
fn said(process: &mut Child, patience: Duration) -> String {
    wait_until(patience, || process.try_wait().unwrap().is_some());
    drop(process.stdin.take());
    process.wait().unwrap();
    let mut said = String::new();
    process.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    said
}
