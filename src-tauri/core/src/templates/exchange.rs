//! Templates to a file and back: CSV for spreadsheets, JSON for programs.

use std::io::{self, Write as _};
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{TemplateError, add, checked, list};
use crate::clock::Millis;
use crate::decode::decode;
use crate::new_file::NewFile;
use crate::spreadsheet::{Style, Table, as_written, harmless};
use crate::store::StoreError;
use crate::types::{Language, Template, TemplateForm, TemplatesImported};

/// The header of each column in both languages, in small letters.
const NAME: [&str; 1] = ["name"];
const LANGUAGE: [&str; 2] = ["language", "sprache"];
const TEXT: [&str; 1] = ["text"];

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum TemplatesUnreadable {
    /// It is neither CSV nor JSON.
    #[error("the file cannot be read")]
    NotText,
    /// The columns for name and text are not there.
    #[error("the file has no columns for name and text")]
    NoColumns,
    /// This template, counted from 1, cannot be kept.
    #[error("template {row}: {why}")]
    Template {
        /// Which one.
        row: u32,
        /// Why not.
        why: TemplateError,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for TemplatesUnreadable {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A template as a file has it.
#[derive(Debug, Serialize, Deserialize)]
struct Exchanged {
    name: String,
    #[serde(default)]
    language: Option<Language>,
    text: String,
}

/// Writes templates into a table (CSV) at `target`, as spreadsheets of a language open it.
///
/// # Errors
/// The file cannot be written; nothing half is left.
pub fn write_table(target: &Path, templates: &[Template], style: Style) -> io::Result<()> {
    let headers = match style {
        Style::German => ["Name", "Sprache", "Text"],
        Style::English => ["Name", "Language", "Text"],
    };
    let mut table = Table::begin(target, style, headers)?;
    for Template { name, language, body, .. } in templates {
        table.row([harmless(name), code(*language).to_owned(), harmless(body)])?;
    }
    table.finish()
}

/// Writes templates as JSON to `target`.
///
/// # Errors
/// The file cannot be written; nothing half is left.
pub fn write_json(target: &Path, templates: &[Template]) -> io::Result<()> {
    let all: Vec<Exchanged> = templates.iter().cloned().map(exchanged).collect();
    let mut file = NewFile::begin(target)?;
    file.write_all(&serde_json::to_vec_pretty(&all)?)?;
    file.finish()
}

/// Adds the templates of a CSV or JSON file, all or none; those that are there already, word for word, are left out.
///
/// # Errors
/// [`TemplatesUnreadable`].
pub fn import(connection: &mut Connection, file: &[u8], now: Millis) -> Result<TemplatesImported, TemplatesUnreadable> {
    let forms = read(file)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut imported = TemplatesImported { added: 0, known: 0 };
    for form in forms {
        if list(&transaction)?.iter().any(|known| is_same(known, &form)) {
            imported.known += 1;
        } else {
            add(&transaction, &form, now)?;
            imported.added += 1;
        }
    }
    transaction.commit()?;
    Ok(imported)
}

fn read(file: &[u8]) -> Result<Vec<TemplateForm>, TemplatesUnreadable> {
    let (text, _) = decode(file);
    let all = match text.trim_start() {
        text if text.contains('\0') => return Err(TemplatesUnreadable::NotText),
        json if json.starts_with('[') => serde_json::from_str(json).map_err(|_| TemplatesUnreadable::NotText)?,
        table => read_table(table)?,
    };
    let form = |(row, Exchanged { name, language, text }): (u32, Exchanged)| {
        let form = TemplateForm { id: None, name, language, body: text };
        checked(&form).map_err(|why| TemplatesUnreadable::Template { row, why })
    };
    (1..).zip(all).map(form).collect()
}

fn read_table(text: &str) -> Result<Vec<Exchanged>, TemplatesUnreadable> {
    let header = text.lines().next().unwrap_or_default();
    let separator = [b';', b',', b'\t'].into_iter().max_by_key(|one| header.bytes().filter(|byte| byte == one).count());
    let mut reader =
        ReaderBuilder::new().delimiter(separator.unwrap_or(b',')).flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| TemplatesUnreadable::NotText)?.clone();
    let column =
        |names: &[&str]| headers.iter().position(|header| names.contains(&header.trim().to_lowercase().as_str()));
    let (Some(name), Some(text)) = (column(&NAME), column(&TEXT)) else { return Err(TemplatesUnreadable::NoColumns) };
    let language = column(&LANGUAGE);
    let template = |row: Result<StringRecord, csv::Error>| {
        let row = row.map_err(|_| TemplatesUnreadable::NotText)?;
        let cell = |column: usize| as_written(row.get(column).unwrap_or_default()).to_owned();
        let language = language.and_then(|column| row.get(column)).and_then(language_of);
        Ok(Exchanged { name: cell(name), language, text: cell(text) })
    };
    reader.records().map(template).collect()
}

fn exchanged(template: Template) -> Exchanged {
    Exchanged { name: template.name, language: template.language, text: template.body }
}

fn is_same(known: &Template, form: &TemplateForm) -> bool {
    (&known.name, known.language, &known.body) == (&form.name, form.language, &form.body)
}

const fn code(language: Option<Language>) -> &'static str {
    match language {
        Some(Language::De) => "de",
        Some(Language::En) => "en",
        None => "",
    }
}

fn language_of(code: &str) -> Option<Language> {
    match code.trim().to_lowercase().as_str() {
        "de" => Some(Language::De),
        "en" => Some(Language::En),
        _ => None,
    }
}
