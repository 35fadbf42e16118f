//! "Copy diagnostics": what can be told to whoever helps. Nothing in it comes from a person or the service.

use std::env::{self, consts};

use famulor_sms_core::diagnostics::{self, Surroundings};
use tauri::State;

use super::{Answer, OrShown as _};
use crate::office::{Office, Start};

/// The desktops that are told by name; a variable of the environment could hold anything.
const DESKTOPS: [&str; 8] = ["gnome", "kde", "xfce", "cinnamon", "mate", "lxqt", "unity", "pantheon"];

#[tauri::command]
pub(crate) async fn diagnostics(start: State<'_, Start>) -> Answer<String> {
    let office = start.office()?;
    let records = office.store.run(|c| diagnostics::records(c)).await.shown(office)?;
    Ok(diagnostics::report(&surroundings(office), &records))
}

fn surroundings(office: &Office) -> Surroundings {
    let mode = match (office.arguments.practice, office.famulor.base().is_other()) {
        (true, _) => "practice",
        (false, true) => "other service",
        (false, false) => "real",
    };
    Surroundings {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        mode,
        system: vec![
            ("System", format!("{} {}, {}", consts::OS, consts::ARCH, whoami::distro().unwrap_or_default())),
            ("Web view", tauri::webview_version().unwrap_or_default()),
            ("Session", session()),
            ("Language", office.words().language().to_owned()),
        ],
        standing: *office.session.standing().borrow(),
        is_damaged: office.store.is_damaged(),
    }
}

/// The kind of desktop session, as far as it is one of those known by name.
fn session() -> String {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let display = match (is_set("WAYLAND_DISPLAY"), is_set("DISPLAY")) {
        (true, _) => "wayland",
        (false, true) => "x11",
        (false, false) => "native",
    };
    let said = env::var("XDG_CURRENT_DESKTOP").unwrap_or_default().to_lowercase();
    let desktop = DESKTOPS.into_iter().find(|desktop| said.contains(desktop));
    desktop.map_or_else(|| display.to_owned(), |desktop| format!("{display}, {desktop}"))
}
