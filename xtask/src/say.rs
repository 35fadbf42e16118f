//! What the commands print. A closed pipe (`| head`) is no reason to stop.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

/// One line for the person who waits.
pub(crate) fn line(text: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// What went wrong; an empty text means that everything has been said.
pub(crate) fn problem(text: &str) {
    if text.is_empty() {
        return;
    }
    let _ = writeln!(io::stderr().lock(), "xtask: {text}");
}

/// Does a stage, saying what it is before and how long it took after.
pub(crate) fn stage<T>(name: &str, work: impl FnOnce() -> T) -> T {
    line(&format!("── {name}"));
    let start = Instant::now();
    let result = work();
    line(&format!("── {name}: {}", took(start.elapsed())));
    result
}

fn took(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds >= 60 {
        format!("{} min {} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", time.as_secs_f32())
    }
}
