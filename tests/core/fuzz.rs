//! What nobody has thought of: the readers of answers and of links, the phone parser and the text analysis under made-up and
//! mutated input, beside a second opinion written another way. `PROPTEST_CASES` says how many; inputs that once told
//! something are kept in `tests/fuzz-corpus` and come first. A find is kept there as a file of its own.

mod answers;
mod links;
mod numbers;
mod texts;

use std::fs;

use famulor_sms_tests::place;
use proptest::test_runner::Config;

const USUAL_CASES: u32 = 1_000;

/// As many cases as the surroundings ask for; nothing is written down where a find would hide in a checkout.
fn config() -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = Config { failure_persistence: None, ..Config::default() };
    if asked { config } else { Config { cases: USUAL_CASES, ..config } }
}

/// The kept inputs of one sort, each with its file's name.
fn kept(sort: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(place::file("fuzz-corpus").join(sort)).unwrap();
    let kept: Vec<_> = entries
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .collect();
    assert!(!kept.is_empty(), "there is no corpus of {sort}");
    kept
}
