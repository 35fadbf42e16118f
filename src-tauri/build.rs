//! Names the program's own commands, so that a window may call only what its capability allows.

use tauri_build::{AppManifest, Attributes, try_build};

const COMMANDS: &[&str] = &[
    "bootstrap",
    "ready",
    "check_recipient",
    "analyze_text",
    "save_draft",
    "send_message",
    "list_messages",
    "release_message",
    "cancel_message",
    "settle_message",
    "suggest_contacts",
    "save_contact",
    "store_api_key",
    "retry_keychain",
    "forget_api_key",
    "refresh_account",
    "save_settings",
    "change_mode",
    "open_page",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    try_build(Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS)))?;
    Ok(())
}
