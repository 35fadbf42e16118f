//! Newer versions of the program: whether this installation may look for them, when it looks, and what may be shown of an
//! answer. Nothing here installs anything.
//!
//! What comes from the server is a stranger's text until a signature says otherwise: it is measured before it is read, and cut
//! before it is shown. What is installed is decided by the signature alone.

mod fetch;
mod offer;
mod standing;

pub use fetch::{LookFailure, careful, fetch};
pub use offer::offer;
pub use standing::{Installation, is_due, standing};

use std::time::Duration;

/// No update begins while a message is to go within this time: long enough for an installer and the next start.
pub const CALM: Duration = Duration::from_secs(10 * 60);

/// The largest program that is taken from the server, in bytes.
pub const LARGEST: usize = 300 * 1024 * 1024;
