//! The messages of a filter as a file for Excel, with progress, until it is whole or the person changes their mind.

use std::sync::atomic::Ordering;

use famulor_sms_core::history::{Export, ExportError, ExportWords};
use famulor_sms_core::types::{ErrorCode, ExportProgress, HistoryFilter, MessageState, News};
use tauri::{AppHandle, State};

use super::Answer;
use crate::ask_file::{self, Kind};
use crate::news;
use crate::office::{Office, Start};
use crate::words::{Words, word_of};

/// The columns, in their order.
const HEADERS: [&str; 10] = [
    "export-time",
    "export-state",
    "export-recipient",
    "export-number",
    "export-text",
    "export-sender",
    "export-sender-number",
    "export-parts",
    "export-cost",
    "export-currency",
];

/// How many messages were written, or none if the person changed their mind.
#[tauri::command]
pub(crate) async fn export_messages(
    app: AppHandle,
    start: State<'_, Start>,
    filter: HistoryFilter,
) -> Answer<Option<ExportProgress>> {
    let office = start.office()?;
    let words = office.words();
    let kind = Kind { title: words.say("dialog-export"), name: words.say("dialog-filter-csv"), extensions: &["csv"] };
    let Some(path) = ask_file::to_save(&app, &words.say("export-file-name"), &kind).await else { return Ok(None) };
    office.export_is_cancelled.store(false, Ordering::SeqCst);
    let written = async { write(&app, office, Export::begin(&path, filter, in_words(&office.words()))?).await };
    written.await.map_err(|error| {
        tracing::error!(%error, "the messages could not be exported");
        words.error(ErrorCode::Other, "error-export")
    })
}

/// The export under way ends without a file.
#[tauri::command]
pub(crate) async fn cancel_export(start: State<'_, Start>) -> Answer<()> {
    start.office()?.export_is_cancelled.store(true, Ordering::SeqCst);
    Ok(())
}

async fn write(app: &AppHandle, office: &Office, mut export: Export) -> Result<Option<ExportProgress>, ExportError> {
    let mut last = ExportProgress { done: 0, total: 0 };
    loop {
        let progress;
        (export, progress) = office
            .store
            .run(move |c| {
                let progress = export.next_batch(c)?;
                Ok::<_, ExportError>((export, progress))
            })
            .await?;
        if office.export_is_cancelled.load(Ordering::SeqCst) {
            return Ok(None);
        }
        let Some(progress) = progress else { break };
        last = progress;
        news::tell(app, News::ExportProgress(progress));
    }
    export.finish()?;
    Ok(Some(last))
}

fn in_words(words: &std::sync::Arc<Words>) -> ExportWords {
    let states = words.clone();
    ExportWords {
        headers: HEADERS.map(|id| words.say(id)),
        state: Box::new(move |state: MessageState| states.say(&format!("state-{}", word_of(state)))),
        style: words.style(),
    }
}
