//! The real program as the desktop starts it: nothing steers its window but the keys of the keyboard.

use std::os::unix::process::ExitStatusExt as _;
use std::process::ExitStatus;

use crate::children::Process;
use crate::desktop::Desktop;
use crate::place;
use crate::processes;
use crate::program::ProgramOptions;
use crate::wait::{PATIENCE, wait_for};

/// The running program, without a driver. It is killed when this is dropped.
#[derive(Debug)]
pub struct BareProgram(Process);

impl BareProgram {
    /// Starts it and does not wait for anything.
    #[must_use]
    pub fn start(desktop: &Desktop, options: &ProgramOptions) -> Self {
        options.settle_in();
        let mut command = desktop.command(place::program());
        command.args(options.arguments()).envs(options.variables());
        command.stdout(desktop.surroundings().log("program")).stderr(desktop.surroundings().log("program"));
        Self(Process::start(command))
    }

    /// Its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Waits until the program has ended by itself; its exit code.
    #[must_use]
    pub fn wait_for_end(mut self) -> Option<i32> {
        let ended = wait_for(PATIENCE, || self.0.child().try_wait().ok().flatten());
        ended.and_then(|status: ExitStatus| status.code().or_else(|| status.signal().map(|signal| -signal)))
    }

    /// Kills it as `kill -9` does; it is gone when this returns.
    pub fn kill9(self) {
        processes::kill(&[self.0.id()]);
    }
}
