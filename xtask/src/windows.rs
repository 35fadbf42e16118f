//! `windows`: the program for Windows, as far as a Linux can tell: lints, a build, and the tests without a window under Wine.
//!
//! What Wine shows is no Windows; docs/windows.md says what was seen and what was not.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::packages::{self, Purpose};
use crate::place;
use crate::say;
use crate::shell::Line;
use crate::tally::Tally;

const TARGET: &str = "x86_64-pc-windows-gnu";
const LINTS: &str = "cargo clippy --quiet --workspace --all-targets --target x86_64-pc-windows-gnu -- -D warnings";
const BUILD: &str = "cargo build --workspace --bins --target x86_64-pc-windows-gnu";
const TESTS: &str = "cargo test --workspace --lib --bins --test core --no-fail-fast --target x86_64-pc-windows-gnu";

/// Killing is slower under Wine.
const KILLS: &str = "50";

/// Everything, counted.
pub(crate) fn windows(arguments: &[String]) -> Outcome {
    match arguments {
        [] => tally().sum_up(),
        _ => Err("`cargo xtask windows` takes no options.".to_owned()),
    }
}

/// The same where it was built before, since from nothing it takes long.
pub(crate) fn tally_if_warm() -> Tally {
    let built = place::target().is_ok_and(|target| target.join(TARGET).join("debug/famulor-sms.exe").is_file());
    if built {
        return tally();
    }
    say::line("Windows is skipped: `cargo xtask windows` was never run with this target folder.");
    Tally::skipped(1)
}

fn tally() -> Tally {
    if let Err(problem) = packages::install(&[Purpose::Windows]).and_then(|()| packages::rust_target(TARGET)) {
        return Tally::one(Err(problem));
    }
    Tally::one(say::stage("lints for Windows", || Line::new(LINTS).run())).and(
        match say::stage("the program for Windows", || Line::new(BUILD).run()) {
            Ok(()) => say::stage("tests under Wine", tests),
            Err(problem) => Tally::one(Err(problem)),
        },
    )
}

fn tests() -> Tally {
    let wine = match Wine::start() {
        Ok(wine) => wine,
        Err(problem) => return Tally::one(Err(problem)),
    };
    let mut tally = Tally::default();
    let line = wine.around(Line::new(TESTS)).env("FAMULOR_SMS_KILLS", KILLS);
    // The tests of the shell look for WebView2's loader, which lies beside the program.
    let line = line.env("WINEPATH", format!("Z:{}", wine.programs.display()));
    let ended = line.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine").watch(|text| {
        tally.add_cargo(text);
        say::line(text);
    });
    tally.ended(ended)
}

/// A Windows of its own: registry, Credential Manager and folders are empty, and gone when this is dropped.
struct Wine {
    prefix: PathBuf,
    programs: PathBuf,
}

impl Wine {
    fn start() -> Result<Self, String> {
        let target = place::target()?;
        let prefix = target.join(format!("wine-{}", std::process::id()));
        let wine = Self { prefix, programs: target.join(TARGET).join("debug") };
        wine.around(Line::new("wineboot --init")).run()?;
        random_numbers(&wine.prefix.join("drive_c/windows/system32/bcryptprimitives.dll"))?;
        Ok(wine)
    }

    fn around(&self, line: Line) -> Line {
        line.env("WINEPREFIX", &self.prefix).env("WINEDEBUG", "-all").env("WINEDLLOVERRIDES", "mscoree,mshtml=")
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        // No process is left, whatever became of the tests.
        for how in ["--kill", "--wait"] {
            let _ = self.around(Line::new("wineserver")).arg(how).run();
        }
        let _ = fs::remove_dir_all(&self.prefix);
    }
}

/// What Debian 12's Wine lacks of Windows.
fn random_numbers(library: &Path) -> Outcome {
    if library.exists() {
        return Ok(());
    }
    let line = Line::new("x86_64-w64-mingw32-gcc -shared -O2 -o").arg(library);
    line.args(["tests/wine/bcryptprimitives.c", "-ladvapi32"]).run()
}
