//! The history in a file that Excel opens rightly.

use std::fs;
use std::path::{Path, PathBuf};

use csv::{ReaderBuilder, StringRecord};
use famulor_sms_core::history::{Export, ExportError, ExportWords, Style};
use famulor_sms_core::types::{ExportProgress, HistoryFilter, MessageState};
use famulor_sms_tests::office::{ANNA, BILAL};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::archive::{Archive, Past};

const HEADERS: [&str; 10] =
    ["Zeit", "Stand", "Name", "Nummer", "Text", "Absender", "Absendernummer", "Teile", "Kosten", "Währung"];

fn words(style: Style) -> ExportWords {
    let state = |state| if state == MessageState::Sent { "Gesendet".into() } else { format!("{state:?}") };
    ExportWords { headers: HEADERS.map(Into::into), state: Box::new(state), style }
}

struct Desktop(TempDir);

impl Desktop {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("Verlauf.csv")
    }

    fn files(&self) -> Vec<PathBuf> {
        fs::read_dir(self.0.path()).unwrap().map(|file| file.unwrap().path()).collect()
    }
}

fn export_to(
    file: &Path,
    archive: &Archive,
    filter: HistoryFilter,
    style: Style,
) -> Result<Vec<ExportProgress>, ExportError> {
    let mut export = Export::begin(file, filter, words(style))?;
    let mut steps = Vec::new();
    while let Some(progress) = archive.store.now(|c| export.next_batch(c))? {
        steps.push(progress);
    }
    assert_eq!(export.finish()?, steps.last().map_or(0, |last| last.done));
    Ok(steps)
}

fn text(archive: &Archive, style: Style) -> String {
    let desktop = Desktop::new();
    export_to(&desktop.file(), archive, HistoryFilter::default(), style).unwrap();
    fs::read_to_string(desktop.file()).unwrap()
}

fn read_back(text: &str, separator: u8) -> Vec<StringRecord> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap(), &StringRecord::from(HEADERS.to_vec()));
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn a_german_file_has_semicolons_and_commas_in_its_amounts() {
    let archive = Archive::with([Past::to("+491711234567").named("Anna; Beck").billed(2, "0.0750", Some("EUR"))]);
    let text = text(&archive, Style::German);
    assert!(
        text.starts_with("\u{feff}Zeit;Stand;Name;Nummer;Text;Absender;Absendernummer;Teile;Kosten;Währung\r\n"),
        "{text}"
    );
    assert!(
        text.contains(";Gesendet;\"Anna; Beck\";+49 171 1234567;Guten Tag;;+49 30 901821;2;0,0750;EUR\r\n"),
        "{text}"
    );
    let record = &read_back(&text, b';')[0];
    assert!(record[0].starts_with("01.01.1970 ") || record[0].starts_with("31.12.1969 "), "{record:?}");
}

#[test]
fn an_english_file_has_commas_and_points_in_its_amounts() {
    let archive = Archive::with([Past::to("+491711234567").named("Beck, Anna").billed(2, "0.0750", Some("EUR"))]);
    let text = text(&archive, Style::English);
    assert!(
        text.contains(",Gesendet,\"Beck, Anna\",+49 171 1234567,Guten Tag,,+49 30 901821,2,0.0750,EUR\r\n"),
        "{text}"
    );
}

#[test]
fn nothing_in_a_text_becomes_a_formula() {
    let archive = Archive::with([
        Past::to(ANNA).saying("=HYPERLINK(\"http://x.example\")").named("@Anna"),
        Past::to(ANNA).saying("-2+3").named("+cmd"),
    ]);
    let records = read_back(&text(&archive, Style::German), b';');
    assert_eq!((&records[1][4], &records[1][2]), ("'=HYPERLINK(\"http://x.example\")", "'@Anna"));
    assert_eq!((&records[0][4], &records[0][2]), ("'-2+3", "'+cmd"));
    assert!(records[0][3].starts_with("+49 "));
}

