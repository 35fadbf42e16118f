//! How the program stands on the desktop beside its window.

use famulor_sms_core::types::{DesktopView, ErrorCode};
use tauri::{AppHandle, State, async_runtime};

use super::Answer;
use crate::office::{Office, Start};
use crate::{autostart, shortcut, tray};

#[tauri::command]
pub(crate) async fn desktop_view(app: AppHandle, start: State<'_, Start>) -> Answer<DesktopView> {
    Ok(view(&app, start.office()?).await)
}

/// Changes whether the desktop starts the program, and answers with what is so then.
#[tauri::command]
pub(crate) async fn start_with_desktop(app: AppHandle, start: State<'_, Start>, on: bool) -> Answer<DesktopView> {
    let office = start.office()?;
    let handle = app.clone();
    let changed = async_runtime::spawn_blocking(move || autostart::set(&handle, on)).await;
    if let Ok(Err(error)) = changed {
        tracing::error!(%error, "the desktop's list of programs could not be changed");
        return Err(office.words().error(ErrorCode::Other, "error-autostart"));
    }
    Ok(view(&app, office).await)
}

async fn view(app: &AppHandle, office: &Office) -> DesktopView {
    DesktopView {
        autostart: autostart::is_on(app),
        tray: tray::is_seen().await,
        shortcut: shortcut::apply(app, office).await,
    }
}
