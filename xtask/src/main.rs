//! The commands of this repository: `cargo xtask help` names them.
//!
//! Nothing but the standard library, so that it compiles in seconds on a machine with only Rust on it.

mod bench;
mod check;
mod deny;
mod icons;
mod macos;
mod node;
mod package;
mod packages;
mod place;
mod run;
mod say;
mod second_try;
mod shell;
mod tally;
mod test;
mod types;
mod windows;

use std::env;
use std::process::ExitCode;

/// What a command ends with: nothing, or a sentence that says what went wrong.
type Outcome = Result<(), String>;

const HELP: &str = "\
cargo xtask run [ARGUMENTS]    install what is missing, build the program and start it; with no display: send one
                               practice SMS through the real window on a virtual one and keep a picture of it
cargo xtask test [--packages] [--kills N]
                               every test; with --packages those of the packages, too, as CI runs them, summed up in
                               one line; N: how often the windowless program is killed (default 200)
cargo xtask package [--test]   make the .deb and the .rpm in the release profile; --test: check both, and install, run,
                               upgrade and remove the .deb in a bare Debian 12 (as root, with a mirror of Debian)
cargo xtask windows            lint and build the program for Windows, and run the tests that need no window under Wine
cargo xtask macos              check types and lints of what is built for macOS; nothing is linked or run
cargo xtask torture            the tests that break things alone (kills, system calls, races, power, made-up input), with
                               ten times as many kills, every system call and a hundred times as much made-up input
cargo xtask check              format, lints, licences and the types of the window: seconds when nothing changed
cargo xtask bench [TOPIC…]     measure the program in the release profile beside its peers, into docs/performance.md; topics:
                               start memory idle size send typing search growth (the first time builds for long)
cargo xtask types [--check]    make ui/types.d.ts from the Rust types, or say whether it is current
cargo xtask words [--check]    make docs/words.md and the guides' lists of keys from the words, or say whether they are current
cargo xtask icons              make every icon from icons/icon.svg
cargo xtask pictures           take the pictures of the documentation from the real program
cargo xtask help               this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say::problem(&problem);
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Outcome {
    let (name, rest) = arguments.split_first().map_or(("help", &[][..]), |(name, rest)| (name.as_str(), rest));
    match name {
        "run" => run::run(rest),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "package" => package::package(rest),
        "windows" => windows::windows(rest),
        "macos" => macos::macos(rest),
        "torture" => test::torture(),
        "check" => check::check(),
        "types" => types::types(rest),
        "words" => node::words(rest),
        "icons" => icons::icons(),
        "pictures" => run::pictures(),
        "help" | "--help" | "-h" => {
            say::line(HELP);
            Ok(())
        }
        unknown => Err(format!("There is no command \"{unknown}\".\n\n{HELP}")),
    }
}
