//! Templates: listed, written, filled, taken in and given out.

use std::collections::BTreeMap;
use std::path::Path;

use famulor_sms_core::clock;
use famulor_sms_core::contacts::{self, ContactError};
use famulor_sms_core::phone_number::PhoneNumber;
use famulor_sms_core::templates::{self, Facts};
use famulor_sms_core::types::{ErrorCode, Filled, Template, TemplateForm, TemplatesImported};
use rusqlite::Connection;
use serde::Deserialize;
use tauri::{AppHandle, State};

use super::{Answer, OrShown as _};
use crate::ask_file::{self, Kind};
use crate::office::Start;

/// The largest file with templates that is read, in bytes.
const LARGEST: u64 = 5 * 1024 * 1024;

/// How templates are given out.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TemplateFormat {
    /// A table.
    Csv,
    /// For another computer.
    Json,
}

#[tauri::command]
pub(crate) async fn list_templates(start: State<'_, Start>) -> Answer<Vec<Template>> {
    let office = start.office()?;
    office.store.run(|c| templates::list(c)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn save_template(start: State<'_, Start>, form: TemplateForm) -> Answer<Template> {
    let office = start.office()?;
    office.store.run(move |c| templates::save(c, &form, clock::now())).await.shown(office)
}

/// What is needed to bring it back.
#[tauri::command]
pub(crate) async fn delete_template(start: State<'_, Start>, id: i64) -> Answer<Template> {
    let office = start.office()?;
    office.store.run(move |c| templates::delete(c, id)).await.shown(office)
}

#[tauri::command]
pub(crate) async fn bring_back_template(start: State<'_, Start>, template: Template) -> Answer<Template> {
    let office = start.office()?;
    office.store.run(move |c| templates::bring_back(c, &template)).await.shown(office)
}

/// The templates in this order, as they are kept then.
#[tauri::command]
pub(crate) async fn reorder_templates(start: State<'_, Start>, ids: Vec<i64>) -> Answer<Vec<Template>> {
    let office = start.office()?;
    office.store.run(move |c| templates::reorder(c, &ids)).await.shown(office)
}

/// A template filled with what is known of the recipient, who is this contact where the number belongs to several.
#[tauri::command]
pub(crate) async fn fill_template(
    start: State<'_, Start>,
    id: i64,
    recipient: Option<String>,
    contact_id: Option<i64>,
    answers: BTreeMap<String, String>,
) -> Answer<Filled> {
    let office = start.office()?;
    let number = recipient.and_then(|number| PhoneNumber::from_e164(&number).ok());
    let spoken = office.words().spoken();
    let found = office.store.run(move |c| {
        let template = templates::list(c)?.into_iter().find(|template| template.id == id);
        let template = template.ok_or(templates::TemplateError::Gone)?;
        let facts = facts(c, number.as_ref(), contact_id)?;
        let said = template.language.unwrap_or(spoken);
        Ok::<_, templates::TemplateError>(templates::fill(
            &template.body,
            &facts,
            templates::now_here(),
            said,
            &answers,
        ))
    });
    found.await.shown(office)
}

/// What placeholders stand for, now that the recipient is known; those that are still not known are left out.
#[tauri::command]
pub(crate) async fn fill_placeholders(
    start: State<'_, Start>,
    unfilled: Vec<String>,
    recipient: String,
    contact_id: Option<i64>,
) -> Answer<BTreeMap<String, String>> {
    let office = start.office()?;
    let Ok(number) = PhoneNumber::from_e164(&recipient) else { return Ok(BTreeMap::new()) };
    let facts = office.store.run(move |c| facts(c, Some(&number), contact_id)).await.shown(office)?;
    let (now, spoken) = (templates::now_here(), office.words().spoken());
    let fill = |written: String| {
        let filled = templates::fill(&written, &facts, now, spoken, &BTreeMap::new());
        filled.unfilled.is_empty().then_some((written, filled.text))
    };
    Ok(unfilled.into_iter().filter_map(fill).collect())
}

/// None if the person changed their mind.
#[tauri::command]
pub(crate) async fn import_templates(app: AppHandle, start: State<'_, Start>) -> Answer<Option<TemplatesImported>> {
    let office = start.office()?;
    let words = office.words();
    let kind = Kind {
        title: words.say("dialog-import-templates"),
        name: words.say("dialog-filter-templates"),
        extensions: &["csv", "json"],
    };
    let Some(path) = ask_file::to_open(&app, &kind).await else { return Ok(None) };
    let file = read(&path).map_err(|_| words.error(ErrorCode::Other, "error-import-unreadable"))?;
    office.store.run(move |c| templates::import(c, &file, clock::now())).await.shown(office).map(Some)
}

/// The file's name, or none if the person changed their mind.
#[tauri::command]
pub(crate) async fn export_templates(
    app: AppHandle,
    start: State<'_, Start>,
    format: TemplateFormat,
) -> Answer<Option<String>> {
    let office = start.office()?;
    let words = office.words();
    let extensions: &[&str] = match format {
        TemplateFormat::Csv => &["csv"],
        TemplateFormat::Json => &["json"],
    };
    let kind =
        Kind { title: words.say("dialog-export-templates"), name: words.say("dialog-filter-templates"), extensions };
    let name = words.say("templates-file-name");
    let Some(path) = ask_file::to_save(&app, &name, &kind).await else { return Ok(None) };
    let all = office.store.run(|c| templates::list(c)).await.shown(office)?;
    let written = match format {
        TemplateFormat::Csv => templates::write_table(&path, &all, words.style()),
        TemplateFormat::Json => templates::write_json(&path, &all),
    };
    written.map_err(|_| words.error(ErrorCode::Other, "error-export"))?;
    Ok(ask_file::name_of(&path))
}

/// What is known of whom the number reaches: of this contact, where it belongs to several.
fn facts(
    connection: &Connection,
    number: Option<&PhoneNumber>,
    contact_id: Option<i64>,
) -> Result<Facts, templates::TemplateError> {
    let owner = number.map(|number| contacts::owner(connection, number, contact_id)).transpose()?.flatten();
    match owner.map(|owner| contacts::get(connection, owner.id)) {
        Some(Ok(contact)) => Ok(Facts::from(&contact)),
        Some(Err(ContactError::Store(error))) => Err(error.into()),
        None | Some(Err(_)) => Ok(Facts::default()),
    }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    std::fs::read(path)
}
