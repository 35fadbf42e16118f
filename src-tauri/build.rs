//! Names the program's own commands, so that a window may call only what its capability allows, and makes what the
//! window shows: its page and the user guide.

#[path = "build/guide.rs"]
mod guide;
#[path = "build/pages.rs"]
mod pages;

use std::env;
use std::error::Error;

use tauri_build::{AppManifest, Attributes, try_build};

/// The languages of the window.
const LANGUAGES: [&str; 2] = ["de", "en"];

/// The guide's pictures.
const PICTURES: &str = "../docs/pictures";

const COMMANDS: &[&str] = &[
    "bootstrap",
    "start_news",
    "begin_news",
    "next_news",
    "ready",
    "check_recipient",
    "analyze_text",
    "check_spelling",
    "rest_cursor",
    "estimate_cost",
    "text_hints",
    "save_draft",
    "discard_draft",
    "send_message",
    "suggest_contacts",
    "save_contact",
    "recent_messages",
    "list_contacts",
    "contact_letters",
    "contact",
    "save_contact_form",
    "delete_contact",
    "bring_back_contact",
    "merge_contacts",
    "unmerge_contacts",
    "set_favourite",
    "set_do_not_write",
    "list_duplicates",
    "list_templates",
    "save_template",
    "delete_template",
    "bring_back_template",
    "reorder_templates",
    "fill_template",
    "fill_placeholders",
    "import_templates",
    "export_templates",
    "preview_import",
    "change_import_mapping",
    "apply_import",
    "cancel_import",
    "list_imports",
    "undo_import",
    "save_unreadable",
    "export_contacts",
    "list_messages",
    "sum_messages",
    "history_range",
    "list_countries",
    "message_detail",
    "delete_message",
    "delete_recipient_messages",
    "export_messages",
    "cancel_export",
    "list_waiting",
    "count_asking",
    "send_now",
    "cancel_message",
    "take_back_message",
    "settle_message",
    "reuse_message",
    "backups",
    "back_up_now",
    "save_copy",
    "take_over_copy",
    "forget_everything",
    "store_api_key",
    "retry_keychain",
    "forget_api_key",
    "refresh_account",
    "save_settings",
    "change_mode",
    "check_proxy",
    "open_page",
    "guide",
    "print_page",
    "close_window",
    "diagnostics",
    "take_errands",
    "link_handling",
    "handle_links",
    "desktop_view",
    "start_with_desktop",
    "update_view",
    "look_for_update",
    "install_update",
];

/// The libraries with the most symbols that others ask for: the loader looks through libraries in the order of the list in
/// the program, for some 6,000 symbols at each start.
const FIRST_LIBRARIES: [&str; 2] = ["javascriptcoregtk-4.1", "webkit2gtk-4.1"];

fn main() -> Result<(), Box<dyn Error>> {
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        for library in FIRST_LIBRARIES {
            println!("cargo:rustc-link-lib=dylib={library}");
        }
    }
    guide::make()?;
    pages::make()?;
    try_build(Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS)))?;
    Ok(())
}
