//! `famulor-sms --store-key`: the real program without a display, a real keychain, and its documented codes.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use famulor_simulator::Behaviour;
use famulor_sms_tests::office::DeadPort;
use famulor_sms_tests::{Administered, Keychain, place};

use crate::room::{KEY, Room, can_send, files};

/// What the program ended with, given this on its standard input; it says nothing of it.
fn store_key(room: &Room, program: &Path, url: &str, input: &str) -> i32 {
    let mut command: Command = room.desktop.command(program);
    command.arg("--store-key").arg("--data-dir").arg(room.data());
    command.env("FAMULOR_API_URL", url).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // It may end without having read all of it.
    let _ = running.stdin.take().unwrap().write_all(input.as_bytes());
    let ended = running.wait_with_output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert!(input.trim().is_empty() || !said.contains(input.trim()), "{said}");
    assert!(!said.contains(KEY) && !said.trim().is_empty(), "{said}");
    assert!(ended.stdout.is_empty(), "{said}");
    ended.status.code().unwrap_or_else(|| panic!("{said}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_the_service_knows_is_stored_and_the_program_starts_with_it() {
    let room = Room::new().await;
    let (program, url) = (place::program(), room.simulator.url());
    assert_eq!(store_key(&room, &program, &url, &format!("Bearer {KEY}\r\n")), 0);
    assert_eq!(room.desktop.secret(&room.account()).as_deref(), Some(KEY));
    assert!(room.simulator.ledger().is_empty());
    for file in files(&room.desktop.folder().join("home")) {
        let content = std::fs::read(&file).unwrap();
        assert!(!content.windows(KEY.len()).any(|part| part == KEY.as_bytes()), "{}", file.display());
    }
    can_send(&room.start().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_stored_says_why_by_its_code_and_leaves_the_key_before_it() {
    let room = Room::new().await;
    let (program, url) = (place::program(), room.simulator.url());
    room.desktop.store_secret(&room.account(), "the-key-before");
    for input in ["", "\n", "two words", &"x".repeat(3000)] {
        assert_eq!(store_key(&room, &program, &url, input), 2, "{}", input.len());
    }
    assert_eq!(store_key(&room, &program, &url, "a-key-that-nobody-knows"), 3);
    room.simulator.misbehave_account(Some(Behaviour::html(502)));
    assert_eq!(store_key(&room, &program, &url, KEY), 4);
    room.simulator.misbehave_account(None);
    assert_eq!(store_key(&room, &program, "http://example.com/api", KEY), 1);
    assert_eq!(room.desktop.secret(&room.account()).as_deref(), Some("the-key-before"));
    let dead = DeadPort::take();
    assert_eq!(store_key(&room, &program, &dead.url(), KEY), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_that_takes_it_the_key_is_stored_nowhere() {
    for keychain in [Keychain::None, Keychain::Locked, Keychain::NoCollection] {
        let room = Room::with_keychain(keychain).await;
        assert_eq!(store_key(&room, &place::program(), &room.simulator.url(), KEY), 5, "{keychain:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn under_a_policy_that_cannot_be_read_nobody_is_asked() {
    let room = Room::new().await;
    let Some(computer) = Administered::by_root(&room.desktop) else { return };
    computer.set_policy("{");
    assert_eq!(store_key(&room, &computer.program(), &room.simulator.url(), KEY), 6);
    assert_eq!(room.desktop.secret(&room.account()), None);
    assert_eq!(room.simulator.requests(), []);
    computer.set_policy(r#"{"proxy": "http://127.0.0.1:9"}"#);
    assert_eq!(store_key(&room, &computer.program(), &room.simulator.url(), KEY), 0, "loopback passes the proxy by");
}
