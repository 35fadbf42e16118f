//! What was asked of the window from outside, and whether links come to this program at all.

use famulor_sms_core::types::{Errand, ErrorCode, LinkHandling, LinkKind};
use tauri::{AppHandle, State, async_runtime};

use super::Answer;
use crate::errands::Errands;
use crate::link_handler;
use crate::office::Start;

/// What has come since the page asked last.
#[tauri::command]
pub(crate) async fn take_errands(errands: State<'_, Errands>) -> Answer<Vec<Errand>> {
    Ok(errands.take())
}

#[tauri::command]
pub(crate) async fn link_handling(start: State<'_, Start>) -> Answer<LinkHandling> {
    let asked = async_runtime::spawn_blocking(link_handler::handling).await;
    let office = start.office()?;
    asked.map_err(|_| office.words().error(ErrorCode::Other, "error-other"))
}

/// Changes it and answers with what the system says then, which need not be what was wanted.
#[tauri::command]
pub(crate) async fn handle_links(
    app: AppHandle,
    start: State<'_, Start>,
    kind: LinkKind,
    on: bool,
) -> Answer<LinkHandling> {
    let office = start.office()?;
    let changed = async_runtime::spawn_blocking(move || {
        link_handler::set(&app, kind, on)?;
        Ok::<_, std::io::Error>(link_handler::handling())
    });
    match changed.await {
        Ok(Ok(handling)) => Ok(handling),
        Ok(Err(error)) => {
            tracing::error!(%error, "the list of programs could not be changed");
            Err(office.words().error(ErrorCode::Other, "error-links"))
        }
        Err(_) => Err(office.words().error(ErrorCode::Other, "error-other")),
    }
}
