//! How the program stands on the desktop beside its window.

use serde::Serialize;
use ts_rs::TS;

/// How the program stands on the desktop, as the desktop says it.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
pub struct DesktopView {
    /// The desktop starts the program.
    pub autostart: bool,
    /// The desktop shows icons of programs without a window.
    pub tray: bool,
    /// What is with the keys that open the form from anywhere.
    pub shortcut: ShortcutState,
}

/// What is with the keys that open the form from anywhere.
#[derive(Debug, Clone, Copy, Serialize, TS, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ShortcutState {
    /// Nobody wants them.
    Off,
    /// They work.
    On,
    /// Another program has them.
    Taken,
    /// The desktop gives no keys to programs.
    Unavailable,
}
