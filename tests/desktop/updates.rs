//! Newer versions: a real server, real signatures and a real file that is exchanged; and everything that must leave it alone.

use std::fs;
use std::time::Instant;

use famulor_sms_tests::tls::Authority;
use famulor_sms_tests::update_server::{Download, Signer, UpdateServer};
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{Administered, AppImage, DesktopOptions, Program, ProgramOptions, place};
use serde_json::json;

use crate::hands::tab_to;
use crate::room::{Room, can_send, go_to, queue, write};

const NEXT: &str = "0.2.0";
const SIGNED: &str = "timestamp:1700000000\tfile:Famulor.AppImage\tversion:0.2.0";
const UNCHANGED: &str = "Nothing was changed";

/// A room with an AppImage in it, a server with releases, and who signs them.
struct Releases {
    room: Room,
    image: AppImage,
    server: UpdateServer,
    signer: Signer,
}

impl Releases {
    async fn new() -> Self {
        let room = Room::new().await;
        let image = AppImage::on(&room.desktop);
        Self::of(room, image).await
    }

    async fn of(room: Room, image: AppImage) -> Self {
        let [certificate, key] = ["authority.pem", "authority.key"].map(|name| room.desktop.folder().join(name));
        Authority::leave(&certificate, &key);
        let server = UpdateServer::start(Authority::left_at(&key).door("127.0.0.1")).await;
        Self { room, image, server, signer: Signer::default() }
    }

    /// How the program is started here; messages can be taken back for 20 seconds.
    fn options(&self) -> ProgramOptions {
        let text = |path: &std::path::Path| path.display().to_string();
        let environment = [
            ("APPIMAGE", text(&self.image.file)),
            ("SSL_CERT_FILE", text(&self.room.desktop.folder().join("authority.pem"))),
            ("FAMULOR_SMS_TEST_UPDATE_URL", self.server.address()),
            ("FAMULOR_SMS_TEST_UPDATE_KEY", self.signer.public_key()),
        ];
        ProgramOptions {
            program: Some(self.image.program.clone()),
            environment: environment.map(|(name, value)| (name.to_owned(), value)).to_vec(),
            undo_seconds: 20,
            ..self.room.options()
        }
    }

    async fn start(&self) -> Program<'_> {
        self.room.keep_key();
        let program = Program::start(&self.room.desktop, &self.options()).await;
        can_send(&program).await;
        program
    }

    /// A good release of these bytes.
    fn publish(&self, notes: &str, bytes: Vec<u8>) {
        let signature = self.signer.sign(&bytes, SIGNED);
        self.server.publish(NEXT, notes, &signature, Download::Whole(bytes));
    }
}

/// A program that a newer version may be.
fn newer() -> Vec<u8> {
    b"\x7fELF the new version".to_vec()
}

async fn look_now(program: &Program<'_>) {
    go_to(program, "settings").await;
    program.click("look-now").await;
    program.wait_until("document.querySelector('#look-now').getAttribute('aria-disabled') === null").await;
}

