//! Forgetting everything that this computer knows: key, data, settings, practice.

use std::fs;
use std::io;
use std::path::Path;

use famulor_sms_core::store::Store;
use famulor_sms_core::types::{ErrorCode, KeyState};

use crate::commands::{Answer, OrShown as _};
use crate::housekeeping::on_a_thread;
use crate::office::Office;
use crate::{updates, window_place};

/// Forgets everything, the key first: if the keychain does not give it up, nothing is forgotten.
pub(crate) async fn everything(office: &Office) -> Answer<()> {
    let words = office.words();
    if office.outbox.under_way().await.shown(office)? > 0 {
        return Err(words.error(ErrorCode::Other, "error-forget-sending"));
    }
    if office.session.standing().borrow().key == KeyState::Unavailable {
        return Err(words.error(ErrorCode::Keychain, "error-keychain-locked"));
    }
    office.session.forget_key().await.shown(office)?;
    on_a_thread(&office.store, Store::forget_everything).await.shown(office)?;
    let folders = &office.folders;
    office.preferences.let_go();
    office.place.let_go();
    let gone = forget_settings(&folders.settings).and_then(|()| forget_folder(&folders.data.join("practice")));
    gone.map_err(|error| {
        tracing::error!(%error, "not everything could be deleted");
        words.error(ErrorCode::Other, "error-settings")
    })
}

/// The settings, those that were once set aside, and where the window was.
fn forget_settings(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == window_place::FILE || name == updates::FILE || name.to_string_lossy().starts_with("settings.") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn forget_folder(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        gone => gone,
    }
}
