//! The wall clock, as the database keeps it.

use std::time::{SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970 (UTC).
pub type Millis = i64;

/// The time now.
#[must_use]
pub fn now() -> Millis {
    SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|t| Millis::try_from(t.as_millis()).ok()).unwrap_or(0)
}
