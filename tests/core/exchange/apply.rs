//! Imports into the database: all or nothing, and undone as a whole.

use std::fs;
use std::ops::ControlFlow;

use famulor_sms_core::exchange::{self, ExchangeError, Known, Plan};
use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_core::types::{DuplicateChoice, ImportUndone, Imported, UnreadableReason};
use rusqlite::Connection;
use tempfile::TempDir;

use super::{RULES, go_on, number, person_told, plan, plan_with};

const NOW: i64 = 1_795_439_100_000;

struct AddressBook {
    store: Store,
    _folder: TempDir,
}

impl AddressBook {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { store: Store::open(folder.path()).unwrap(), _folder: folder }
    }

    fn with_anna() -> Self {
        let book = Self::new();
        let anna = plan("Vorname;Nachname;Telefon\nAnna;Beck;0171 1234567\n".as_bytes()).unwrap();
        book.import(&anna, DuplicateChoice::Skip, NOW - 1).unwrap();
        book.now(|c| c.execute("UPDATE contact_number SET used_at = 7", []).unwrap());
        book
    }

    fn now<T>(&self, what: impl FnOnce(&mut Connection) -> T) -> T {
        self.store.now(|c| Ok::<_, StoreError>(what(c))).unwrap()
    }

    fn plan(&self, table: &str) -> Plan {
        let known: Known = self.now(|c| exchange::known(c).unwrap());
        plan_with(table.as_bytes(), &known).unwrap()
    }

    fn import(&self, plan: &Plan, choice: DuplicateChoice, at: i64) -> Result<Imported, ExchangeError> {
        self.now(|c| exchange::import(c, plan, "Kontakte.csv", choice, at, &mut go_on))
    }

    fn people(&self) -> Vec<String> {
        self.now(|c| exchange::people(c).unwrap()).iter().map(person_told).collect()
    }

    /// The indices say the same as the tables, and what is deleted is wiped out of them.
    fn assert_sound(&self) {
        self.now(|c| {
            for index in ["contact_search", "contact_number_search"] {
                c.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), []).unwrap();
                let wipes = format!("SELECT v FROM {index}_config WHERE k = 'secure-delete'");
                assert_eq!(c.query_row(&wipes, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
            }
        });
    }

    fn triggers(&self) -> Vec<String> {
        self.now(|c| {
            let mut statement =
                c.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").unwrap();
            let definitions = statement.query_map([], |row| row.get(0)).unwrap();
            definitions.map(Result::unwrap).collect()
        })
    }

    /// Every row of every table that an import touches, but for the counters of SQLite.
    fn rows(&self) -> Vec<String> {
        self.now(|c| {
            let tables = [
                "SELECT json_array(id, given, family, organisation, note, search_key, sort_key, is_favourite,
                     do_not_write_reason, do_not_write_since, created_at, changed_at, import_id) FROM contact",
                "SELECT json_array(contact_id, label, number, position, used_at) FROM contact_number ORDER BY 1",
                "SELECT json_array(import_id, contact_id, before) FROM import_change",
                "SELECT json_array(id, at, file_name) FROM import",
            ];
            let all = |sql: &str| -> Vec<String> {
                c.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
            };
            tables.into_iter().flat_map(all).collect()
        })
    }
}

const TABLE: &str = "Vorname;Nachname;Firma;Telefon;Telefon 2;Notiz
Anna;Beck;Beck GmbH;+49 171 1234567;030 901820;Hinterhaus
Bilal;Aydın;;0172 1234567;;
Bilal;;;0172 1234567;0173 1234567;doppelt
Clara;;;nie;;
";

fn done(added: u32, merged: u32, skipped: u32) -> Imported {
    Imported { id: Some(2), added, merged, skipped, unreadable: 1 }
}

