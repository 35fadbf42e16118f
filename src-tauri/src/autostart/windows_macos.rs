//! The system's own lists of what it starts: Windows and macOS.

use std::io;

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};
use tauri_plugin_autostart::{Builder, ManagerExt as _};

use crate::arguments::BACKGROUND;

pub(crate) fn plugin() -> TauriPlugin<Wry> {
    Builder::new().arg(BACKGROUND).build()
}

pub(crate) fn is_on(app: &AppHandle) -> bool {
    app.autolaunch().is_enabled().unwrap_or(false)
}

/// # Errors
/// The system does not let the list be changed.
pub(crate) fn set(app: &AppHandle, on: bool) -> io::Result<()> {
    let list = app.autolaunch();
    if on { list.enable() } else { list.disable() }.map_err(io::Error::other)
}
