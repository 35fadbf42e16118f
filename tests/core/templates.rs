//! Templates: kept in order, filled with exactly what is known, and carried from one computer to another.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use famulor_sms_core::spreadsheet::Style;
use famulor_sms_core::store::Store;
use famulor_sms_core::templates::{self, Facts, TemplateError, TemplatesUnreadable};
use famulor_sms_core::types::{Language, Template, TemplateForm};
use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

struct Shelf {
    store: Store,
    _folder: TempDir,
}

impl Shelf {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { store: Store::open(folder.path()).unwrap(), _folder: folder }
    }

    fn empty() -> Self {
        let shelf = Self::new();
        shelf.work(|c| c.execute("DELETE FROM template", [])).unwrap();
        shelf
    }

    fn work<T, E: std::error::Error + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.store.now(work)
    }

    fn save(&self, name: &str, body: &str) -> Template {
        let form = TemplateForm { name: name.into(), body: body.into(), ..TemplateForm::default() };
        self.work(|c| templates::save(c, &form, 1)).unwrap()
    }

    fn all(&self) -> Vec<Template> {
        self.work(|c| templates::list(c)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        self.all().into_iter().map(|template| template.name).collect()
    }
}

fn written(write: impl FnOnce(&Path) -> io::Result<()>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Vorlagen");
    write(&file).unwrap();
    fs::read(file).unwrap()
}

#[test]
fn a_few_are_there_to_begin_with_and_once_deleted_they_stay_away() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let all = store.now(|c| templates::list(c)).unwrap();
    let in_language = |language| all.iter().filter(|template| template.language == Some(language)).count();
    assert_eq!([in_language(Language::De), in_language(Language::En)], [3, 3]);
    for template in &all {
        assert!(famulor_sms_core::text::analyze(&template.body).forcing.is_empty(), "{}", template.name);
        store.now(|c| templates::delete(c, template.id)).unwrap();
    }
    drop(store);
    assert!(famulor_sms_tests::paper::open(folder.path()).now(|c| templates::list(c)).unwrap().is_empty());
}

#[test]
fn a_template_is_written_changed_put_in_order_deleted_and_brought_back() {
    let shelf = Shelf::empty();
    let (one, two) = (shelf.save(" Eins ", "Text {Vorname} "), shelf.save("Zwei", "Text"));
    assert_eq!((one.name.as_str(), one.body.as_str(), one.position), ("Eins", "Text {Vorname}", 0));
    let form = TemplateForm { id: Some(two.id), name: "Drei".into(), language: Some(Language::De), body: "Neu".into() };
    assert_eq!(shelf.work(|c| templates::save(c, &form, 2)).unwrap().language, Some(Language::De));
    shelf.work(|c| templates::reorder(c, &[two.id])).unwrap();
    assert_eq!(shelf.names(), ["Drei", "Eins"]);
    let before = shelf.all();
    let deleted = shelf.work(|c| templates::delete(c, two.id)).unwrap();
    assert_eq!(shelf.names(), ["Eins"]);
    shelf.work(|c| templates::bring_back(c, &deleted)).unwrap();
    shelf.work(|c| templates::bring_back(c, &deleted)).unwrap();
    assert_eq!(shelf.all(), before);
}

#[test]
fn what_is_to_be_mended_is_said() {
    let shelf = Shelf::empty();
    let save = |id, name: &str, body: &str| {
        let form = TemplateForm { id, name: name.into(), language: None, body: body.into() };
        shelf.work(|c| templates::save(c, &form, 1)).unwrap_err()
    };
    assert!(matches!(save(None, " ", "Text"), TemplateError::Nameless));
    assert!(matches!(save(None, "Eins", "\n"), TemplateError::Empty));
    assert!(matches!(save(None, &"a".repeat(201), "Text"), TemplateError::NameTooLong));
    assert!(matches!(save(None, "Eins", &"a".repeat(2001)), TemplateError::TooLong));
    assert!(matches!(save(Some(99), "Eins", "Text"), TemplateError::Gone));
}

