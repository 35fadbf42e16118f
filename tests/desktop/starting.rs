//! Starts of every sort: the smoke test, broken settings, an address that a key must not be sent to.

use famulor_sms_tests::{BareProgram, Program, ProgramOptions};
use std::fs;

use crate::room::{Room, files};

#[tokio::test(flavor = "multi_thread")]
async fn the_smoke_test_draws_the_window_and_ends_well() {
    let room = Room::new().await;
    let options = ProgramOptions { args: vec!["--smoke-test".to_owned()], ..room.options() };
    let end = BareProgram::start(&room.desktop, &options).wait_for_end();
    assert_eq!(end, Some(0), "{}", room.desktop.log("program"));
}

#[tokio::test(flavor = "multi_thread")]
async fn broken_settings_are_set_aside_and_told_and_the_defaults_are_used() {
    let room = Room::new().await;
    fs::create_dir_all(room.data()).unwrap();
    fs::write(room.data().join("settings.json"), "{").unwrap();
    let program = room.start_with_key().await;
    program.wait_for_text(".notice[data-kind=settings-set-aside]", "Your settings were damaged").await;
    let aside = |name: &str| name.starts_with("settings.broken-");
    let kept = files(&room.data()).into_iter().find(|file| file.file_name().unwrap().to_str().is_some_and(aside));
    assert_eq!(fs::read_to_string(kept.unwrap()).unwrap(), "{");

    program.set("theme", "dark").await;
    program.wait_until("document.documentElement.dataset.theme === 'dark'").await;
    program.close().await;
    let program = room.start().await;
    program.wait_until("document.documentElement.dataset.theme === 'dark'").await;
    assert_eq!(program.count(".notice[data-kind=settings-set-aside]").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_in_the_clear_is_refused_and_nobody_is_asked() {
    let room = Room::new().await;
    let options = ProgramOptions { simulator_url: Some("http://example.com/api".to_owned()), ..room.options() };
    let program = Program::open(&room.desktop, &options).await;
    program.wait_for_text("notices", "FAMULOR_API_URL is not accepted").await;
    for command in ["'bootstrap'", "'refresh_account'", "'store_api_key', { key: 'x', thisRunOnly: true }"] {
        let refused = program.promise(&format!("window.__TAURI_INTERNALS__.invoke({command})")).await;
        assert!(refused.is_err(), "{command}");
    }
}