#[test]
fn duplicates_are_left_out_merged_or_added() {
    let bilal = "Bilal|Aydın +491721234567";
    let anna = "Anna|Beck +491711234567";
    let new_anna = "Anna|Beck of \"Beck GmbH\" note \"Hinterhaus\" +491711234567, +4930901820";
    let new_bilal = "Bilal| note \"doppelt\" +491721234567, +491731234567";
    let merged_bilal = "Bilal|Aydın note \"doppelt\" +491721234567, +491731234567";
    for (choice, expected, people) in [
        (DuplicateChoice::Skip, done(1, 0, 2), vec![bilal, anna]),
        (DuplicateChoice::Merge, done(1, 2, 0), vec![merged_bilal, new_anna]),
        (DuplicateChoice::AddAnyway, done(3, 0, 0), vec![bilal, anna, new_anna, new_bilal]),
    ] {
        let book = AddressBook::with_anna();
        let plan = book.plan(TABLE);
        let view = plan.view();
        assert_eq!((view.total, view.ready, view.duplicates, view.unreadable), (4, 1, 2, 1));
        let displays: Vec<_> = view.first_duplicates.iter().map(|row| row.display.as_str()).collect();
        assert_eq!(displays, ["+49 171 1234567", "+49 172 1234567"]);
        let others: Vec<_> = view.first_duplicates.iter().map(|row| (row.other.as_str(), row.is_contact)).collect();
        assert_eq!(others, [("Anna Beck", true), ("Bilal Aydın", false)]);
        assert_eq!(book.import(&plan, choice, NOW).unwrap(), expected);
        let mut found = book.people();
        found.sort_unstable();
        let mut people: Vec<String> = people.into_iter().map(str::to_owned).collect();
        people.sort_unstable();
        assert_eq!(found, people, "{choice:?}");
    }
}

#[test]
fn an_import_is_undone_as_if_it_had_never_been() {
    for choice in [DuplicateChoice::Skip, DuplicateChoice::Merge, DuplicateChoice::AddAnyway] {
        let book = AddressBook::with_anna();
        let before = book.rows();
        let id = book.import(&book.plan(TABLE), choice, NOW).unwrap().id.unwrap();
        assert_ne!(book.rows(), before);
        let imports = book.now(|c| exchange::imports(c).unwrap());
        assert_eq!((imports[0].id, imports[0].at, imports[0].file_name.as_str()), (id, NOW, "Kontakte.csv"));
        book.now(|c| exchange::undo_import(c, id).unwrap());
        assert_eq!(book.rows(), before, "{choice:?}");
        assert!(matches!(book.now(|c| exchange::undo_import(c, id)), Err(ExchangeError::NoSuchImport)));
    }
}

#[test]
fn what_finds_contacts_is_sound_after_a_large_import_and_after_its_undo() {
    let book = AddressBook::with_anna();
    let triggers = book.triggers();
    let rows: String = (0..600).map(|n| format!("Bilal {n};0172 1{n:06}\n")).collect();
    let again = "Bilal Klein;0172 1000007\n";
    let plan = book.plan(&format!("Name;Telefon\nAnna Klein;0171 1234567\n{rows}{again}"));
    let before = book.rows();
    let id = book.import(&plan, DuplicateChoice::Merge, NOW).unwrap().id.unwrap();
    book.assert_sound();
    let undone = book.now(|c| exchange::undo_import(c, id).unwrap());
    assert_eq!(undone, ImportUndone { removed: 600, restored: 1, kept: 0 });
    assert_eq!(book.rows(), before);
    book.assert_sound();
    book.import(&book.plan("Name;Telefon\nClara Huber;0173 1234567\n"), DuplicateChoice::Skip, NOW).unwrap();
    book.assert_sound();
    assert_eq!(book.triggers(), triggers);
}

#[test]
fn who_was_changed_or_deleted_since_is_left_alone_by_an_undo() {
    let book = AddressBook::with_anna();
    let id = book.import(&book.plan(TABLE), DuplicateChoice::AddAnyway, NOW).unwrap().id.unwrap();
    book.now(|c| {
        c.execute("UPDATE contact SET note = 'neu', changed_at = ?1 WHERE note = 'doppelt'", [NOW + 1]).unwrap()
    });
    book.now(|c| c.execute("DELETE FROM contact WHERE note = 'Hinterhaus'", []).unwrap());
    let undone = book.now(|c| exchange::undo_import(c, id).unwrap());
    assert_eq!(undone, ImportUndone { removed: 1, restored: 0, kept: 1 });
    assert_eq!(book.people().len(), 2);
}

