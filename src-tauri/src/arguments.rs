//! What the program is started with: `famulor-sms [--view new-message|history] [--practice] [--data-dir DIR] [--smoke-test]
//! [--background] [--store-key] [LINK]`.

use std::ffi::OsString;
use std::path::PathBuf;

use famulor_sms_core::link;
use famulor_sms_core::policy::Policy;
use famulor_sms_core::types::Errand;

/// For a program that the desktop starts.
pub(crate) const BACKGROUND: &str = "--background";

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
    /// The desktop starts it: no window is shown until somebody wants one.
    pub(crate) background: bool,
    /// No window: a key is taken from standard input into the keychain.
    pub(crate) store_key: bool,
    /// What is asked of the window: an `sms:` or `tel:` link, or a view.
    pub(crate) errand: Option<Errand>,
}

impl Arguments {
    pub(crate) fn from_command_line() -> Self {
        Self::read(std::env::args_os().skip(1))
    }

    /// The command line of a second start, with the program's own name.
    pub(crate) fn of_second_start(words: Vec<String>) -> Self {
        Self::read(words.into_iter().skip(1).map(OsString::from))
    }

    /// Trials and tests go past the running program; the lock on the data still holds.
    pub(crate) fn joins_the_running_program(&self) -> bool {
        !self.practice && self.data_dir.is_none() && !self.smoke_test
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

    /// The mode that the organisation wants, whatever was asked for; a practice that it forbids is refused elsewhere.
    pub(crate) fn under(&self, policy: &Policy) -> Self {
        let practice = self.practice || policy.rules().practice == Some(true);
        Self { practice, ..self.clone() }
    }

    fn read(words: impl Iterator<Item = OsString>) -> Self {
        let mut arguments = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--practice") => arguments.practice = true,
                Some("--smoke-test") => arguments.smoke_test = true,
                Some(BACKGROUND) => arguments.background = true,
                Some("--store-key") => arguments.store_key = true,
                #[cfg(not(unix))]
                Some(AFTER_ANOTHER) => std::thread::sleep(std::time::Duration::from_secs(2)),
                Some("--data-dir") => arguments.data_dir = words.next().map(PathBuf::from),
                Some("--view") => arguments.errand = words.next().and_then(|view| view_named(view.to_str()?)),
                Some(_) | None => match link::read(&word.to_string_lossy()) {
                    Some(link) => arguments.errand = Some(Errand::Link { link }),
                    None => tracing::warn!("an argument is not known and was left aside"),
                },
            }
        }
        arguments
    }
}

fn view_named(name: &str) -> Option<Errand> {
    match name {
        "new-message" => Some(Errand::NewMessage),
        "history" => Some(Errand::History),
        _ => None,
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
        assert!(read(&["sms:+491711234567"]).joins_the_running_program());
        assert!(read(&["--view", "history"]).joins_the_running_program());
        assert!(!read(&["--practice"]).joins_the_running_program());
        assert!(!read(&["--data-dir", "/tmp/x"]).joins_the_running_program());
    }

    #[test]
    fn a_start_by_the_desktop_is_a_plain_start_and_the_next_one_in_its_place_is_seen() {
        let arguments = read(&["--background"]);
        assert!(arguments.background && arguments.joins_the_running_program());
        assert_eq!(arguments.for_mode(false), Vec::<OsString>::new());
    }

    #[test]
    fn the_other_mode_keeps_the_data_folder() {
        let arguments = read(&["--data-dir", "/tmp/x"]);
        assert_eq!(arguments.for_mode(true), ["--practice", "--data-dir", "/tmp/x"]);
        assert_eq!(read(&["--practice"]).for_mode(false), Vec::<OsString>::new());
    }

    #[test]
    fn a_view_is_asked_for_by_its_name() {
        assert_eq!(read(&["--view", "history"]).errand, Some(Errand::History));
        assert_eq!(read(&["--view", "new-message", "--practice"]).errand, Some(Errand::NewMessage));
        for unknown in [&["--view", "elsewhere"][..], &["--view"], &[]] {
            assert_eq!(read(unknown).errand, None);
        }
        assert_eq!(read(&["--view", "history"]).for_mode(false), Vec::<OsString>::new());
    }

    #[test]
    fn a_link_is_taken_wherever_it_stands_and_nothing_else_is_one() {
        let recipient = |words: &[&str]| match read(words).errand {
            Some(Errand::Link { link }) => Some(link.recipient),
            _ => None,
        };
        assert_eq!(recipient(&["--practice", "tel:+491711234567"]).as_deref(), Some("+491711234567"));
        assert_eq!(recipient(&["sms:+491711234567", "--data-dir", "/tmp/x"]).as_deref(), Some("+491711234567"));
        assert_eq!(recipient(&["https://example.com", "file:///etc/passwd", "mailto:a@b.example"]), None);
        let second = ["/usr/bin/famulor-sms", "sms:+491711234567"].map(str::to_owned);
        assert!(matches!(Arguments::of_second_start(second.into()).errand, Some(Errand::Link { .. })));
    }
}
