//! `run` and `pictures`: the real program, in front of the person or on a desktop of its own.

use std::env;

use crate::Outcome;
use crate::packages::{self, Purpose};
use crate::place;
use crate::say;
use crate::shell::Line;

/// Builds and starts the program; with no display, on a virtual one.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if has_display() {
        packages::install(&[Purpose::Build])?;
        build(&["famulor-sms"])?;
        return Line::program(place::built("famulor-sms")?).args(arguments).folder(".").run();
    }
    say::line(
        "There is no display here, so the program runs on a virtual one and sends one practice SMS (nothing is really sent).",
    );
    packages::install(&[Purpose::Build, Purpose::Desktop])?;
    on_own_desktop("practice-send")
}

/// Takes the pictures of the documentation.
pub(crate) fn pictures() -> Outcome {
    packages::install(&[Purpose::Build, Purpose::Desktop])?;
    on_own_desktop("pictures")
}

fn on_own_desktop(name: &str) -> Outcome {
    build(&["famulor-sms", name])?;
    Line::program(place::built(name)?).env("FAMULOR_SMS_PROGRAM", place::built("famulor-sms")?).run()
}

/// Builds programs of the workspace, with the features that the tests build them with: nothing is built twice.
pub(crate) fn build(programs: &[&str]) -> Outcome {
    say::stage("building the program (the first time takes some minutes)", || {
        let line = Line::new("cargo build --workspace");
        programs.iter().fold(line, |line, program| line.arg("--bin").arg(*program)).run()
    })
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
