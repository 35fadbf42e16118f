//! The keys as the system hands them out: Windows and macOS.

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};
use tauri_plugin_global_shortcut::{Builder, GlobalShortcutExt as _, ShortcutState};

use super::{Refused, pressed};

/// The keys, which the settings name.
const KEYS: &str = if cfg!(target_os = "macos") { "Cmd+Alt+S" } else { "Ctrl+Alt+S" };

/// The keys are this program's until it is dropped.
pub(super) struct Grab(AppHandle);

pub(crate) fn plugin() -> TauriPlugin<Wry> {
    Builder::new().build()
}

pub(super) const fn is_available() -> bool {
    true
}

pub(super) fn grab(app: &AppHandle) -> Result<Grab, Refused> {
    let taken = app.global_shortcut().on_shortcut(KEYS, |app, _, event| {
        if event.state == ShortcutState::Pressed {
            pressed(app);
        }
    });
    taken.map(|()| Grab(app.clone())).map_err(|error| {
        tracing::warn!(%error, "the keys are not to be had");
        Refused::Taken
    })
}

impl Drop for Grab {
    fn drop(&mut self) {
        if let Err(error) = self.0.global_shortcut().unregister(KEYS) {
            tracing::warn!(%error, "the keys could not be given back");
        }
    }
}
