//! What a program and everything it has started take: memory, time of the processor, wake-ups.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::desktop::Desktop;
use crate::processes;

/// The kernel counts a process's time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// The processes of a desktop that were not there before a program was started on it.
#[derive(Debug)]
pub struct Tree {
    home: PathBuf,
    before: BTreeSet<u32>,
    root: Option<u32>,
}

impl Tree {
    /// To be called before the program is started.
    #[must_use]
    pub fn begin(desktop: &Desktop) -> Self {
        let home = desktop.surroundings().home();
        Self { before: processes::at_home(&home).into_iter().collect(), home, root: None }
    }

    /// With this process, too, and all that it starts: Chromium hides the environment by which others are found.
    pub fn follow(&mut self, process: u32) {
        self.root = Some(process);
    }

    /// Their ids.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        let at_home = processes::at_home(&self.home).into_iter().filter(|id| !self.before.contains(id));
        let family = self.root.into_iter().flat_map(processes::family_of).filter(|id| processes::runs(*id));
        at_home.chain(family).collect::<BTreeSet<u32>>().into_iter().collect()
    }

    /// The names of those that have loaded a library; the kernel has the first fifteen letters.
    #[must_use]
    pub fn that_have(&self, library: &str) -> Vec<String> {
        let read = |id: &u32, file| fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default();
        let have = self.processes().into_iter().filter(|id| read(id, "maps").contains(library));
        have.map(|id| read(&id, "comm").trim().to_owned()).collect()
    }

    /// Their memory in bytes; what several share is divided among them (PSS).
    #[must_use]
    pub fn memory(&self) -> u64 {
        self.sum(|process| {
            let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
            number_after(&rollup, "Pss:").map(|kibibytes| kibibytes * 1024)
        })
    }

    /// How long they have calculated, with those children that are gone.
    #[must_use]
    pub fn calculated(&self) -> Duration {
        let ticks = self.sum(|process| {
            let stat = processes::stat(process)?;
            Some(stat.get(11..15)?.iter().filter_map(|ticks| ticks.parse::<u64>().ok()).sum())
        });
        TICK * u32::try_from(ticks).unwrap_or(u32::MAX)
    }

    /// How often one of their threads was given the processor.
    #[must_use]
    pub fn wake_ups(&self) -> u64 {
        self.sum(|process| {
            let threads = fs::read_dir(process.join("task")).ok()?.flatten();
            let statuses = threads.filter_map(|thread| fs::read_to_string(thread.path().join("status")).ok());
            let count = |status: &str, name| number_after(status, name).unwrap_or_default();
            let switches =
                |s: String| count(&s, "\nvoluntary_ctxt_switches:") + count(&s, "nonvoluntary_ctxt_switches:");
            Some(statuses.map(switches).sum())
        })
    }

    /// Ends what is left of them.
    pub fn kill(&self) {
        processes::kill(&self.processes());
    }

    fn sum(&self, of: impl Fn(&Path) -> Option<u64>) -> u64 {
        self.processes().iter().filter_map(|id| of(Path::new(&format!("/proc/{id}")))).sum()
    }
}

fn number_after(text: &str, name: &str) -> Option<u64> {
    text.split_once(name)?.1.split_whitespace().next()?.parse().ok()
}
