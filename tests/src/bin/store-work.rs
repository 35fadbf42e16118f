//! Work on whole databases, to be killed in the middle of it: `store-work WORK FOLDER [COPY]`.
//!
//! `back-up` adds messages and makes backups, `take-over` takes over from the copy again and again, `mend` breaks the
//! database again and again, `merge` makes two contacts one again and again, `import` takes in two files and undoes the
//! second again and again, `fill` adds messages until that fails. A line says what is done. The process ends when its
//! standard input does, and so with the test that started it.
#![expect(clippy::expect_used, reason = "a process made for a test can only stop and say so")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use famulor_sms_core::exchange::{self, Known, Rules, Source};
use famulor_sms_core::history::Style;
use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_core::types::{ContactForm, DuplicateChoice, Imported, NumberForm};
use famulor_sms_core::{Country, clock, contacts};
use famulor_sms_tests::paper;
use famulor_sms_tests::pipe::{end_with_standard_input, say};

fn main() {
    end_with_standard_input();
    let mut arguments = std::env::args_os().skip(1);
    let mut argument = || arguments.next().expect("store-work WORK FOLDER [COPY]");
    let (work, folder) = (argument(), PathBuf::from(argument()));
    match work.to_str() {
        Some("back-up") => back_up(&folder),
        Some("take-over") => take_over(&folder, Path::new(&argument())),
        Some("mend") => mend(&folder),
        Some("merge") => merge(&folder),
        Some("import") => import(&folder),
        Some("fill") => fill(&folder),
        _ => panic!("nobody knows the work {}", work.display()),
    }
}

fn back_up(folder: &Path) {
    let store = paper::start(folder).expect("the folder can be used").store;
    say("ready");
    for number in 0.. {
        store.now(|c| paper::message(c, &format!("Nachricht {number}"), "queued")).expect("a message can be added");
        say("committed");
        // Each an hour after the last, so that old ones go.
        store.back_up(clock::now() + number * 3_600_000).expect("a backup can be made");
        say("backed-up");
    }
}

fn take_over(folder: &Path, copy: &Path) {
    say("ready");
    loop {
        let store = paper::start(folder).expect("the folder can be used").store;
        store.take_over(copy, clock::now()).expect("the copy can be taken over");
        say("taken");
    }
}

fn mend(folder: &Path) {
    say("ready");
    loop {
        fs::write(folder.join("famulor-sms.db"), "broken").expect("the database can be broken");
        let repaired = paper::start(folder).expect("the folder can be used").repaired;
        assert!(repaired.is_some_and(|repaired| repaired.at.is_some()), "there is a backup");
        say("mended");
    }
}

/// Anna Beck with this number: the contact.
fn add_anna(store: &Store, number: String) -> i64 {
    let numbers = vec![NumberForm { number, ..NumberForm::default() }];
    let form = ContactForm { given: "Anna".into(), family: "Beck".into(), numbers, ..ContactForm::default() };
    store.now(|c| contacts::save(c, &form, Country::GERMANY, 1)).expect("a contact can be added").id
}

fn merge(folder: &Path) {
    let store = paper::start(folder).expect("the folder can be used").store;
    say("ready");
    for number in 1_000_000.. {
        let add = |number| add_anna(&store, number);
        let (keep, other) = (add(format!("+49171{number}")), add(format!("+49160{number}")));
        store.now(|c| contacts::merge(c, keep, other, 2)).expect("two contacts can be merged");
        say("merged");
    }
}

fn import(folder: &Path) {
    let store = paper::start(folder).expect("the folder can be used").store;
    add_anna(&store, "+491711000000".into());
    say("ready");
    for number in 1.. {
        let done = import_file(&store, number);
        say("imported");
        if number % 2 == 0 {
            let id = done.id.expect("it changed something");
            store.now(|c| exchange::undo_import(c, id)).expect("it can be undone");
            say("undone");
        }
    }
}

/// A file with 600 new contacts, and another number for Anna.
fn import_file(store: &Store, number: u32) -> Imported {
    let new: String = (0..600).map(|row| format!("Bilal {number}-{row};0172 {number:04}{row:03};\n")).collect();
    let table = format!("Name;Mobil;Telefon\nAnna Beck;0171 1000000;030 9{number:05}\n{new}");
    let rules = Rules { country: Country::GERMANY, style: Style::German, now: 1 };
    let source = Source::open(table.as_bytes(), Style::German).expect("it can be read");
    let mut go_on = |_| ControlFlow::Continue(());
    let plan = source.plan(&source.mapping(), &rules, &Known::new(), &mut go_on).expect("it can be planned");
    let (at, merge) = (1 + i64::from(number), DuplicateChoice::Merge);
    let import = |c: &mut _| exchange::import(c, &plan, "Kontakte.csv", merge, at, &mut go_on);
    store.now(import).expect("it can be imported")
}

fn fill(folder: &Path) {
    let store = match Store::open_or_repair(folder, clock::now()) {
        Ok(opened) => opened.store,
        Err(error) => return say(&format!("not opened: {error:?}")),
    };
    let text = "Guten Tag, wir sind ab zehn Uhr da. ".repeat(200);
    let add = |c: &mut _| Ok::<_, StoreError>(paper::queue(c, &text)?);
    loop {
        match store.now(add) {
            Ok(_) => say("committed"),
            Err(error) => {
                say(&format!("not written: {error:?}"));
                say(&format!("not backed up: {:?}", store.back_up(clock::now())));
                return;
            }
        }
    }
}
