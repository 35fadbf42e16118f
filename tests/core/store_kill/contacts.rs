//! Merging contacts and importing them: all of it or nothing, and what is there can be undone.

use famulor_sms_core::exchange;
use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_core::types::ImportUndone;

use super::worker::Worker;
use super::{next_start, rounds};
use crate::dice::Dice;

#[test]
fn kill_dash_nine_while_merging_leaves_two_contacts_or_one() {
    let seed = Dice::seed();
    let mut dice = Dice::new(seed);
    let usual = Worker::start("merge", tempfile::tempdir().unwrap().path(), None).time(20);
    for round in 0..rounds() {
        let (folder, after) = (tempfile::tempdir().unwrap(), dice.moment(usual));
        let said = Worker::start("merge", folder.path(), None).killed(after);
        let merged = u32::try_from(said.len()).unwrap();
        let what = format!("seed {seed}, round {round}, after {after:?}, {merged} were merged");
        let store = next_start(folder.path(), &what);
        let with = |numbers: u32| -> u32 {
            let count = "SELECT count(*) FROM contact
                         WHERE (SELECT count(*) FROM contact_number WHERE contact_id = contact.id) = ?1";
            store.now(|c| c.query_row(count, [numbers], |row| row.get(0))).unwrap()
        };
        let (none, alone, whole) = (with(0), with(1), with(2));
        let is_in_between = whole == merged && alone <= 2;
        let was_not_told = whole == merged + 1 && alone == 0;
        assert!(none == 0 && (is_in_between || was_not_told), "{what}: {alone} alone, {whole} whole");
    }
}

/// As many as a file has that `store-work import` takes in, beside one for Anna.
const ROWS: u32 = 600;

/// The imports that are left after so many things were done: two are imported, then the second is undone.
const fn imports_after(things: usize) -> usize {
    things / 3 + things % 3
}

fn count(store: &Store, what: &str) -> usize {
    let count = format!("SELECT count(*) FROM {what}");
    let count: u32 = store.now(|c| c.query_row(&count, [], |row| row.get(0))).unwrap();
    usize::try_from(count).unwrap()
}

/// What finds contacts finds those that are there and no others.
fn assert_indices_agree(store: &Store, what: &str) {
    for index in ["contact_search", "contact_number_search"] {
        let check = format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)");
        let checked = store.now(|c| c.execute(&check, []));
        assert!(checked.is_ok(), "{what}: {index}: {checked:?}");
    }
}

/// Every import that is there is whole, and nothing else is, but Anna.
fn assert_whole(store: &Store, imports: usize, what: &str) {
    let rows = usize::try_from(ROWS).unwrap();
    assert_eq!(count(store, "contact"), 1 + imports * rows, "{what}");
    assert_eq!(count(store, "contact_number WHERE contact_id = 1"), 1 + imports, "{what}");
    assert_eq!(count(store, "contact_number"), 1 + imports * (rows + 1), "{what}");
    assert_eq!(count(store, "import_change"), imports * (rows + 1), "{what}");
    assert_indices_agree(store, what);
}

#[test]
fn kill_dash_nine_while_importing_leaves_all_of_a_file_or_nothing_and_an_undo_that_works() {
    let seed = Dice::seed();
    let (mut dice, mut found) = (Dice::new(seed), 0);
    let usual = Worker::start("import", tempfile::tempdir().unwrap().path(), None).time(6);
    for round in 0..rounds() {
        let (folder, after) = (tempfile::tempdir().unwrap(), dice.moment(usual));
        let said = Worker::start("import", folder.path(), None).killed(after).len();
        let what = format!("seed {seed}, round {round}, after {after:?}, {said} things were done");
        let store = next_start(folder.path(), &what);
        let imports = count(&store, "import");
        assert!(imports == imports_after(said) || imports == imports_after(said + 1), "{what}: {imports} imports");
        assert_whole(&store, imports, &what);
        for left in (0..imports).rev() {
            let newest = store.now(|c| Ok::<_, StoreError>(exchange::imports(c)?[0].id)).unwrap();
            let undone = store.now(|c| exchange::undo_import(c, newest)).unwrap();
            assert_eq!(undone, ImportUndone { removed: ROWS, restored: 1, kept: 0 }, "{what}");
            assert_whole(&store, left, &what);
        }
        found += imports;
    }
    assert!(rounds() < 10 || found > 0, "nothing was ever imported");
}
