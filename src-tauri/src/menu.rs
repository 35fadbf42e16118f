//! The system's menu bar, which macOS asks of every program; elsewhere the window's own Help menu is enough.
//!
//! Its keys come from the same table as the window's (`ui/shortcuts.json`), and what is chosen in it is done by the window.

use famulor_sms_core::types::News;
use serde::Deserialize;
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Wry};

use crate::news;
use crate::words::Words;

const TABLE: &str = include_str!("../../ui/shortcuts.json");

#[derive(Debug, Deserialize)]
struct Shortcut {
    name: String,
    keys: Vec<String>,
}

/// One menu: its title's words, and what is in it.
struct Part {
    title: &'static str,
    entries: &'static [Entry],
}

/// What stands in a menu, with its words.
#[derive(Debug, Clone, Copy)]
enum Entry {
    /// Done by the window: its name there, which is the menu's id, too.
    Own(&'static str, &'static str),
    /// Done by the system.
    System(&'static str, Native),
    Line,
}

#[derive(Debug, Clone, Copy)]
enum Native {
    Hide,
    HideOthers,
    ShowAll,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    Minimize,
    Zoom,
    Close,
}

use Entry::{Line, Own, System};

const BAR: [Part; 6] = [
    Part {
        title: "window-title",
        entries: &[
            Own("about", "help-about"),
            Line,
            Own("settings", "nav-settings"),
            Line,
            System("menu-hide", Native::Hide),
            System("menu-hide-others", Native::HideOthers),
            System("menu-show-all", Native::ShowAll),
            Line,
            System("menu-quit", Native::Quit),
        ],
    },
    Part { title: "menu-message", entries: &[Own("new", "shortcut-new"), Own("send", "shortcut-send")] },
    Part {
        title: "menu-edit",
        entries: &[
            System("menu-undo", Native::Undo),
            System("menu-redo", Native::Redo),
            Line,
            System("menu-cut", Native::Cut),
            System("menu-copy", Native::Copy),
            System("menu-paste", Native::Paste),
            System("menu-select-all", Native::SelectAll),
            Line,
            Own("search", "shortcut-search"),
        ],
    },
    Part {
        title: "menu-go",
        entries: &[
            Own("new-message", "shortcut-new-message"),
            Own("outbox", "shortcut-outbox"),
            Own("history", "shortcut-history"),
            Own("contacts", "shortcut-contacts"),
            Own("templates", "shortcut-templates"),
        ],
    },
    Part {
        title: "menu-window",
        entries: &[
            System("menu-minimize", Native::Minimize),
            System("menu-zoom", Native::Zoom),
            Line,
            System("menu-close", Native::Close),
        ],
    },
    Part {
        title: "help",
        entries: &[
            Own("guide", "help-guide"),
            Own("shortcuts", "help-shortcuts"),
            Own("diagnostics", "help-diagnostics"),
        ],
    },
];

/// Puts the menu bar up in the language chosen, where the system has one.
pub(crate) fn show(app: &AppHandle, words: &Words) {
    if cfg!(target_os = "macos")
        && let Err(error) = bar(app, words).and_then(|bar| app.set_menu(bar))
    {
        tracing::warn!(%error, "the menu bar could not be shown");
    }
}

/// The window does what was chosen.
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands it over")]
pub(crate) fn chosen(app: &AppHandle, event: MenuEvent) {
    news::tell(app, News::Menu(event.id().as_ref().to_owned()));
}

fn bar(app: &AppHandle, words: &Words) -> tauri::Result<Menu<Wry>> {
    let table = table();
    let bar = Menu::new(app)?;
    for Part { title, entries } in &BAR {
        let menu = Submenu::new(app, words.say(title), true)?;
        for entry in *entries {
            add(app, words, &table, &menu, *entry)?;
        }
        bar.append(&menu)?;
    }
    Ok(bar)
}

fn add(app: &AppHandle, words: &Words, table: &[Shortcut], menu: &Submenu<Wry>, entry: Entry) -> tauri::Result<()> {
    match entry {
        Own(name, id) => menu.append(&MenuItem::with_id(app, name, words.say(id), true, accelerator(table, name))?),
        System(id, native) => menu.append(&predefined(app, &words.say(id), native)?),
        Line => menu.append(&PredefinedMenuItem::separator(app)?),
    }
}

fn predefined(app: &AppHandle, words: &str, native: Native) -> tauri::Result<PredefinedMenuItem<Wry>> {
    let make = match native {
        Native::Hide => PredefinedMenuItem::hide,
        Native::HideOthers => PredefinedMenuItem::hide_others,
        Native::ShowAll => PredefinedMenuItem::show_all,
        Native::Quit => PredefinedMenuItem::quit,
        Native::Undo => PredefinedMenuItem::undo,
        Native::Redo => PredefinedMenuItem::redo,
        Native::Cut => PredefinedMenuItem::cut,
        Native::Copy => PredefinedMenuItem::copy,
        Native::Paste => PredefinedMenuItem::paste,
        Native::SelectAll => PredefinedMenuItem::select_all,
        Native::Minimize => PredefinedMenuItem::minimize,
        Native::Zoom => PredefinedMenuItem::maximize,
        Native::Close => PredefinedMenuItem::close_window,
    };
    make(app, Some(words))
}

/// The table of shortcuts; a test proves that it can be read.
fn table() -> Vec<Shortcut> {
    serde_json::from_str(TABLE).unwrap_or_default()
}

/// The first keys of a shortcut as Tauri writes them. A lone sign belongs to typing: the window takes care of it.
fn accelerator(table: &[Shortcut], name: &str) -> Option<String> {
    let keys = table.iter().find(|shortcut| shortcut.name == name)?.keys.first()?;
    (keys.len() > 1).then(|| keys.replace("Mod", "CmdOrCtrl"))
}

#[cfg(test)]
mod tests {
    use famulor_sms_core::types::LanguageChoice;

    use super::*;

    fn own() -> Vec<&'static str> {
        let entries = BAR.iter().flat_map(|part| part.entries);
        entries.filter_map(|entry| if let Own(name, _) = entry { Some(*name) } else { None }).collect()
    }

    #[test]
    fn every_shortcut_stands_in_the_menus_but_those_that_the_system_has() {
        let table = table();
        assert!(table.len() > 10);
        for Shortcut { name, .. } in &table {
            assert_eq!(own().contains(&name.as_str()), !["undo", "close"].contains(&name.as_str()), "{name}");
        }
    }

    #[test]
    fn the_keys_are_the_tables() {
        let table = table();
        assert_eq!(accelerator(&table, "new").as_deref(), Some("CmdOrCtrl+N"));
        assert_eq!(accelerator(&table, "guide").as_deref(), Some("F1"));
        assert_eq!(accelerator(&table, "shortcuts"), None);
        assert_eq!(accelerator(&table, "about"), None);
    }

    #[test]
    fn every_menu_and_entry_has_its_words_in_both_languages() {
        for choice in [LanguageChoice::De, LanguageChoice::En] {
            let words = Words::new(choice);
            for Part { title, entries } in &BAR {
                assert_ne!(words.say(title), *title);
                for entry in *entries {
                    if let Own(_, id) | System(id, _) = entry {
                        assert_ne!(words.say(id), *id);
                    }
                }
            }
        }
    }
}