#[test]
fn parts_stand_where_the_sum_counts_them() {
    let archive =
        Archive::with([Past::to(ANNA).that_is("rejected"), Past::to(ANNA), Past::to(ANNA).that_is("unclear")]);
    let parts: Vec<String> =
        read_back(&text(&archive, Style::German), b';').iter().map(|record| record[7].to_owned()).collect();
    assert_eq!(parts, ["1", "1", ""]);
}

#[test]
fn all_that_fits_is_written_newest_first_and_nothing_else() {
    let archive =
        Archive::with((0..2_345).map(|n| Past::to(if n % 2 == 0 { ANNA } else { BILAL }).saying(&n.to_string())));
    let desktop = Desktop::new();
    let filter = HistoryFilter { number: Some(BILAL.into()), ..HistoryFilter::default() };
    let steps = export_to(&desktop.file(), &archive, filter, Style::German).unwrap();
    let progress = |done| ExportProgress { done, total: 1_172 };
    assert_eq!(steps, [progress(1_000), progress(1_172)]);
    let records = read_back(&fs::read_to_string(desktop.file()).unwrap(), b';');
    let numbers: Vec<u32> = records.iter().map(|record| record[4].parse().unwrap()).collect();
    assert_eq!(numbers, (0..2_345).rev().filter(|n| n % 2 == 1).collect::<Vec<_>>());
}

#[test]
fn an_empty_history_makes_a_file_with_headers() {
    assert!(read_back(&text(&Archive::new(), Style::German), b';').is_empty());
}

#[test]
fn an_export_that_is_broken_off_leaves_what_was_there() {
    let archive = Archive::with([Past::to(ANNA)]);
    let desktop = Desktop::new();
    fs::write(desktop.file(), "the last one").unwrap();
    let mut export = Export::begin(&desktop.file(), HistoryFilter::default(), words(Style::German)).unwrap();
    archive.store.now(|c| export.next_batch(c)).unwrap();
    assert_eq!(fs::read_to_string(desktop.file()).unwrap(), "the last one");
    drop(export);
    assert_eq!(desktop.files(), [desktop.file()]);
    export_to(&desktop.file(), &archive, HistoryFilter::default(), Style::German).unwrap();
    assert!(fs::read_to_string(desktop.file()).unwrap().contains("Guten Tag"));
    assert_eq!(desktop.files(), [desktop.file()]);
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_the_reason() {
    let desktop = Desktop::new();
    let nowhere = desktop.0.path().join("nowhere").join("Verlauf.csv");
    let begun = Export::begin(&nowhere, HistoryFilter::default(), words(Style::German));
    assert!(matches!(begun.err(), Some(ExportError::File(_))));
}

#[test]
fn a_target_that_is_a_folder_is_left_alone() {
    let desktop = Desktop::new();
    fs::create_dir(desktop.file()).unwrap();
    let done = export_to(&desktop.file(), &Archive::new(), HistoryFilter::default(), Style::German);
    assert!(matches!(done, Err(ExportError::File(_))));
    assert_eq!(desktop.files(), [desktop.file()]);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let desktop = Desktop::new();
    export_to(&desktop.file(), &Archive::new(), HistoryFilter::default(), Style::German).unwrap();
    assert_eq!(fs::metadata(desktop.file()).unwrap().permissions().mode() & 0o777, 0o600);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever stands in a text, it is one cell, and the same again but for the sign that defuses it.
    #[test]
    fn every_text_comes_back_as_it_was(body in "[=+@;,\"'\r\n\ta-zäß€😀 -]{1,30}", german: bool) {
        let archive = Archive::with([Past::to(ANNA).saying(&body)]);
        let (style, separator) = if german { (Style::German, b';') } else { (Style::English, b',') };
        let records = read_back(&text(&archive, style), separator);
        prop_assert_eq!(records.len(), 1);
        let cell = &records[0][4];
        prop_assert!(cell == body || cell.strip_prefix('\'') == Some(&body), "{:?} as {:?}", body, cell);
        prop_assert!(!cell.starts_with(['=', '-', '@', '\t', '\r']));
    }
}