/// The whole life of a good one, by the keyboard: it asks quietly, is put in place, and the text is still there.
#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_asks_is_put_in_place_by_the_keyboard_and_begins_with_the_text_that_was_written() {
    let releases = Releases::new().await;
    let (room, image) = (&releases.room, &releases.image);
    // The new version is the real program, with something behind it that makes it another one.
    let mut bytes = fs::read(place::program()).unwrap();
    bytes.extend_from_slice(b"the new version");
    releases.publish("Faster.\nGreener: <img src=x onerror=alert(1)> <b>bold</b>\u{202e}", bytes.clone());
    let program = releases.start().await;
    write(&program, "0171 7654321", "Half a sen").await;

    program.wait_for("update-bar").await;
    assert_eq!(program.text("update-words").await, "Version 0.2.0 is there. What is new:");
    let notes = "Faster.\nGreener: <img src=x onerror=alert(1)> <b>bold</b>";
    assert_eq!(program.text("update-notes").await, notes);
    assert_eq!(program.count("#update-bar img, #update-bar b").await, 0);
    program.wait_for_focus("text").await;
    assert_eq!(program.axe().await, [] as [String; 0]);
    program.drawn().await;
    let _ = program.picture("update-bar-en");
    assert_eq!(releases.server.asked(), ["/latest.json"], "nothing is downloaded before somebody says so");
    assert!(image.is_untouched());

    tab_to(room, &program, "update-now").await;
    room.desktop.key("Return");
    assert!(wait_until(PATIENCE, || fs::read(&image.file).is_ok_and(|now| now == bytes)), "{}", program.log());
    let runs_the_new = || AppImage::run_by(program.pid()).as_deref() == Some(&*image.file);
    assert!(wait_until(PATIENCE, runs_the_new), "{:?} {}", AppImage::run_by(program.pid()), program.log());
    let is_back = || room.desktop.shows_window("^Famulor SMS$") && room.desktop.is_painted("^Famulor SMS$");
    assert!(wait_until(PATIENCE, is_back), "the window did not come again: {}", program.log());
    assert_eq!(room.database().answer("SELECT body FROM draft").as_deref(), Some("Half a sen"));
    assert_eq!(room.database().answer("SELECT recipient FROM draft").as_deref(), Some("0171 7654321"));
    assert_eq!(releases.server.asked(), ["/latest.json", "/program"]);
    room.assert_nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_signed_as_it_should_be_or_does_not_come_whole_changes_nothing_and_says_so() {
    let releases = Releases::new().await;
    let (server, signer) = (&releases.server, &releases.signer);
    server.answer("{}");
    let program = releases.start().await;
    let bytes = newer();
    let whole = || Download::Whole(newer());
    let good = signer.sign(&bytes, SIGNED);
    let untrusted = "does not carry the right signature";
    let text = b"#!/bin/sh\n".to_vec();
    for (what, signature, download, told) in [
        ("signed by somebody else", Signer::default().sign(&bytes, SIGNED), whole(), untrusted),
        ("another program", signer.sign(b"\x7fELF another", SIGNED), whole(), untrusted),
        ("not signed", String::new(), whole(), untrusted),
        ("signed without a version", signer.sign(&bytes, "timestamp:1700000000"), whole(), untrusted),
        ("an old one under a new name", signer.sign(&bytes, "version:0.0.9"), whole(), untrusted),
        ("cut short", good.clone(), Download::Half(bytes.clone()), "The download broke off"),
        ("not there", good.clone(), Download::Missing, "The download broke off"),
        ("too large, as it says", good.clone(), Download::Claims(10_000_000_000), "larger than any version"),
        ("too large, in silence", good.clone(), Download::Endless, "larger than any version"),
        ("no program", signer.sign(&text, SIGNED), Download::Whole(text.clone()), "could not be put in place"),
    ] {
        server.publish(NEXT, "", &signature, download);
        look_now(&program).await;
        program.wait_until("!document.querySelector('#update-bar').hidden").await;
        assert_eq!(program.text("update-words").await, "Version 0.2.0 is there.", "{what}");
        program.click("update-now").await;
        program.wait_for_text("update-problem", told).await;
        let problem = program.text("update-problem").await;
        assert!(problem.contains(UNCHANGED), "{what}: {problem}");
        assert!(releases.image.is_untouched(), "{what}");
        assert_eq!(server.asked().last().map(String::as_str), Some("/program"), "{what}");
    }
    program.drawn().await;
    let _ = program.picture("update-refused-en");
    program.wait_for_focus("update-now").await;

    server.publish(NEXT, "", &good, whole());
    look_now(&program).await;
    server.leave();
    program.click("update-now").await;
    program.wait_for_text("update-problem", "The download broke off").await;
    assert!(releases.image.is_untouched() && program.runs());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_version_is_none_and_what_the_server_cannot_say_is_told_where_it_was_asked() {
    let releases = Releases::new().await;
    let server = &releases.server;
    server.answer("{}");
    let program = releases.start().await;
    let signature = releases.signer.sign(&newer(), "version:0.0.9");
    for version in ["0.0.9", "0.1.0", "0.1.0-beta"] {
        server.publish(version, "", &signature, Download::Whole(newer()));
        look_now(&program).await;
        program.wait_for_text("updates-result", "You have the newest version").await;
    }
    server.publish(NEXT, "", &signature, Download::Whole(newer()));
    let mut elsewhere = server.release();
    elsewhere["platforms"] = json!({ "windows-x86_64": elsewhere["platforms"]["linux-x86_64"] });
    server.answer(elsewhere.to_string());
    look_now(&program).await;
    program.wait_for_text("updates-result", "You have the newest version").await;

    let huge = format!("{{\"version\": \"0.2.0\", \"notes\": \"{}\"}}", "a".repeat(70_000));
    for answer in ["<html>Please log in</html>", "[]", "{\"version\": \"newest\"}", &*huge] {
        server.answer(answer);
        look_now(&program).await;
        program.wait_for_text("updates-problem", "The list of newer versions cannot be read").await;
        assert!(program.text("updates-problem").await.contains(UNCHANGED));
    }
    server.leave();
    look_now(&program).await;
    program.wait_for_text("updates-problem", "cannot be reached").await;
    assert!(program.text("updates-problem").await.contains(UNCHANGED));
    assert!(program.attribute("update-bar", "hidden").await.is_some());
    assert!(releases.image.is_untouched() && !server.asked().contains(&"/program".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_message_is_to_go_nothing_is_put_in_place_and_the_question_comes_again() {
    let releases = Releases::new().await;
    releases.publish("", newer());
    let program = releases.start().await;
    program.wait_for("update-bar").await;
    queue(&program, "0171 1234567", "It counts down.").await;
    program.click("update-now").await;
    program.wait_for_text("update-problem", "A message is about to go out. Nothing was changed").await;
    assert_eq!(releases.server.asked(), ["/latest.json"], "it is not even downloaded");
    assert!(releases.image.is_untouched());
    program.click("update-later").await;
    program.wait_gone("update-bar").await;

    program.click("[data-verb=undo]").await;
    program.wait_for("update-bar").await;
    assert_eq!(releases.room.states(), ["cancelled"]);
    assert!(program.attribute("update-problem", "hidden").await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_queued_during_the_download_goes_first() {
    let releases = Releases::new().await;
    // Large enough to write a message meanwhile: the page does it at the first word of the download.
    let mut bytes = newer();
    bytes.resize(100 * 1024 * 1024, 0);
    releases.publish("", bytes);
    let program = releases.start().await;
    program.wait_for("update-bar").await;
    write(&program, "0171 1234567", "It is quicker.").await;
    let at_once = "window.__TAURI__.event.listen('update-progress', () => document.querySelector('#send').click())";
    program.promise(&format!("{at_once}.then(() => null)")).await.unwrap();
    program.click("update-now").await;
    program.wait_for_text("update-problem", "A message is about to go out. Nothing was changed").await;
    assert_eq!(releases.server.asked(), ["/latest.json", "/program"]);
    assert!(releases.image.is_untouched());
    assert_eq!(releases.room.states(), ["queued"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_is_skipped_is_not_offered_again_unless_somebody_looks() {
    let releases = Releases::new().await;
    releases.publish("", newer());
    let program = releases.start().await;
    program.wait_for("update-bar").await;
    program.click("update-skip").await;
    program.wait_gone("update-bar").await;
    let kept = || fs::read_to_string(releases.room.data().join("settings.json")).unwrap();
    assert!(wait_until(PATIENCE, || kept().contains("\"skipped_update\": \"0.2.0\"")), "{}", kept());
    program.close().await;

    // The next day.
    let day = releases.room.data().join("looked-for-updates");
    assert!(fs::read_to_string(&day).unwrap().parse::<i64>().unwrap() > 0);
    fs::write(&day, "1000").unwrap();
    let program = releases.start().await;
    assert!(wait_until(PATIENCE, || releases.server.asked().len() == 2));
    let found = "window.__TAURI__.core.invoke('update_view').then(({ found }) => found?.version ?? null)";
    let (mut version, begun) = (json!(null), Instant::now());
    while version.is_null() && begun.elapsed() < PATIENCE {
        version = program.promise(found).await.unwrap();
    }
    assert_eq!(version, json!("0.2.0"));
    assert!(program.attribute("update-bar", "hidden").await.is_some());
    look_now(&program).await;
    program.wait_for("update-bar").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bar_and_the_settings_speak_german() {
    let room = Room::with(DesktopOptions { language: "de_DE", ..DesktopOptions::default() }).await;
    let image = AppImage::on(&room.desktop);
    let releases = Releases::of(room, image).await;
    releases.publish("Schneller beim Start.\nDie Suche findet auch Umlaute.", newer());
    let program = releases.start().await;
    program.wait_for("update-bar").await;
    assert_eq!(program.text("update-words").await, "Version 0.2.0 ist da. Neu ist:");
    let actions = program.text("update-actions").await;
    for word in ["Aktualisieren", "Später", "Diese Version überspringen"] {
        assert!(actions.contains(word), "{actions}");
    }
    program.drawn().await;
    let _ = program.picture("update-bar-de");
    look_now(&program).await;
    program.wait_for_text("updates-result", "Version 0.2.0 ist da.").await;
    assert!(
        program.text("updates-standing").await.starts_with("Das Programm fragt Sie, bevor es etwas ändert. Zuletzt")
    );
    program.script("document.querySelector('#settings-updates-card').scrollIntoView()", Vec::new()).await;
    program.drawn().await;
    let _ = program.picture("update-settings-de");
}

/// Where somebody else brings newer versions, the server is never asked, and the settings say who does.
#[tokio::test(flavor = "multi_thread")]
async fn packages_and_builds_of_ones_own_do_not_look_and_say_why() {
    let managed = "Newer versions come with your system, or from those who set the program up";
    for (kind, told) in [("DEB", managed), ("RPM", managed), ("MSI", managed), ("UNK", "does not update itself")] {
        let room = Room::new().await;
        let image = AppImage::packed_as(&room.desktop, kind);
        let releases = Releases::of(room, image).await;
        releases.publish("", newer());
        let program = releases.start().await;
        is_off(&releases, &program, told).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_that_does_not_want_it_is_obeyed() {
    let releases = Releases::new().await;
    let Some(computer) = Administered::by_root(&releases.room.desktop) else { return };
    releases.publish("", newer());
    let starter = computer.starting(&releases.room.desktop, &releases.image.program);
    let options = ProgramOptions { program: Some(starter), ..releases.options() };
    releases.room.keep_key();
    for (policy, told) in [
        (r#"{"updates": false}"#, "Your organisation has set that this program does not look"),
        (r#"{"updates": "maybe"}"#, "Your organisation has set that this program does not look"),
    ] {
        computer.set_policy(policy);
        let program = Program::start(&releases.room.desktop, &options).await;
        is_off(&releases, &program, told).await;
        program.close().await;
    }
    // Where it wants it, the person cannot switch it off, and is asked all the same.
    computer.set_policy(r#"{"updates": true}"#);
    let program = Program::start(&releases.room.desktop, &options).await;
    program.wait_for("update-bar").await;
    go_to(&program, "settings").await;
    program.wait_for_text("updates-set", "Set by your organisation.").await;
    assert!(program.attribute("look-for-updates", "disabled").await.is_some());
    assert!(releases.image.is_untouched());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_image_of_somebody_else_and_practice_do_not_look() {
    let releases = Releases::new().await;
    releases.publish("", newer());
    let mut options = releases.options();
    options.args = vec!["--practice".to_owned()];
    let program = Program::start(&releases.room.desktop, &options).await;
    is_off(&releases, &program, "Practice does not look for newer versions").await;
    program.close().await;

    if std::os::unix::fs::chown(&releases.image.file, Some(12_345), None).is_ok() {
        let program = releases.start().await;
        is_off(&releases, &program, "those who set the program up on this computer").await;
    }
}

async fn is_off(releases: &Releases, program: &Program<'_>, told: &str) {
    go_to(program, "settings").await;
    program.wait_for_text("updates-standing", told).await;
    assert!(program.attribute("updates-own", "hidden").await.is_some(), "{told}");
    never_asks(releases, program).await;
}

/// Neither by itself nor when the page asks for it.
async fn never_asks(releases: &Releases, program: &Program<'_>) {
    for command in ["look_for_update", "install_update"] {
        let refused = program.promise(&format!("window.__TAURI__.core.invoke('{command}')")).await;
        assert!(refused.unwrap_err().contains(UNCHANGED), "{command}");
    }
    assert_eq!(releases.server.asked(), [] as [String; 0]);
    assert!(releases.image.is_untouched());
}
