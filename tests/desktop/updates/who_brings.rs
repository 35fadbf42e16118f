//! Where somebody else brings newer versions: the server is never asked, and the settings say who does.

use famulor_sms_tests::{Administered, AppImage, Program, ProgramOptions};

use super::{Releases, UNCHANGED, newer};
use crate::room::{Room, go_to};

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
        let refused = program.promise(&format!("window.__TAURI_INTERNALS__.invoke('{command}')")).await;
        assert!(refused.unwrap_err().contains(UNCHANGED), "{command}");
    }
    assert_eq!(releases.server.asked(), [] as [String; 0]);
    assert!(releases.image.is_untouched());
}
