//! Counting what the test runners say, so that one line at the end sums everything up.

use crate::Outcome;
use crate::say;

/// How many tests passed, failed and were left out.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Tally {
    /// A check that counts as one test.
    pub(crate) fn one(outcome: Outcome) -> Self {
        Self { passed: u32::from(outcome.is_ok()), ..Self::default() }.ended(outcome)
    }

    /// Tests that this machine cannot make.
    pub(crate) fn skipped(skipped: u32) -> Self {
        Self { skipped, ..Self::default() }
    }

    /// A runner that failed without a failed test (it did not build, it crashed) is a failure, too.
    pub(crate) fn ended(mut self, outcome: Outcome) -> Self {
        if let Err(problem) = outcome {
            say::problem(&problem);
            self.failed = self.failed.max(1);
        }
        self
    }

    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// The last line of a test run.
    pub(crate) fn line(self) -> String {
        format!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }

    /// Says the sum as the last line, whatever became of the tests.
    pub(crate) fn sum_up(self) -> Outcome {
        say::line(&self.line());
        if self.failed == 0 { Ok(()) } else { Err(String::new()) }
    }

    /// Counts a line of cargo: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub(crate) fn add_cargo(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        let counts = result.split_once(". ").map_or("", |(_, counts)| counts);
        for count in counts.split("; ") {
            if let Some((number, what)) = count.split_once(' ') {
                self.count(what, number);
            }
        }
    }

    /// Counts a line of Node's summary: `# pass 3`.
    pub(crate) fn add_node(&mut self, line: &str) {
        if let Some((what, number)) = line.strip_prefix("# ").and_then(|summary| summary.split_once(' ')) {
            self.count(what, number);
        }
    }

    fn count(&mut self, what: &str, number: &str) {
        let number: u32 = number.trim().parse().unwrap_or(0);
        match what {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn cargos_results_are_added_up() {
        let mut tally = Tally::default();
        tally.add_cargo(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.30s",
        );
        tally.add_cargo(
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.30s",
        );
        tally.add_cargo("test a_result_is_printed ... ok");
        assert_eq!(tally, Tally { passed: 15, failed: 2, skipped: 1 });
    }

    #[test]
    fn nodes_summary_is_read() {
        let mut tally = Tally::default();
        for line in ["# tests 5", "# suites 0", "# pass 3", "# fail 1", "# cancelled 0", "# skipped 1", "# todo 0"] {
            tally.add_node(line);
        }
        assert_eq!(tally.line(), "3 passed, 1 failed, 1 skipped");
    }

    #[test]
    fn a_runner_that_breaks_without_a_failed_test_counts_as_failed() {
        assert_eq!(Tally::one(Err("It did not build.".to_owned())), Tally { passed: 0, failed: 1, skipped: 0 });
        assert_eq!(Tally::one(Ok(())).line(), "1 passed, 0 failed, 0 skipped");
        assert_eq!(Tally::skipped(3).and(Tally::one(Ok(()))).line(), "1 passed, 0 failed, 3 skipped");
    }
}
