//! `test` and `torture`: every test there is, summed up in one line.

use std::env;
use std::path::Path;

use crate::Outcome;
use crate::check;
use crate::node;
use crate::packages::{self, Purpose};
use crate::place;
use crate::run;
use crate::say;
use crate::shell::Line;
use crate::tally::Tally;

/// How often the kill tests kill.
struct Kills {
    windowless: u32,
    window: u32,
}

const USUAL: Kills = Kills { windowless: 200, window: 10 };
const TORTURE: Kills = Kills { windowless: 2000, window: 200 };

/// Everything, as CI runs it.
pub(crate) fn test(arguments: &[String]) -> Outcome {
    let kills = kills(arguments)?;
    packages::install(&[Purpose::Build, Purpose::Desktop, Purpose::Node])?;
    let checks = check::tally();
    let node = say::stage("tests of the window's modules", || node::tests(&mut |line| say::line(line)));
    let cargo = with_program("every test in Rust", &kills, "cargo test --workspace --no-fail-fast");
    sum_up(checks.and(node).and(cargo))
}

/// The kill tests alone, with many more kills.
pub(crate) fn torture() -> Outcome {
    packages::install(&[Purpose::Build, Purpose::Desktop])?;
    sum_up(with_program(
        "the kill tests",
        &TORTURE,
        "cargo test --workspace --test core --test desktop --no-fail-fast kill",
    ))
}

fn kills(arguments: &[String]) -> Result<Kills, String> {
    match arguments {
        [] => Ok(Kills {
            windowless: number("FAMULOR_SMS_KILLS", USUAL.windowless),
            window: number("FAMULOR_SMS_WINDOW_KILLS", USUAL.window),
        }),
        [flag, number] if flag == "--kills" => number
            .parse()
            .map(|windowless| Kills { windowless, window: windowless.div_ceil(20) })
            .map_err(|_| format!("--kills takes a whole number, not \"{number}\".")),
        _ => Err("`cargo xtask test` knows one option: --kills N.".to_owned()),
    }
}

fn number(variable: &str, usual: u32) -> u32 {
    env::var(variable).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

fn with_program(name: &str, kills: &Kills, tests: &str) -> Tally {
    match run::build(&["famulor-sms"]).and_then(|()| place::built("famulor-sms")) {
        Ok(program) => say::stage(name, || cargo_test(tests, kills, &program)),
        Err(problem) => Tally::one(Err(problem)),
    }
}

fn cargo_test(tests: &str, kills: &Kills, program: &Path) -> Tally {
    let mut tally = Tally::default();
    let line = Line::new(tests)
        .env("FAMULOR_SMS_PROGRAM", program)
        .env("FAMULOR_SMS_KILLS", kills.windowless.to_string())
        .env("FAMULOR_SMS_WINDOW_KILLS", kills.window.to_string());
    let ended = line.watch(|text| {
        tally.add_cargo(text);
        say::line(text);
    });
    tally.ended(ended)
}

/// The sum is the last line, whatever became of the tests.
fn sum_up(tally: Tally) -> Outcome {
    say::line(&tally.line());
    if tally.failed == 0 { Ok(()) } else { Err(String::new()) }
}
