//! A program's window as it opens, seen from outside.

use std::thread;
use std::time::{Duration, Instant};

use famulor_sms_tests::footprint::Tree;
use famulor_sms_tests::pixels::{Look, Pixels};
use famulor_sms_tests::{Desktop, DesktopOptions};

use crate::machine;
use crate::programs::Subject;

/// A window that has not changed for so long has settled.
const STILL: Duration = Duration::from_millis(1200);

/// A window that has not settled by then goes on moving.
const RESTLESS: Duration = Duration::from_secs(6);

/// How long a program may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(25);

/// A program on a desktop of its own.
pub(crate) struct Opened {
    pub(crate) desktop: Desktop,
    pub(crate) pixels: Pixels,
    pub(crate) tree: Tree,
    pub(crate) begun: Instant,
    empty: Look,
}

/// How a window opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opening {
    pub(crate) first_pixels: Duration,
    /// None for a window that goes on moving.
    pub(crate) settled: Option<Duration>,
    pub(crate) calculated: Duration,
    pub(crate) memory: u64,
}

impl Opened {
    /// Starts it; it dies with the desktop.
    pub(crate) fn begin(subject: &Subject) -> Self {
        let options = DesktopOptions { watched: true, ..DesktopOptions::default() };
        let mut desktop = Desktop::start(options);
        if let Some((account, key)) = &subject.secret {
            desktop.store_secret(account, key);
        }
        let pixels = desktop.pixels();
        let empty = pixels.look();
        let mut tree = Tree::begin(&desktop);
        let mut command = desktop.command(&subject.program);
        command.args(&subject.words).envs(subject.environment.iter().map(|(name, value)| (name, value)));
        machine::wait_until_quiet();
        let begun = Instant::now();
        tree.follow(desktop.run(command));
        Self { desktop, pixels, tree, begun, empty }
    }

    pub(crate) fn wait_for_first_pixels(&self) -> Option<Duration> {
        let seen = self.pixels.wait_for_change(&self.empty, PATIENCE)?;
        Some(seen.duration_since(self.begun))
    }

    /// Waits until it stands still, and a little for what is done behind the picture.
    pub(crate) fn watch(&self) -> Option<Opening> {
        let first_pixels = self.wait_for_first_pixels()?;
        let settled = self.pixels.wait_until_still(STILL, RESTLESS).map(|last| last.duration_since(self.begun));
        let calculated = self.tree.calculated();
        thread::sleep(Duration::from_secs(1));
        Some(Opening { first_pixels, settled, calculated, memory: self.tree.memory() })
    }

    /// Ends it as a person does, so that its next start has nothing to look after; by force if it does not go.
    pub(crate) fn end(self) {
        self.desktop.key("alt+F4");
        let begin = Instant::now();
        while !self.tree.processes().is_empty() && begin.elapsed() < Duration::from_secs(3) {
            thread::sleep(Duration::from_millis(20));
        }
        self.tree.kill();
    }
}
