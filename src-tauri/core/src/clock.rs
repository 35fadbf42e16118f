//! Two clocks: the wall clock, as the database keeps it, and a steady one for what counts down.
//!
//! The wall clock is set by people and by the network, so it may jump; the steady one never does, but it may stand
//! still while the machine sleeps.

use std::fmt;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970 (UTC), or between two such times.
pub type Millis = i64;

/// One point in time, as both clocks show it.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// What the wall clock shows.
    pub wall: Millis,
    /// What the steady clock shows.
    pub steady: Instant,
}

/// Where the outbox gets its time from: the system, or a test that turns the hands.
pub trait Clock: fmt::Debug + Send + Sync {
    /// The time now.
    fn now(&self) -> Moment;
}

/// The clocks of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment { wall: now(), steady: Instant::now() }
    }
}

/// What the wall clock of this machine shows.
#[must_use]
pub fn now() -> Millis {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, millis)
}

/// A duration as the database keeps time.
#[must_use]
pub fn millis(duration: Duration) -> Millis {
    Millis::try_from(duration.as_millis()).unwrap_or(Millis::MAX)
}

/// A time in UTC, as `2026-11-23T14:32:07Z`; for machines and those who help, never for the person.
#[must_use]
pub fn utc(at: Millis) -> String {
    jiff::Timestamp::from_millisecond(at).map_or_else(|_| at.to_string(), |time| time.strftime("%FT%TZ").to_string())
}
