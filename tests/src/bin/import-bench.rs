//! How long a large import takes: `import-bench [ROWS]`, 50,000 rows if nothing is said. Prints each step's time.
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a measurement can only stop and say so")]

use std::ops::ControlFlow;
use std::time::Instant;

use famulor_sms_core::Country;
use famulor_sms_core::exchange::{self, Known, Rules, Source};
use famulor_sms_core::history::Style;
use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_core::types::DuplicateChoice;

fn main() {
    let rows: u32 = std::env::args().nth(1).map_or(50_000, |rows| rows.parse().expect("a number of rows"));
    let table = table(rows);
    let rules = Rules { country: Country::GERMANY, style: Style::German, now: 0 };
    let source = timed("open", || Source::open(table.as_bytes(), Style::German).expect("it can be read"));
    timed("preview", || source.preview(None));
    let mut go_on = |_| ControlFlow::Continue(());
    let plan =
        timed("plan", || source.plan(&source.mapping(), &rules, &Known::new(), &mut go_on).expect("it can be planned"));
    assert_eq!(plan.view().ready, rows);

    let folder = tempfile::tempdir().expect("there is room");
    let store = Store::open(folder.path()).expect("a database can be made");
    let choice = DuplicateChoice::Skip;
    let done = timed("import", || {
        store.now(|c| exchange::import(c, &plan, "x.csv", choice, 1, &mut go_on)).expect("it can be imported")
    });
    timed("known", || store.now(|c| exchange::known(c)).expect("they can be read"));
    let people = timed("people", || store.now(|c| exchange::people(c)).expect("they can be read"));
    let file = folder.path().join("k.vcf");
    timed("write cards", || exchange::write_cards(&file, &people, Style::German).expect("they can be written"));
    timed("undo", || {
        store.now(|c| exchange::undo_import(c, done.id.expect("it changed something"))).expect("it can be undone")
    });
    let left = store.now(|c| Ok::<_, StoreError>(exchange::people(c)?.len())).expect("they can be counted");
    assert_eq!(left, 0);
}

fn table(rows: u32) -> String {
    let row = |n| format!("Anna {n};Beck-Öztürk;Beck & Söhne GmbH;0171 1{n:06};030 9{n:06};\"Tür {n}\r\nlinks\"\r\n");
    let header = "Vorname;Nachname;Firma;Mobiltelefon;Telefon geschäftlich;Notizen\r\n".to_owned();
    header + &(0..rows).map(row).collect::<String>()
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begin = Instant::now();
    let done = work();
    println!("{what:<12} {:>10.1?}", begin.elapsed());
    done
}
