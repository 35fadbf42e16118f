//! The clock of an office, whose hands a test turns.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use famulor_sms_core::clock::{Clock, Moment, SystemClock};

/// It shows the real time until its hands are turned; clones are the same clock.
#[derive(Debug, Clone, Default)]
pub struct OfficeClock(Arc<Hands>);

/// How far each clock was turned, in milliseconds.
#[derive(Debug, Default)]
struct Hands {
    wall: AtomicI64,
    steady: AtomicU64,
}

impl OfficeClock {
    /// Somebody sets the wall clock, or the machine sleeps: what counts down stands still.
    pub fn jump(&self, milliseconds: i64) {
        self.0.wall.fetch_add(milliseconds, Ordering::SeqCst);
    }

    /// Time passes, without a test having to wait for it.
    pub fn pass(&self, time: Duration) {
        let milliseconds = u64::try_from(time.as_millis()).expect("a test does not last for ever");
        self.0.steady.fetch_add(milliseconds, Ordering::SeqCst);
        self.jump(i64::try_from(milliseconds).expect("a test does not last for ever"));
    }

    /// What the wall clock shows, in milliseconds since 1970.
    #[must_use]
    pub fn time(&self) -> i64 {
        self.now().wall
    }
}

impl Clock for OfficeClock {
    fn now(&self) -> Moment {
        let real = SystemClock.now();
        Moment {
            wall: real.wall + self.0.wall.load(Ordering::SeqCst),
            steady: real.steady + Duration::from_millis(self.0.steady.load(Ordering::SeqCst)),
        }
    }
}
