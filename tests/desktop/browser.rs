//! The browser that the window opens: the one that the person chose, and it finds what any other program would give it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use famulor_sms_tests::Program;
use famulor_sms_tests::wait::{PATIENCE, wait_for};

use crate::closing::settled_at_home;
use crate::link_handler::{list, put};
use crate::room::{Room, can_send, go_to};
use crate::speed::OWN;

#[tokio::test(flavor = "multi_thread")]
async fn the_dashboard_opens_in_the_chosen_browser_without_what_is_set_for_the_window() {
    let room = Room::new().await;
    put_browser(&room);
    room.keep_key();
    let program = Program::start(&room.desktop, &settled_at_home(&room)).await;
    can_send(&program).await;

    go_to(&program, "settings").await;
    program.click("open-dashboard").await;
    let opened = room.desktop.folder().join("opened");
    let told = wait_for(PATIENCE, || fs::read_to_string(&opened).ok()).expect("the browser is opened");
    let mut lines = told.lines();
    assert_eq!(lines.next(), Some("https://app.famulor.de"));
    let variables: Vec<_> = lines.filter_map(|line| line.split_once('=')).map(|(name, _)| name).collect();
    assert!(variables.contains(&"HOME"), "{told}");
    assert!(OWN.iter().all(|name| !variables.contains(name)), "{told}");
}

/// A browser that says what it was given.
fn put_browser(room: &Room) {
    let folder = room.desktop.folder();
    let (script, opened) = (folder.join("browser.sh"), folder.join("opened"));
    let opened = opened.display();
    fs::write(&script, format!("#!/bin/sh\n(echo \"$1\"; env) > {opened}.new\nmv {opened}.new {opened}\n")).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o700)).unwrap();
    put(
        room,
        "chosen.desktop",
        &format!("Name=Browser\nExec={} %u\nMimeType=x-scheme-handler/https;", script.display()),
    );
    fs::write(list(room), "[Default Applications]\nx-scheme-handler/https=chosen.desktop\n").unwrap();
}
