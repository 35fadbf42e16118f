//! Newer versions: a real server, real signatures and a real file that is exchanged; and everything that must leave it alone.

mod moment;
mod refused;
mod who_brings;

use std::fs;

use famulor_sms_tests::tls::Authority;
use famulor_sms_tests::update_server::{Download, Signer, UpdateServer};
use famulor_sms_tests::wait::{PATIENCE, wait_until};
use famulor_sms_tests::{AppImage, DesktopOptions, Program, ProgramOptions, place};

use crate::hands::tab_to;
use crate::room::{Room, can_send, go_to, write};

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
