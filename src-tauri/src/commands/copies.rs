//! Backups and copies of the data, and forgetting all of it.

use famulor_sms_core::clock;
use famulor_sms_core::store::StoreError;
use famulor_sms_core::types::{BackupView, ErrorCode};
use tauri::{AppHandle, State};

use super::{Answer, OrShown as _};
use crate::ask_file::{self, Kind};
use crate::autostart;
use crate::closing;
use crate::forget;
use crate::housekeeping::on_a_thread;
use crate::office::{Office, Start};

#[tauri::command]
pub(crate) async fn backups(start: State<'_, Start>) -> Answer<BackupView> {
    start.office()?.store.backups().shown(start.office()?)
}

#[tauri::command]
pub(crate) async fn back_up_now(start: State<'_, Start>) -> Answer<BackupView> {
    let office = start.office()?;
    on_a_thread(&office.store, |store| store.back_up(clock::now())).await.shown(office)?;
    office.store.backups().shown(office)
}

/// The name of the file that was written, or none if the person changed their mind.
#[tauri::command]
pub(crate) async fn save_copy(app: AppHandle, start: State<'_, Start>) -> Answer<Option<String>> {
    let office = start.office()?;
    let name = office.words().say("copy-file-name");
    let Some(path) = ask_file::to_save(&app, &name, &copy_of(office, "dialog-save-copy")).await else {
        return Ok(None);
    };
    let target = path.clone();
    let saved: Result<(), StoreError> = on_a_thread(&office.store, move |store| store.save_copy(&target)).await;
    if let Err(error) = saved {
        tracing::error!(%error, "the copy could not be written");
        return Err(office.words().error(ErrorCode::Other, "error-copy-not-written"));
    }
    Ok(ask_file::name_of(&path))
}

/// The name of the file whose data is in use after the program has started anew, which it does now.
#[tauri::command]
pub(crate) async fn take_over_copy(app: AppHandle, start: State<'_, Start>) -> Answer<Option<String>> {
    let office = start.office()?;
    let Some(path) = ask_file::to_open(&app, &copy_of(office, "dialog-take-over")).await else { return Ok(None) };
    let copy = path.clone();
    on_a_thread(&office.store, move |store| store.take_over(&copy, clock::now())).await.shown(office)?;
    closing::start_anew(&app);
    Ok(ask_file::name_of(&path))
}

/// Forgets everything that this computer knows, and starts anew.
#[tauri::command]
pub(crate) async fn forget_everything(app: AppHandle, start: State<'_, Start>) -> Answer<()> {
    let office = start.office()?;
    forget::everything(office).await?;
    if let Err(error) = autostart::set(&app, false) {
        tracing::warn!(%error, "the desktop still starts the program");
    }
    closing::start_anew(&app);
    Ok(())
}

fn copy_of(office: &Office, title: &str) -> Kind {
    let words = office.words();
    Kind { title: words.say(title), name: words.say("dialog-filter-copy"), extensions: &["db"] }
}
