//! The icon on the desktop of a program whose window need not be there.
//!
//! It is shown if the person wants the program to go on without its window, or if the desktop has started it. Whether a
//! desktop has a place for such icons is asked when it matters: it may come later than the program, and go.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod windows_macos;

use std::sync::Arc;

use famulor_sms_core::types::Errand;
use tauri::AppHandle;
use tauri::Manager as _;
use tokio::sync::Mutex;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
use windows_macos as system;

use crate::office::Office;
use crate::words::Words;
use crate::{closing, errands, window};

pub(crate) use system::is_seen;

/// The icon, where there is one.
#[derive(Default)]
pub(crate) struct Tray(Mutex<Option<system::Icon>>);

/// What stands in the icon's menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Show,
    NewMessage,
    Outbox,
    History,
    Quit,
}

/// The menu, with its words.
const MENU: [(Entry, &str); 5] = [
    (Entry::Show, "tray-show"),
    (Entry::NewMessage, "nav-new-message"),
    (Entry::Outbox, "nav-outbox"),
    (Entry::History, "nav-history"),
    (Entry::Quit, "menu-quit"),
];

/// Shows the icon in the language chosen, or takes it away.
pub(crate) async fn apply(app: &AppHandle, office: &Office) {
    let tray = app.state::<Tray>();
    let mut icon = tray.0.lock().await;
    if !is_wanted(office) {
        if let Some(icon) = icon.take() {
            system::remove(app, icon).await;
        }
    } else if let Some(icon) = &*icon {
        system::rename(app, icon, office.words()).await;
    } else {
        *icon = system::show(app, office.words()).await;
    }
}

fn is_wanted(office: &Office) -> bool {
    office.keeps_running() || (office.arguments.background && !office.arguments.practice)
}

fn chosen(app: &AppHandle, entry: Entry) {
    match entry {
        Entry::Show => window::show(app),
        Entry::NewMessage => errands::run(app, Errand::NewMessage),
        Entry::Outbox => errands::run(app, Errand::Outbox),
        Entry::History => errands::run(app, Errand::History),
        Entry::Quit => closing::end(app),
    }
}

fn menu(words: &Arc<Words>) -> impl Iterator<Item = (Entry, String)> {
    MENU.into_iter().map(|(entry, id)| (entry, words.say(id)))
}
