//! The switches with which links come to this program: what they show is what the system says, and what they change is this
//! program's own entry alone.

use std::fs;
use std::path::PathBuf;

use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{Program, ProgramOptions};

use crate::closing::settled_at_home;
use crate::room::{Room, can_send, go_to};

const OWN: &str = "io.famulor.sms.links.desktop";
const BEFORE: &str = "# by hand\n[Default Applications]\ntext/html=web.desktop\nx-scheme-handler/sms=other.desktop;\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_takes_the_links_over_and_gives_them_back() {
    let room = Room::new().await;
    put_other_program(&room);
    let program = start(&room).await;
    go_to_switches(&program).await;
    assert_eq!(checked(&program).await, [false, false], "nobody has said so yet");
    assert_eq!(fs::read_to_string(list(&room)).unwrap(), BEFORE);
    // Some program of this computer may open it, too.
    let tel_before = default(&room, "tel");

    program.click("links-sms").await;
    wait_for_default(&room, "sms", OWN);
    assert_eq!(default(&room, "smsto"), OWN);
    assert_eq!(default(&room, "tel"), tel_before, "each kind of link is a choice of its own");
    program.wait_until("document.querySelector('#links-sms').checked").await;

    // Really opened by the system, in the program that runs.
    for opener in [&["xdg-open"][..], &["gio", "open"]] {
        let mut command = room.desktop.command(opener[0]);
        let link = format!("sms:+491711234567?body={}", opener.join("-"));
        assert!(command.args(&opener[1..]).arg(&link).status().unwrap().success(), "{opener:?}");
        let text = format!("document.querySelector('#text').value === '{}'", opener.join("-"));
        program.wait_until(&text).await;
        program.replace("recipient", "").await;
        program.replace("text", "").await;
    }
    assert_eq!(room.simulator.ledger(), []);

    go_to_switches(&program).await;
    program.click("links-sms").await;
    wait_for_default(&room, "sms", "other.desktop");
    assert_eq!(fs::read_to_string(list(&room)).unwrap(), BEFORE);
    assert!(!applications(&room).join(OWN).exists(), "nothing of it stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_switch_shows_what_was_chosen_elsewhere() {
    let room = Room::new().await;
    put_other_program(&room);
    let program = start(&room).await;
    go_to_switches(&program).await;
    program.click("links-tel").await;
    wait_for_default(&room, "tel", OWN);
    program.wait_until("document.querySelector('#links-tel').checked").await;
    let chosen = room.desktop.command("xdg-mime").args(["default", "other.desktop", "x-scheme-handler/tel"]).status();
    assert!(chosen.unwrap().success());
    go_to(&program, "history").await;
    go_to_switches(&program).await;
    program.wait_until("!document.querySelector('#links-tel').checked").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_packages_own_entry_is_used_where_there_is_one() {
    let room = Room::new().await;
    put_other_program(&room);
    put(&room, "famulor-sms.desktop", "Name=Famulor SMS\nExec=/bin/true %u");
    let program = start(&room).await;
    go_to_switches(&program).await;
    program.click("links-sms").await;
    wait_for_default(&room, "sms", "famulor-sms.desktop");
    assert!(!applications(&room).join(OWN).exists());
    program.wait_until("document.querySelector('#links-sms').checked").await;
    program.click("links-sms").await;
    wait_for_default(&room, "sms", "other.desktop");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_cannot_be_written_is_said_and_the_switch_goes_back() {
    let room = Room::new().await;
    let program = start(&room).await;
    fs::create_dir_all(list(&room)).unwrap();
    go_to_switches(&program).await;
    program.click("links-sms").await;
    program.wait_for_text("links-problem", "list of programs cannot be written").await;
    assert_eq!(checked(&program).await, [false, false]);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_practice_there_are_no_switches() {
    let room = Room::new().await;
    let options = ProgramOptions { simulator_url: None, args: vec!["--practice".into()], ..room.options() };
    let program = Program::start(&room.desktop, &options).await;
    go_to(&program, "settings").await;
    program.wait_until("document.querySelector('#practice-explained').innerText !== ''").await;
    program.wait_gone("settings-links-card").await;
}

async fn start(room: &Room) -> Program<'_> {
    room.keep_key();
    let program = Program::start(&room.desktop, &settled_at_home(room)).await;
    can_send(&program).await;
    program
}

/// Goes to the settings, and waits until the system has answered.
async fn go_to_switches(program: &Program<'_>) {
    go_to(program, "settings").await;
    program.wait_until("!document.querySelector('#links-sms').disabled").await;
}

async fn checked(program: &Program<'_>) -> [bool; 2] {
    let boxes = "return ['sms', 'tel'].map((kind) => document.querySelector(`#links-${kind}`).checked)";
    let boxes = program.script(boxes, Vec::new()).await;
    [0, 1].map(|at| boxes[at].as_bool().unwrap())
}

/// Another program for SMS links, which the person uses.
fn put_other_program(room: &Room) {
    put(room, "other.desktop", "Name=Other\nExec=/bin/true %u\nMimeType=x-scheme-handler/sms;x-scheme-handler/tel;");
    fs::write(list(room), BEFORE).unwrap();
}

/// A program of the person's, by its desktop entry.
pub(crate) fn put(room: &Room, name: &str, entry: &str) {
    fs::create_dir_all(applications(room)).unwrap();
    fs::create_dir_all(list(room).parent().unwrap()).unwrap();
    fs::write(applications(room).join(name), format!("[Desktop Entry]\nType=Application\n{entry}\n")).unwrap();
}

fn applications(room: &Room) -> PathBuf {
    room.desktop.data_home().join("applications")
}

/// Which program the person opens what with.
pub(crate) fn list(room: &Room) -> PathBuf {
    room.desktop.folder().join("home/.config/mimeapps.list")
}

/// What the system opens such links with.
fn default(room: &Room, scheme: &str) -> String {
    let mut command = room.desktop.command("xdg-mime");
    let output = command.args(["query", "default", &format!("x-scheme-handler/{scheme}")]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn wait_for_default(room: &Room, scheme: &str, name: &str) {
    assert!(wait_until(PATIENCE, || default(room, scheme) == name), "{} did not become {name}", default(room, scheme));
}
