//! Newer versions of the program, as far as the window has to do with them.

use famulor_sms_core::types::UpdateView;
use tauri::{AppHandle, State};

use super::Answer;
use crate::office::Start;
use crate::updates;

#[tauri::command]
pub(crate) async fn update_view(app: AppHandle, start: State<'_, Start>) -> Answer<UpdateView> {
    Ok(updates::view(&app, start.office()?))
}

/// The person does not want to wait until tomorrow.
#[tauri::command]
pub(crate) async fn look_for_update(app: AppHandle, start: State<'_, Start>) -> Answer<UpdateView> {
    let office = start.office()?;
    updates::look(&app, office).await.map_err(|failure| failure.shown(&office.words()))?;
    Ok(updates::view(&app, office))
}

/// The person has said yes. The program starts anew when this went well.
#[tauri::command]
pub(crate) async fn install_update(app: AppHandle, start: State<'_, Start>) -> Answer<()> {
    let office = start.office()?;
    updates::install(&app, office).await.map_err(|failure| failure.shown(&office.words()))
}