#[test]
fn a_file_in_any_form_holds_what_was_exported_and_is_taken_in_once() {
    let shelf = Shelf::new();
    shelf.save("=1+1", "-5 %; \"so\",\nund {Vorname}");
    shelf.save("'=x", "@Team");
    let files = [
        written(|file| templates::write_table(file, &shelf.all(), Style::German)),
        written(|file| templates::write_table(file, &shelf.all(), Style::English)),
        written(|file| templates::write_json(file, &shelf.all())),
    ];
    let bare = |all: Vec<Template>| all.into_iter().map(|t| (t.name, t.language, t.body)).collect::<Vec<_>>();
    for file in files {
        let other = Shelf::empty();
        let first = other.work(|c| templates::import(c, &file, 1)).unwrap();
        assert_eq!((first.added, first.known), (8, 0));
        let second = other.work(|c| templates::import(c, &file, 2)).unwrap();
        assert_eq!((second.added, second.known), (0, 8));
        assert_eq!(bare(other.all()), bare(shelf.all()));
    }
}

#[test]
fn a_spreadsheet_takes_no_cell_for_a_formula() {
    let shelf = Shelf::empty();
    shelf.save("=cmd", "+1+1");
    let file = written(|file| templates::write_table(file, &shelf.all(), Style::German));
    assert_eq!(String::from_utf8(file).unwrap(), "\u{feff}Name;Sprache;Text\r\n'=cmd;;'+1+1\r\n");
}

#[test]
fn a_file_as_excel_saves_it_is_read_with_its_umlauts() {
    let utf_16 = "\u{feff}Name\tText\r\nGruß\tSchöne Grüße\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for file in [b"Name;Text\r\nGru\xdf;Sch\xf6ne Gr\xfc\xdfe\r\n".to_vec(), utf_16] {
        let shelf = Shelf::empty();
        shelf.work(|c| templates::import(c, &file, 1)).unwrap();
        let all = shelf.all();
        assert_eq!((all[0].name.as_str(), all[0].body.as_str()), ("Gruß", "Schöne Grüße"));
    }
}

#[test]
fn of_a_file_that_is_not_whole_nothing_is_taken() {
    let shelf = Shelf::empty();
    let import = |file: &[u8]| shelf.work(|c| templates::import(c, file, 1)).unwrap_err();
    assert!(matches!(import(b"PK\x03\x04\0\0"), TemplatesUnreadable::NotText));
    assert!(matches!(import(b"[{\"name\":1}]"), TemplatesUnreadable::NotText));
    assert!(matches!(import(b"Vorname;Nachname\nAnna;Beck"), TemplatesUnreadable::NoColumns));
    assert!(matches!(import(b""), TemplatesUnreadable::NoColumns));
    let error = import(b"Name;Text\nEins;Text\nZwei;\n");
    assert!(matches!(error, TemplatesUnreadable::Template { row: 2, why: TemplateError::Empty }), "{error:?}");
    assert!(shelf.all().is_empty());
}

proptest! {
    /// Without a placeholder nothing changes, whatever braces stand there.
    #[test]
    fn other_braces_are_text(text in "[^{}]{0,20}(\\{[a-z ]?[a-z]{31,40}\\}|[{}]|\\{[^{}]{0,9}[-!.,\n][^{}]{0,9}\\})[^{}]{0,20}") {
        let filled = templates::fill(&text, &Facts::default(), templates::now_here(), Language::De, &BTreeMap::new());
        prop_assert_eq!(&filled.text, &text);
        prop_assert!(filled.unfilled.is_empty());
    }

    /// Whatever the text: no panic; what is not known stays as it was; and a text with nothing known is left alone.
    #[test]
    fn a_text_of_which_nothing_is_known_stays_as_it_is(text in any::<String>()) {
        let filled = templates::fill(&text, &Facts::default(), templates::now_here(), Language::En, &BTreeMap::new());
        let says_time = ["date", "time", "datum", "uhrzeit"].iter().any(|name| text.to_lowercase().contains(name));
        prop_assert!(says_time || filled.text == text);
    }

    /// What is known is filled in at its place and nowhere else, and braces in it are text.
    #[test]
    fn exactly_what_is_known_is_filled_in(
        pieces in prop::collection::vec("[^{}]{0,8}", 4),
        given in "[^ ]{1,8}",
        answer in "[^\\s]{1,8}",
    ) {
        let [a, b, c, d] = &pieces[..] else { unreachable!() };
        let body = format!("{a}{{VORNAME}}{b}{{Firma}}{c}{{mein  Feld}}{d}");
        let facts = Facts { given: given.clone(), ..Facts::default() };
        let answers = BTreeMap::from([("Mein Feld".to_owned(), answer.clone())]);
        let filled = templates::fill(&body, &facts, templates::now_here(), Language::De, &answers);
        prop_assert_eq!(filled.text, format!("{a}{given}{b}{{Firma}}{c}{}{d}", answer.trim()));
        prop_assert_eq!(filled.unfilled.len(), 1);
    }
}
