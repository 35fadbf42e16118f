//! Names the program's own commands, so that a window may call only what its capability allows.

use tauri_build::{AppManifest, Attributes, try_build};

const COMMANDS: &[&str] = &[
    "bootstrap",
    "ready",
    "check_recipient",
    "analyze_text",
    "save_draft",
    "discard_draft",
    "send_message",
    "suggest_contacts",
    "save_contact",
    "list_messages",
    "sum_messages",
    "history_range",
    "message_detail",
    "delete_message",
    "delete_recipient_messages",
    "export_messages",
    "cancel_export",
    "list_waiting",
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
    "open_page",
    "print_page",
    "close_window",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    try_build(Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS)))?;
    Ok(())
}
