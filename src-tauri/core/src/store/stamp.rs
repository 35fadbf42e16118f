//! A time as it stands in the name of a file: `20261123-140500`, UTC. SQLite knows the calendar.

use rusqlite::{Connection, OptionalExtension as _};

use super::StoreError;
use crate::clock::Millis;

/// The stamp of a time, to the second.
pub(super) fn of(time: Millis) -> Result<String, StoreError> {
    let calendar = Connection::open_in_memory()?;
    let stamp =
        calendar.query_row("SELECT strftime('%Y%m%d-%H%M%S', ?1 / 1000, 'unixepoch')", [time], |row| row.get(0));
    Ok(stamp?)
}

/// The time of a stamp; none if it is not one.
pub(super) fn time(stamp: &str) -> Result<Option<Millis>, StoreError> {
    let calendar = Connection::open_in_memory()?;
    let time: Option<Option<Millis>> = calendar
        .query_row(
            "SELECT 1000 * unixepoch(substr(?1, 1, 4) || '-' || substr(?1, 5, 2) || '-' || substr(?1, 7, 2) || ' ' ||
                 substr(?1, 10, 2) || ':' || substr(?1, 12, 2) || ':' || substr(?1, 14, 2))
             WHERE ?1 GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]'",
            [stamp],
            |row| row.get(0),
        )
        .optional()?;
    Ok(time.flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_the_time_to_the_second() {
        assert_eq!(of(1_795_442_701_234).unwrap(), "20261123-140501");
        assert_eq!(time("20261123-140501").unwrap(), Some(1_795_442_701_000));
        assert_eq!(of(951_782_400_000).unwrap(), "20000229-000000");
    }

    #[test]
    fn what_is_no_stamp_has_no_time() {
        for text in ["", "20261123", "20261123-14050", "20261323-140501", "2026112a-140501", "20261123-140501x"] {
            assert_eq!(time(text).unwrap(), None, "{text}");
        }
    }
}
