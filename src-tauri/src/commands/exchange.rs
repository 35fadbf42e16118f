//! Contacts from files and into files: a preview, the import as a whole, its undo, and the export.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use famulor_sms_core::clock;
use famulor_sms_core::exchange::{self, ExchangeError, Plan, Rules, Source};
use famulor_sms_core::spreadsheet::Style;
use famulor_sms_core::types::{
    DuplicateChoice, ErrorCode, ImportPlanView, ImportPreview, ImportProgress, ImportUndone, ImportView, Imported,
    Mapping, News,
};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, State, async_runtime};

use super::{Answer, OrShown as _};
use crate::ask_file::{self, Kind};
use crate::news;
use crate::office::{Office, Start};
use crate::words::word_of;

/// The largest file that is read, in bytes; the core says so in its own words, too.
const LARGEST: u64 = 51 * 1024 * 1024;

/// The file that the person chose, between its preview and its import.
#[derive(Default)]
pub(crate) struct ImportDesk {
    chosen: Mutex<Option<Arc<Chosen>>>,
    is_cancelled: Arc<AtomicBool>,
}

struct Chosen {
    source: Source,
    plan: Plan,
    file_name: String,
}

/// A file that was chosen, before its import.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ImportDraft {
    preview: ImportPreview,
    plan: ImportPlanView,
}

/// How contacts are given out.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ContactFormat {
    /// Cards, for other address books.
    Vcard,
    /// A table.
    Csv,
}

/// None if the person changed their mind.
#[tauri::command]
pub(crate) async fn preview_import(app: AppHandle, start: State<'_, Start>) -> Answer<Option<ImportDraft>> {
    let office = start.office()?;
    let Some(path) = ask_file::to_open(&app, &address_book(office, "dialog-import-contacts")).await else {
        return Ok(None);
    };
    let (style, file_name) = (office.words().style(), ask_file::name_of(&path).unwrap_or_default());
    let source = async_runtime::spawn_blocking(move || open(&path, style)).await.unwrap_or_else(|_| Err(ended()));
    plan(office, source.shown(office)?, file_name, None).await.map(Some)
}

#[tauri::command]
pub(crate) async fn change_import_mapping(start: State<'_, Start>, mapping: Mapping) -> Answer<ImportDraft> {
    let office = start.office()?;
    let chosen = office.import.taken().ok_or_else(|| office.words().error(ErrorCode::Other, "error-other"))?;
    let (source, file_name) = (chosen.source.clone(), chosen.file_name.clone());
    plan(office, source, file_name, Some(mapping)).await
}

/// None if the person stopped it; nothing was changed then.
#[tauri::command]
pub(crate) async fn apply_import(
    app: AppHandle,
    start: State<'_, Start>,
    choice: DuplicateChoice,
) -> Answer<Option<Imported>> {
    let office = start.office()?;
    let chosen = office.import.taken().ok_or_else(|| office.words().error(ErrorCode::Other, "error-other"))?;
    let is_cancelled = office.import.is_cancelled.clone();
    let done = office.store.run(move |c| {
        let mut tell = |progress: ImportProgress| step(&app, &is_cancelled, progress);
        exchange::import(c, &chosen.plan, &chosen.file_name, choice, clock::now(), &mut tell)
    });
    let done = done.await;
    office.import.is_cancelled.store(false, Ordering::SeqCst);
    match done {
        Err(ExchangeError::Cancelled) => Ok(None),
        done => done.shown(office).map(Some),
    }
}

/// It may overtake the import that it is meant for, which then ends at its first step.
#[tauri::command]
pub(crate) async fn cancel_import(start: State<'_, Start>) -> Answer<()> {
    start.office()?.import.is_cancelled.store(true, Ordering::SeqCst);
    Ok(())
}

