//! `test`, `ci` and `torture`: every test there is, summed up in one line.

use std::env;
use std::path::Path;

use crate::Outcome;
use crate::check;
use crate::macos;
use crate::node;
use crate::package;
use crate::packages::{self, Purpose};
use crate::place;
use crate::run;
use crate::say;
use crate::second_try::FirstTry;
use crate::shell::Line;
use crate::tally::Tally;
use crate::windows;

/// How much is broken by the tests that break things.
struct Effort {
    /// How often the windowless program is killed.
    kills: u32,
    /// How often the real program is killed.
    window_kills: u32,
    /// Whether the sweep over system calls covers all of a first start and of a disk that stays full, too.
    whole_sweep: bool,
    /// Made-up inputs of each sort; none leaves it to the tests.
    inputs: Option<u32>,
}

const USUAL: Effort = Effort { kills: 200, window_kills: 10, whole_sweep: false, inputs: None };
const TORTURE: Effort = Effort { kills: 2000, window_kills: 200, whole_sweep: true, inputs: Some(100_000) };

/// The tests that break things have one of these words in their names.
const BREAKING: [&str; 5] = ["kill", "sweep", "race", "power", "fuzz"];

/// Every test; with `--packages` first, as CI runs it, those of the packages after them.
pub(crate) fn test(arguments: &[String]) -> Outcome {
    match arguments {
        [flag, rest @ ..] if flag == "--packages" => tally(rest)?.and(package::tally()).and(other_systems()).sum_up(),
        _ => tally(arguments)?.sum_up(),
    }
}

/// What is checked for Windows and macOS, where it was checked before.
fn other_systems() -> Tally {
    windows::tally_if_warm().and(macos::tally_if_warm())
}

fn tally(arguments: &[String]) -> Result<Tally, String> {
    let effort = effort(arguments)?;
    packages::install(&[Purpose::Build, Purpose::Desktop, Purpose::Node])?;
    let checks = check::tally();
    let node = say::stage("tests of the window's modules", || node::tests(&mut |line| say::line(line)));
    let cargo = with_program("every test in Rust", &effort, "cargo test --workspace --no-fail-fast");
    Ok(checks.and(node).and(cargo))
}

/// The tests that break things alone, with much more effort.
pub(crate) fn torture() -> Outcome {
    packages::install(&[Purpose::Build, Purpose::Desktop])?;
    let tests = format!("cargo test --workspace --test core --test desktop --no-fail-fast -- {}", BREAKING.join(" "));
    with_program("the tests that break things", &TORTURE, &tests).sum_up()
}

fn effort(arguments: &[String]) -> Result<Effort, String> {
    match arguments {
        [] => Ok(Effort {
            kills: number("FAMULOR_SMS_KILLS", USUAL.kills),
            window_kills: number("FAMULOR_SMS_WINDOW_KILLS", USUAL.window_kills),
            ..USUAL
        }),
        [flag, number] if flag == "--kills" => number
            .parse()
            .map(|kills: u32| Effort { kills, window_kills: kills.div_ceil(20), ..USUAL })
            .map_err(|_| format!("--kills takes a whole number, not \"{number}\".")),
        _ => Err("`cargo xtask test` knows two options: --packages, and behind it --kills N.".to_owned()),
    }
}

fn number(variable: &str, usual: u32) -> u32 {
    env::var(variable).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

fn with_program(name: &str, effort: &Effort, tests: &str) -> Tally {
    match run::build(&["famulor-sms", "bare-window"]).and_then(|()| place::built("famulor-sms")) {
        Ok(program) => say::stage(name, || cargo_test(tests, effort, &program)),
        Err(problem) => Tally::one(Err(problem)),
    }
}

fn cargo_test(tests: &str, effort: &Effort, program: &Path) -> Tally {
    let mut tally = Tally::default();
    let mut first = FirstTry::default();
    let ended = cargo_line(tests, effort, program).watch(|text| {
        tally.add_cargo(text);
        first.add(text);
        say::line(text);
    });
    if ended.is_err() && first.deserves_another(tally, &BREAKING) {
        return first.again(tally, |tests| cargo_line(tests, effort, program));
    }
    tally.ended(ended)
}

fn cargo_line(tests: &str, effort: &Effort, program: &Path) -> Line {
    let mut line = Line::new(tests)
        .env("FAMULOR_SMS_PROGRAM", program)
        .env("FAMULOR_SMS_KILLS", effort.kills.to_string())
        .env("FAMULOR_SMS_WINDOW_KILLS", effort.window_kills.to_string());
    if effort.whole_sweep {
        line = line.env("FAMULOR_SMS_SWEEP", "all");
    }
    if let Some(inputs) = effort.inputs {
        line = line.env("PROPTEST_CASES", inputs.to_string());
    }
    line
}
