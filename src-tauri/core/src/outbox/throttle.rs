//! The service's limits (20 in 10 s, 100 a minute), kept on our side with room to spare and counted
//! from the database, so that they survive a restart.

use std::time::Duration;

use rusqlite::Connection;

use crate::clock::Millis;
use crate::store::StoreError;

/// So many sends in so long a time.
struct Limit {
    sends: i64,
    within: Millis,
}

const LIMITS: [Limit; 2] = [Limit { sends: 18, within: 10_000 }, Limit { sends: 90, within: 60_000 }];

/// How long to wait before the next send; zero if it may go. Rows dated in the future are ignored.
pub(super) fn wait(connection: &Connection, now: Millis) -> Result<Duration, StoreError> {
    let mut longest = Duration::ZERO;
    for limit in LIMITS {
        longest = longest.max(limit.wait(connection, now)?);
    }
    Ok(longest)
}

impl Limit {
    fn wait(&self, connection: &Connection, now: Millis) -> Result<Duration, StoreError> {
        // The send that must have left the window before another one fits in.
        let mut statement = connection.prepare_cached(
            "SELECT at FROM message_event WHERE state = 'sending' AND at > ?1 AND at <= ?2
             ORDER BY at DESC LIMIT 1 OFFSET ?3",
        )?;
        let mut rows = statement.query((now - self.within, now, self.sends - 1))?;
        let Some(row) = rows.next()? else { return Ok(Duration::ZERO) };
        let free_at = row.get::<_, Millis>(0)? + self.within;
        Ok(Duration::from_millis(u64::try_from(free_at - now).unwrap_or(0)))
    }
}
