//! Whether the desktop starts the program, and a change of that, if the person says so. What counts is what the system says.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod windows_macos;

#[cfg(target_os = "linux")]
pub(crate) use linux::{is_on, set};
#[cfg(not(target_os = "linux"))]
pub(crate) use windows_macos::{is_on, plugin, set};
