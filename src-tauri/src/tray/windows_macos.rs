//! The icon where the system itself has a place for it: Windows and macOS.

use std::sync::Arc;

use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry};

use super::{Entry, MENU, chosen, menu};
use crate::words::Words;

pub(super) type Icon = TrayIcon<Wry>;

const NAME: &str = "main";

pub(super) async fn show(app: &AppHandle, words: Arc<Words>) -> Option<Icon> {
    let shown = build(app, &words);
    shown.inspect_err(|error| tracing::warn!(%error, "the program has no icon on the desktop")).ok()
}

pub(super) async fn rename(app: &AppHandle, icon: &Icon, words: Arc<Words>) {
    let renamed = entries(app, &words).and_then(|menu| icon.set_menu(Some(menu)));
    if let Err(error) = renamed {
        tracing::warn!(%error, "the icon's menu could not be renamed");
    }
}

pub(super) async fn remove(app: &AppHandle, _: Icon) {
    app.remove_tray_by_id(NAME);
}

/// The system always has a place for it.
pub(crate) async fn is_seen() -> bool {
    true
}

fn build(app: &AppHandle, words: &Arc<Words>) -> tauri::Result<Icon> {
    let mut icon = TrayIconBuilder::with_id(NAME).tooltip(words.say("window-title")).menu(&entries(app, words)?);
    if let Some(picture) = app.default_window_icon() {
        icon = icon.icon(picture.clone());
    }
    icon.show_menu_on_left_click(cfg!(target_os = "macos"))
        .on_menu_event(|app, event| {
            if let Some(entry) = entry(event.id().as_ref()) {
                chosen(app, entry);
            }
        })
        .on_tray_icon_event(|icon, event| {
            if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event
                && cfg!(windows)
            {
                chosen(icon.app_handle(), Entry::Show);
            }
        })
        .build(app)
}

fn entries(app: &AppHandle, words: &Arc<Words>) -> tauri::Result<Menu<Wry>> {
    let whole = Menu::new(app)?;
    for (place, (_, label)) in menu(words).enumerate() {
        whole.append(&MenuItem::with_id(app, format!("tray-{place}"), label, true, None::<&str>)?)?;
    }
    Ok(whole)
}

fn entry(id: &str) -> Option<Entry> {
    let place: usize = id.strip_prefix("tray-")?.parse().ok()?;
    MENU.get(place).map(|(entry, _)| *entry)
}
