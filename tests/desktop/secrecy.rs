//! The key is nowhere but in the keychain.

use std::path::Path;

use famulor_simulator::Behaviour;
use famulor_sms_tests::Program;

use crate::room::{KEY, Room, can_send, files, go_to, go_to_key_step, send};

#[tokio::test(flavor = "multi_thread")]
async fn after_a_run_the_key_is_in_no_file_no_log_and_not_on_the_page() {
    let room = Room::new().await;
    let program = room.start().await;
    program.wait_for("first-run").await;
    go_to_key_step(&program).await;
    program.type_into("first-run-api-key", KEY).await;
    room.simulator
        .misbehave_account(Some(Behaviour::json(401, serde_json::json!({ "message": format!("no: {KEY}") }))));
    program.click("first-run-store-key").await;
    program.wait_for("first-run-api-key-error").await;
    room.simulator.misbehave_account(None);
    program.click("first-run-store-key").await;
    program.wait_for("first-run-done").await;
    go_to(&program, "new-message").await;
    can_send(&program).await;

    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    assert_eq!(send(&program, "+15005550001", "Two").await, "rejected");
    room.simulator.misbehave_once(Behaviour::ResetInAnswer);
    send(&program, "0171 1234568", "Three").await;
    go_to(&program, "settings").await;
    program.click("refresh-account").await;
    not_on_the_page(&program).await;
    program.close().await;

    assert_eq!(room.desktop.secret(&room.account()).as_deref(), Some(KEY));
    assert!(!room.desktop.log("program").contains(KEY));
    let files = files(room.desktop.folder());
    assert!(files.iter().any(|file| file.ends_with("famulor-sms.db")), "{files:?}");
    for file in files {
        assert!(!holds_key(&file), "{} holds the key", file.display());
    }
}

async fn not_on_the_page(program: &Program<'_>) {
    let page = "return [document.documentElement.outerHTML, ...[...document.querySelectorAll('input, textarea')]
        .map(field => field.value), JSON.stringify([{ ...localStorage }, { ...sessionStorage }]), document.cookie].join()";
    let page = program.script(page, Vec::new()).await;
    assert!(!page.as_str().unwrap().contains(KEY), "{page}");
}

/// In plain, or as some libraries write text: two bytes a letter.
fn holds_key(file: &Path) -> bool {
    let bytes = std::fs::read(file).unwrap_or_default();
    let wide: Vec<u8> = KEY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [KEY.as_bytes(), &wide].iter().any(|key| bytes.windows(key.len()).any(|window| window == *key))
}