#[test]
fn a_number_that_became_a_contacts_since_the_plan_is_a_duplicate_too() {
    let book = AddressBook::new();
    let early = book.plan("Vorname;Telefon;Notiz\nAnna;0171 1234567;neu\n");
    let meanwhile = book.plan("Vorname;Telefon\nAnna;0171 1234567\n");
    book.import(&meanwhile, DuplicateChoice::Skip, NOW).unwrap();
    assert_eq!(book.import(&early, DuplicateChoice::Merge, NOW).unwrap().merged, 1);
    assert_eq!(book.people(), ["Anna| note \"neu\" +491711234567"]);
}

#[test]
fn the_same_file_again_changes_nothing_and_leaves_no_import() {
    let book = AddressBook::new();
    book.import(&book.plan(TABLE), DuplicateChoice::Merge, NOW).unwrap();
    let before = book.rows();
    let again = book.import(&book.plan(TABLE), DuplicateChoice::Merge, NOW + 1).unwrap();
    assert_eq!((again.id, again.added, again.merged), (None, 0, 3));
    assert_eq!(book.rows(), before);
}

#[test]
fn an_import_that_is_broken_off_leaves_everything_as_it_was() {
    let book = AddressBook::with_anna();
    let rows: String = (0..1_200).map(|n| format!("Bilal {n};0172 1{n:06}\n")).collect();
    let plan = book.plan(&format!("Name;Telefon\n{rows}"));
    let before = book.rows();
    let mut words = Vec::new();
    let mut change_mind = |progress: famulor_sms_core::types::ImportProgress| {
        words.push((progress.done, progress.total));
        if progress.done == 1_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let cancelled = book.now(|c| exchange::import(c, &plan, "x.csv", DuplicateChoice::Skip, NOW, &mut change_mind));
    assert!(matches!(cancelled, Err(ExchangeError::Cancelled)));
    assert_eq!(words, [(0, 1_200), (500, 1_200), (1_000, 1_200)]);
    assert_eq!(book.rows(), before);
    assert_eq!(book.import(&plan, DuplicateChoice::Skip, NOW).unwrap().added, 1_200);
}

#[test]
fn planning_can_be_broken_off_too() {
    let source = exchange::Source::open(TABLE.as_bytes(), RULES.style).unwrap();
    let planned = source.plan(&source.mapping(), &RULES, &Known::new(), &mut |_| ControlFlow::Break(()));
    assert!(matches!(planned, Err(ExchangeError::Cancelled)));
}

#[test]
fn a_contact_that_has_the_number_already_is_named_before_a_row() {
    let known = Known::from([(number("+491721234567"), (9, "Bilal Aydın".to_owned()))]);
    let view = plan_with(TABLE.as_bytes(), &known).unwrap().view();
    assert!(view.first_duplicates.iter().all(|row| row.is_contact && row.other == "Bilal Aydın"));
}

#[test]
fn what_cannot_be_taken_over_is_saved_with_its_line_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Nicht übernommen.csv");
    let plan = plan(b"Name;Telefon;Telefon 2\nAnna;0171 1234567;nie\n=1+1;;\n").unwrap();
    let headers = ["Zeile", "Grund", "Inhalt"].map(str::to_owned);
    let word = |reason: UnreadableReason| format!("{reason:?}");
    assert_eq!(plan.write_unreadable(&file, RULES.style, &headers, &word).unwrap(), 2);
    let text = fs::read_to_string(file).unwrap();
    assert_eq!(text, "\u{feff}Zeile;Grund;Inhalt\r\n2;NotANumber;nie\r\n3;NoNumber;\"'=1+1;;\"\r\n");
}
