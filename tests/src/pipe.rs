//! What a process that a test may kill at any moment has to do with the pipes to that test.

use std::io::{self, Read as _, Write as _};

/// Says a word, a line of its own, which the test can hear at once.
///
/// # Panics
/// If the test does not listen any more.
pub fn say(word: &str) {
    let mut out = io::stdout();
    writeln!(out, "{word}").and_then(|()| out.flush()).expect("the test listens");
}

/// From now on the process ends when its standard input does, and so with the test that started it.
pub fn end_with_standard_input() {
    std::thread::spawn(|| {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(3);
    });
}