/// Those that can be undone.
#[tauri::command]
pub(crate) async fn list_imports(start: State<'_, Start>) -> Answer<Vec<ImportView>> {
    let office = start.office()?;
    office.store.run(|c| exchange::imports(c)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn undo_import(start: State<'_, Start>, id: i64) -> Answer<ImportUndone> {
    let office = start.office()?;
    office.store.run(move |c| exchange::undo_import(c, id)).await.shown(office)
}

/// The file's name, or none if the person changed their mind.
#[tauri::command]
pub(crate) async fn save_unreadable(app: AppHandle, start: State<'_, Start>) -> Answer<Option<String>> {
    let office = start.office()?;
    let words = office.words();
    let chosen = office.import.taken().ok_or_else(|| words.error(ErrorCode::Other, "error-other"))?;
    let kind =
        Kind { title: words.say("dialog-unreadable"), name: words.say("dialog-filter-csv"), extensions: &["csv"] };
    let name = words.say("unreadable-file-name");
    let Some(path) = ask_file::to_save(&app, &name, &kind).await else { return Ok(None) };
    let headers = ["unreadable-line", "unreadable-reason", "unreadable-content"].map(|id| words.say(id));
    let say = |reason| words.say(&format!("unreadable-{}", word_of(reason)));
    chosen.plan.write_unreadable(&path, office.words().style(), &headers, &say).shown(office)?;
    Ok(ask_file::name_of(&path))
}

/// The file's name, or none if the person changed their mind.
#[tauri::command]
pub(crate) async fn export_contacts(
    app: AppHandle,
    start: State<'_, Start>,
    format: ContactFormat,
) -> Answer<Option<String>> {
    let office = start.office()?;
    let words = office.words();
    let (filter, extensions): (_, &[&str]) = match format {
        ContactFormat::Vcard => ("dialog-filter-cards", &["vcf"]),
        ContactFormat::Csv => ("dialog-filter-csv", &["csv"]),
    };
    let kind = Kind { title: words.say("dialog-export-contacts"), name: words.say(filter), extensions };
    let name = words.say("contacts-file-name");
    let Some(path) = ask_file::to_save(&app, &name, &kind).await else { return Ok(None) };
    let people = office.store.run(|c| exchange::people(c)).await.shown(office)?;
    let written = match format {
        ContactFormat::Vcard => exchange::write_cards(&path, &people, office.words().style()),
        ContactFormat::Csv => exchange::write_table(&path, &people, office.words().style()),
    };
    written.shown(office)?;
    Ok(ask_file::name_of(&path))
}

impl ImportDesk {
    fn taken(&self) -> Option<Arc<Chosen>> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, chosen: Chosen) {
        self.is_cancelled.store(false, Ordering::SeqCst);
        *self.chosen.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(chosen));
    }
}

/// Plans the import on a thread of its own, and keeps the plan until it is carried out.
async fn plan(office: &Office, source: Source, file_name: String, mapping: Option<Mapping>) -> Answer<ImportDraft> {
    let known = office.store.run(|c| exchange::known(c)).await.shown(office)?;
    let rules = Rules { country: office.default_country(), style: office.words().style(), now: clock::now() };
    let planned = async_runtime::spawn_blocking(move || {
        let mapping = mapping.unwrap_or_else(|| source.mapping());
        let preview = source.preview(Some(mapping.clone()));
        let plan = source.plan(&mapping, &rules, &known, &mut |_| ControlFlow::Continue(()))?;
        Ok::<_, ExchangeError>((preview, Chosen { source, plan, file_name }))
    });
    let (preview, chosen) = planned.await.unwrap_or_else(|_| Err(ended())).shown(office)?;
    let draft = ImportDraft { preview, plan: chosen.plan.view() };
    office.import.put(chosen);
    Ok(draft)
}

fn open(path: &Path, style: Style) -> Result<Source, ExchangeError> {
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(ExchangeError::TooLarge);
    }
    Source::open(&std::fs::read(path)?, style)
}

fn step(app: &AppHandle, is_cancelled: &AtomicBool, progress: ImportProgress) -> ControlFlow<()> {
    news::tell(app, News::ImportProgress(progress));
    if is_cancelled.load(Ordering::SeqCst) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

fn address_book(office: &Office, title: &str) -> Kind {
    let words = office.words();
    Kind {
        title: words.say(title),
        name: words.say("dialog-filter-contacts"),
        extensions: &["vcf", "vcard", "csv", "txt", "tsv"],
    }
}

fn ended() -> ExchangeError {
    ExchangeError::Store(famulor_sms_core::store::StoreError::Ending)
}
