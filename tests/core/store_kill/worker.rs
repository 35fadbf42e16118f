//! A process that works on a database until it is killed.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A process at work; it is killed when this is dropped.
pub(super) struct Worker {
    process: Child,
    out: BufReader<ChildStdout>,
}

impl Worker {
    /// Starts it and waits until it begins.
    pub(super) fn start(work: &str, folder: &Path, copy: Option<&Path>) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_store-work"))
            .arg(work)
            .arg(folder)
            .args(copy)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(process.stdout.take().unwrap());
        let mut worker = Self { process, out };
        assert_eq!(worker.line(), "ready\n");
        worker
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).unwrap();
        line
    }

    /// How long it takes to say so many things.
    pub(super) fn time(mut self, things: u32) -> Duration {
        let start = Instant::now();
        (0..things).for_each(|_| assert_ne!(self.line(), ""));
        start.elapsed()
    }

    /// Everything that it said, killed after this time.
    pub(super) fn killed(mut self, after: Duration) -> Vec<String> {
        thread::sleep(after);
        self.process.kill().unwrap();
        // Windows gives what it kills a code.
        let killed = cfg!(windows).then_some(1);
        assert_eq!(self.process.wait().unwrap().code(), killed, "it ended by itself");
        let mut said = String::new();
        self.out.read_to_string(&mut said).unwrap();
        said.lines().map(str::to_owned).collect()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // One that has ended already cannot be killed.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
