//! What the program is started with: `famulor-sms [--practice] [--data-dir DIR] [--smoke-test]`.

use std::ffi::OsString;
use std::path::PathBuf;

/// For a program that was started by the one before it: it waits for that one's end.
#[cfg(not(unix))]
pub(crate) const AFTER_ANOTHER: &str = "--after-another";

/// The command line, as far as it is known; what is not known is left aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Nothing is really sent: the simulator answers.
    pub(crate) practice: bool,
    /// Where data and settings lie, instead of the system's place for them.
    pub(crate) data_dir: Option<PathBuf>,
    /// Start, draw, check itself, and end with 0.
    pub(crate) smoke_test: bool,
}

impl Arguments {
    pub(crate) fn from_command_line() -> Self {
        Self::read(std::env::args_os().skip(1))
    }

    /// Trials and tests go past the running program; the lock on the data still holds.
    pub(crate) fn joins_the_running_program(&self) -> bool {
        *self == Self::default()
    }

    /// The same command line for the other mode.
    pub(crate) fn for_mode(&self, practice: bool) -> Vec<OsString> {
        let mut words = Vec::new();
        if practice {
            words.push("--practice".into());
        }
        if let Some(folder) = &self.data_dir {
            words.extend(["--data-dir".into(), folder.clone().into_os_string()]);
        }
        words
    }

    fn read(words: impl Iterator<Item = OsString>) -> Self {
        let mut arguments = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--practice") => arguments.practice = true,
                Some("--smoke-test") => arguments.smoke_test = true,
                #[cfg(not(unix))]
                Some(AFTER_ANOTHER) => std::thread::sleep(std::time::Duration::from_secs(2)),
                Some("--data-dir") => arguments.data_dir = words.next().map(PathBuf::from),
                Some(_) | None => tracing::warn!("an argument is not known and was left aside"),
            }
        }
        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Arguments {
        Arguments::read(words.iter().map(OsString::from))
    }

    #[test]
    fn a_plain_start_joins_the_running_program_and_a_trial_does_not() {
        assert!(read(&[]).joins_the_running_program());
        assert!(!read(&["--practice"]).joins_the_running_program());
        assert!(!read(&["--data-dir", "/tmp/x"]).joins_the_running_program());
    }

    #[test]
    fn the_other_mode_keeps_the_data_folder() {
        let arguments = read(&["--data-dir", "/tmp/x"]);
        assert_eq!(arguments.for_mode(true), ["--practice", "--data-dir", "/tmp/x"]);
        assert_eq!(read(&["--practice"]).for_mode(false), Vec::<OsString>::new());
    }
}
