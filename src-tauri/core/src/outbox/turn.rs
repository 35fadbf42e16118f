//! Whose turn it is to be sent.
//!
//! What counts down (undo, the wait that the service asks for) goes by the steady clock, so that a wall clock that
//! jumps back delays nothing; what the person chose goes by the wall clock. Whichever clock says that a message is
//! late, it is: the steady one may have stood still while the machine slept.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::clock::{Millis, Moment, millis};

/// How long after its time a message is still sent without asking.
pub const LATE_AFTER: Duration = Duration::from_secs(120);

/// What rounds a rest of a millisecond up, so that nothing goes early.
const ALMOST_A_MILLISECOND: Duration = Duration::from_nanos(999_999);

/// When the turn of a message comes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    /// By the steady clock; none for a time that the person chose.
    steady: Option<Instant>,
    /// By the wall clock.
    wall: Millis,
}

impl Turn {
    const fn by_wall(wall: Millis) -> Self {
        Self { steady: None, wall }
    }

    fn after(wait: Duration, now: Moment) -> Self {
        Self { steady: Some(now.steady + wait), wall: now.wall.saturating_add(millis(wait)) }
    }

    /// How long it is until then, by the clock that it goes by; negative once it has come.
    pub(super) fn left(&self, now: Moment) -> Millis {
        match self.steady {
            None => self.wall.saturating_sub(now.wall),
            Some(ends) if ends > now.steady => millis((ends - now.steady).saturating_add(ALMOST_A_MILLISECOND)),
            Some(ends) => -millis(now.steady - ends),
        }
    }

    /// Whether so much time has gone since, by either clock, that the person is asked first.
    pub(super) fn is_late(&self, now: Moment) -> bool {
        now.wall.saturating_sub(self.wall).max(-self.left(now)) > millis(LATE_AFTER)
    }

    /// The wall clock was set back: what it will show at the end of the countdown is less than was thought.
    fn follow(&mut self, now: Moment) {
        if self.steady.is_some() {
            self.wall = self.wall.min(now.wall.saturating_add(self.left(now)));
        }
    }
}

/// The countdowns of this run, by message; clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Countdowns(Arc<Mutex<HashMap<i64, Turn>>>);

impl Countdowns {
    /// Begins a countdown, in the place of an earlier one.
    pub(super) fn begin(&self, id: i64, wait: Duration, now: Moment) {
        self.all().insert(id, Turn::after(wait, now));
    }

    /// Every queued message with its turn, and how long it is until then: the first comes first.
    pub(super) fn queued(&self, connection: &Connection, now: Moment) -> rusqlite::Result<Vec<Queued>> {
        let mut statement =
            connection.prepare_cached("SELECT id, due_at, due_chosen FROM message WHERE state = 'queued'")?;
        let mut countdowns = self.all();
        let rows = statement.query_map([], |row| {
            let (id, due_at, is_chosen): (i64, Millis, bool) = row.try_into()?;
            let countdown = countdowns.get_mut(&id).filter(|_| !is_chosen);
            let turn = countdown.map_or(Turn::by_wall(due_at), |countdown| {
                countdown.follow(now);
                *countdown
            });
            Ok(Queued { id, turn, left: turn.left(now) })
        })?;
        let mut queued = rows.collect::<Result<Vec<_>, _>>()?;
        queued.sort_by_key(|message| (message.left, message.id));
        countdowns.retain(|id, _| queued.iter().any(|message| message.id == *id));
        Ok(queued)
    }

    fn all(&self) -> MutexGuard<'_, HashMap<i64, Turn>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A queued message and its turn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Queued {
    pub(super) id: i64,
    pub(super) turn: Turn,
    /// Milliseconds until then; negative once it has come.
    pub(super) left: Millis,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(wall: Millis, steady: Instant) -> Moment {
        Moment { wall, steady }
    }

    #[test]
    fn a_countdown_goes_by_the_steady_clock() {
        let start = Instant::now();
        let turn = Turn::after(Duration::from_secs(5), moment(1_000_000, start));
        assert_eq!(turn.left(moment(1_000_000, start)), 5_000);
        assert_eq!(turn.left(moment(0, start + Duration::from_secs(4))), 1_000);
        assert_eq!(turn.left(moment(0, start + Duration::from_secs(7))), -2_000);
    }

    #[test]
    fn a_chosen_time_goes_by_the_wall_clock() {
        let start = Instant::now();
        let turn = Turn::by_wall(1_000_000);
        assert_eq!(turn.left(moment(999_000, start + Duration::from_secs(60))), 1_000);
        assert_eq!(turn.left(moment(1_001_000, start)), -1_000);
    }

    #[test]
    fn a_message_is_late_when_either_clock_says_so() {
        let start = Instant::now();
        let turn = Turn::after(Duration::ZERO, moment(1_000_000, start));
        assert!(!turn.is_late(moment(1_120_000, start + Duration::from_secs(120))));
        assert!(turn.is_late(moment(1_120_001, start)));
        assert!(turn.is_late(moment(1_000_000, start + Duration::from_millis(120_001))));
    }

    #[test]
    fn a_sleep_is_noticed_although_the_wall_clock_was_set_back_before_it() {
        let start = Instant::now();
        let mut turn = Turn::after(Duration::from_secs(5), moment(10_000_000, start));
        turn.follow(moment(1_000_000, start));
        assert!(!turn.is_late(moment(1_005_000, start)));
        assert!(turn.is_late(moment(1_600_000, start)));
    }
}
