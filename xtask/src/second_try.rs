//! A second try for the few tests of the real window that failed, each named, so that a busy machine is not taken for a bug.
//!
//! Only tests of the window get one: they go through a window manager, a browser and a driver, each with its own idea of when.
//! Tests that break things on purpose never do: one wrong outcome of a thousand is what they look for.

use crate::say;
use crate::shell::Line;
use crate::tally::Tally;

/// More that fail are a fault, not a busy moment.
const FEW: usize = 3;

/// What the runners said while they ran.
#[derive(Default)]
pub(crate) struct FirstTry {
    announced: u32,
    failed: Vec<String>,
}

impl FirstTry {
    /// Reads a line of a runner.
    pub(crate) fn add(&mut self, line: &str) {
        self.announced += announced(line).unwrap_or(0);
        self.failed.extend(failed_test(line).map(str::to_owned));
    }

    /// Whether all that went wrong is a few named tests, none with one of these words in its name, and every runner came to its end.
    pub(crate) fn deserves_another(&self, tally: Tally, breaking: &[&str]) -> bool {
        let breaks = |name: &String| breaking.iter().any(|word| name.contains(word));
        (1..=FEW).contains(&self.failed.len())
            && u32::try_from(self.failed.len()) == Ok(tally.failed)
            && self.announced == tally.passed + tally.failed + tally.skipped
            && !self.failed.iter().any(breaks)
    }

    /// Runs these tests of the window once more; what passes now counts as passed, what is no test of the window stays failed.
    pub(crate) fn again(&self, tally: Tally, line: impl Fn(&str) -> Line) -> Tally {
        let tests = format!("cargo test --workspace --test desktop -- --exact {}", self.failed.join(" "));
        let mut again = Tally::default();
        say::line(&format!("A second try for {}:", self.failed.join(", ")));
        // How it ended is in the lines; a runner that broke passed nothing.
        let _ = line(&tests).watch(|text| {
            again.add_cargo(text);
            say::line(text);
        });
        say::line(&format!(
            "Passed only at the second try, and to be mended: {} of {}.",
            again.passed,
            self.failed.len()
        ));
        settled(tally, again)
    }
}

/// The number in a line like `running 12 tests`.
fn announced(line: &str) -> Option<u32> {
    line.strip_prefix("running ")?.split(' ').next()?.parse().ok()
}

/// The name in a line like `test undo::it_is_taken_back ... FAILED`.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

fn settled(first: Tally, again: Tally) -> Tally {
    let passed = again.passed.min(first.failed);
    Tally { passed: first.passed + passed, failed: first.failed - passed, skipped: first.skipped }
}

#[cfg(test)]
mod tests {
    use super::{FirstTry, Tally, failed_test, settled};

    const ONE: Tally = Tally { passed: 5, failed: 1, skipped: 0 };

    fn first_try(announced: u32, failed: &[&str]) -> FirstTry {
        let mut first = FirstTry::default();
        first.add(&format!("running {announced} tests"));
        failed.iter().for_each(|name| first.add(&format!("test {name} ... FAILED")));
        first
    }

    #[test]
    fn only_a_failed_test_is_read_from_the_runners_lines() {
        assert_eq!(failed_test("test undo::it_is_taken_back ... FAILED"), Some("undo::it_is_taken_back"));
        assert_eq!(failed_test("test undo::it_is_taken_back ... ok"), None);
        assert_eq!(failed_test("test result: FAILED. 5 passed; 1 failed;"), None);
    }

    #[test]
    fn what_breaks_things_and_what_fails_in_numbers_gets_no_second_try() {
        let deserves = |first: FirstTry, tally| first.deserves_another(tally, &["kill"]);
        assert!(deserves(first_try(6, &["undo::it_is_taken_back"]), ONE));
        assert!(!deserves(first_try(6, &["kills::nothing_is_lost"]), ONE));
        assert!(!deserves(first_try(9, &["a", "b", "c", "d"]), Tally { failed: 4, ..ONE }));
    }

    #[test]
    fn a_runner_that_did_not_come_to_its_end_gets_no_second_try() {
        assert!(
            !first_try(7, &["undo::it_is_taken_back"]).deserves_another(ONE, &["kill"]),
            "one did not say how it ended"
        );
        assert!(!first_try(5, &[]).deserves_another(Tally { failed: 0, ..ONE }, &["kill"]));
    }

    #[test]
    fn what_does_not_pass_again_stays_failed() {
        assert_eq!(settled(ONE, Tally { passed: 1, ..Tally::default() }).line(), "6 passed, 0 failed, 0 skipped");
        assert_eq!(settled(ONE, Tally { failed: 1, ..Tally::default() }), ONE);
        assert_eq!(settled(ONE, Tally::default()), ONE);
    }
}
