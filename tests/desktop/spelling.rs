//! Spelling is checked in the text's language, where the system has a dictionary of it.

use std::fs;
use std::path::Path;

use famulor_sms_tests::wait::{PATIENCE, wait_until};

use crate::room::Room;

/// Where the words stand of which the dictionary knows all, and where the others.
const KNOWN: &str = "130x60+296+340";
const UNKNOWN: &str = "510x60+426+340";

#[tokio::test(flavor = "multi_thread")]
async fn words_that_the_dictionary_of_the_windows_language_does_not_know_are_marked() {
    let room = Room::new().await;
    dictionary(&room.desktop.folder().join("home/.config/enchant/hunspell"), "de_DE", &["Guten", "Tag", "Paket"]);
    let program = room.start_with_key().await;
    program.set("language", "de").await;
    program.wait_until("document.querySelector('#text').lang === 'de'").await;
    program.click("text").await;
    room.desktop.type_text("Guten Tag Paket Packet ");
    program.wait_until("document.querySelector('#text').value.length === 23").await;
    program.drawn().await;
    assert!(wait_until(PATIENCE, || red_pixels(&room, UNKNOWN) > 10), "nothing is marked");
    assert_eq!(red_pixels(&room, KNOWN), 0);
}

/// Of the user's own, as Enchant finds it.
fn dictionary(folder: &Path, name: &str, words: &[&str]) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(format!("{name}.aff")), "SET UTF-8\n").unwrap();
    fs::write(folder.join(format!("{name}.dic")), format!("{}\n{}\n", words.len(), words.join("\n"))).unwrap();
}

/// How much of a part of the window is as red as only the line under a misspelt word is.
fn red_pixels(room: &Room, part: &str) -> u32 {
    let picture = room.desktop.folder().join("spelling.png");
    room.desktop.window_picture("Famulor SMS$", &picture);
    let mut command = room.desktop.command("convert");
    command.arg(&picture).args(["-crop", part, "+repage", "-fx", "r - g > 0.25 && r - b > 0.25"]);
    let output = command.args(["-format", "%[fx:round(mean*w*h)]", "info:"]).output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap()
}
