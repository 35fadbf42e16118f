//! What was asked of the window from outside.

use famulor_sms_core::types::Errand;
use tauri::State;

use super::Answer;
use crate::errands::Errands;

/// What has come since the page asked last.
#[tauri::command]
pub(crate) async fn take_errands(errands: State<'_, Errands>) -> Answer<Vec<Errand>> {
    Ok(errands.take())
}
