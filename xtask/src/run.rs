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
        build()?;
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
    build()?;
    say::stage(&format!("building {name}"), || {
        Line::new("cargo build --package famulor-sms-tests --bin").arg(name).run()
    })?;
    Line::program(place::built(name)?).env("FAMULOR_SMS_PROGRAM", place::built("famulor-sms")?).run()
}

fn build() -> Outcome {
    say::stage("building the program (the first time takes some minutes)", || {
        Line::new("cargo build --package famulor-sms").run()
    })
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
