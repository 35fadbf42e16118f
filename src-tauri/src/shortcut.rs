//! Keys that open the form from anywhere, with a phone number that was copied.
//!
//! Off until the person wants them. They may belong to another program, and where a desktop gives no keys to programs
//! (Wayland) there are none: what is so is said in the settings.

#[cfg(not(target_os = "linux"))]
mod windows_macos;
#[cfg(target_os = "linux")]
mod x11;

use famulor_sms_core::types::ShortcutState;
use tauri::{AppHandle, Manager as _};
use tokio::sync::Mutex;

#[cfg(not(target_os = "linux"))]
use windows_macos as system;
#[cfg(target_os = "linux")]
use x11 as system;

#[cfg(not(target_os = "linux"))]
pub(crate) use windows_macos::plugin;

use crate::clipboard;
use crate::office::Office;

/// The keys, as long as they are this program's.
#[derive(Default)]
pub(crate) struct Shortcut(Mutex<Option<system::Grab>>);

/// Why there are no keys.
#[derive(Debug, Clone, Copy)]
enum Refused {
    Taken,
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "Windows and macOS give keys to every program"))]
    Unavailable,
}

/// Takes the keys if the person wants them, and lets them go if not.
pub(crate) async fn apply(app: &AppHandle, office: &Office) -> ShortcutState {
    let shortcut = app.state::<Shortcut>();
    let mut grab = shortcut.0.lock().await;
    if !office.preferences.current().global_shortcut || office.arguments.practice {
        *grab = None;
        return if system::is_available() { ShortcutState::Off } else { ShortcutState::Unavailable };
    }
    if grab.is_some() {
        return ShortcutState::On;
    }
    match system::grab(app) {
        Ok(taken) => {
            *grab = Some(taken);
            ShortcutState::On
        }
        Err(Refused::Taken) => ShortcutState::Taken,
        Err(Refused::Unavailable) => ShortcutState::Unavailable,
    }
}

fn pressed(app: &AppHandle) {
    clipboard::open_form(app);
}
