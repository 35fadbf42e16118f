//! The service's limits: 100 requests a minute and 20 in 10 seconds. Time comes in as a parameter.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

const WINDOWS: [(usize, Duration); 2] = [(20, Duration::from_secs(10)), (PER_MINUTE, Duration::from_secs(60))];
const PER_MINUTE: usize = 100;

/// The times of the requests that were let through in the last minute.
#[derive(Debug, Default)]
pub(crate) struct Limits(VecDeque<Instant>);

/// What the limits say to one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowance {
    /// How many a minute are allowed.
    pub(crate) limit: usize,
    /// How many of them are left.
    pub(crate) remaining: usize,
    /// The whole seconds to wait before the next one, if this one is too many.
    pub(crate) retry_after: Option<u64>,
}

impl Limits {
    /// Counts a request, unless it is too many.
    pub(crate) fn count(&mut self, now: Instant) -> Allowance {
        self.0.retain(|time| now.duration_since(*time) < Duration::from_secs(60));
        let wait = WINDOWS.iter().filter_map(|(most, window)| self.wait(*most, *window, now)).max();
        if wait.is_none() {
            self.0.push_back(now);
        }
        Allowance {
            limit: PER_MINUTE,
            remaining: PER_MINUTE.saturating_sub(self.0.len()),
            retry_after: wait.map(whole_seconds),
        }
    }

    /// How long until the window has room again, if it has none.
    fn wait(&self, most: usize, window: Duration, now: Instant) -> Option<Duration> {
        let oldest = self.0.len().checked_sub(most).and_then(|at| self.0.get(at))?;
        window.checked_sub(now.duration_since(*oldest)).filter(|wait| !wait.is_zero())
    }
}

fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(limits: &mut Limits, requests: usize, now: Instant) -> Vec<Option<u64>> {
        (0..requests).map(|_| limits.count(now).retry_after).collect()
    }

    #[test]
    fn the_twenty_first_in_ten_seconds_waits_for_the_rest_of_them() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        assert_eq!(fill(&mut limits, 20, start), [None; 20]);
        let later = start + Duration::from_millis(2_500);
        assert_eq!(limits.count(later).retry_after, Some(8));
        assert_eq!(limits.count(start + Duration::from_secs(10)).retry_after, None);
    }

    #[test]
    fn the_hundred_and_first_in_a_minute_waits_for_the_first_to_be_a_minute_old() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        for round in 0..5 {
            let now = start + Duration::from_secs(10 * round);
            assert_eq!(fill(&mut limits, 20, now), [None; 20]);
        }
        let allowance = limits.count(start + Duration::from_secs(50));
        assert_eq!((allowance.remaining, allowance.retry_after), (0, Some(10)));
    }
}
