//! Waiting for something to become so, with an end.

use std::thread;
use std::time::{Duration, Instant};

/// How long a test waits for anything before it gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long until the program has looked at the clock again, which it does once a minute while what waits is far away: a test
/// has moved its time meanwhile.
pub const NEXT_LOOK: Duration = Duration::from_secs(80);

/// Looks again and again until there is an answer, or none came in time.
pub fn wait_for<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if start.elapsed() > patience {
            return None;
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Looks again and again until it is so; whether it became so in time.
pub fn wait_until(patience: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    wait_for(patience, || is_so().then_some(())).is_some()
}
