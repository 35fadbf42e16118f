//! Whether the desktop starts the program, and a change of that, if the person says so. What counts is what the system says.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{is_on, plugin, set};
#[cfg(target_os = "linux")]
pub(crate) use linux::{is_on, set};
