//! Finding: a suggestion while a name is typed, the first page of a search, opening the history.

use std::hint::black_box;
use std::time::{Duration, Instant};

use famulor_sms_core::store::{Store, StoreError};
use famulor_sms_core::types::HistoryFilter;
use famulor_sms_core::{contacts, history};
use famulor_sms_tests::{archive, crowd};
use rusqlite::Connection;

use crate::figures::{Series, Unit};
use crate::growth;
use crate::report::Measured;

const NAMES: [&str; 24] = [
    "a",
    "m",
    "x",
    "an",
    "st",
    "mü",
    "zo",
    "beck",
    "steff",
    "müller",
    "mueller",
    "schroed",
    "stefan b",
    "b stefan",
    "a b",
    "hans-p",
    "praxis",
    "praxis beck",
    "zahnarzt anna",
    "xyz",
    "0171",
    "0171 12",
    "+49 171 5",
    "4567",
];

/// So many messages are on a page; a suggestion is the best of all that fit.
const PAGE: usize = 50;

/// So often each is asked for, in turns with the linear scan.
const TURNS: usize = 10;

pub(crate) fn measure() -> Measured {
    let mut measured = Measured::default();
    let mut rows = Vec::new();
    let mut suggestion = 0.0;
    for many in [1_000, 10_000, 100_000] {
        let (found, scanned) = suggest(many);
        rows.push(row(&format!("suggestion among {many} contacts"), &found, &scanned));
        suggestion = found.at(99);
    }
    let (mut opening, mut search) = (0.0, 0.0);
    for many in [1_000, 100_000, growth::MANY] {
        let (opened, found, scanned) = look_up(many);
        rows.push(row(&format!("first page of a search among {many} messages"), &found, &scanned));
        rows.push(vec![format!("opening the history of {many} messages"), opened.shown_with_tail(), "–".to_owned()]);
        (opening, search) = (opened.at(99), found.at(99));
    }
    measured.table(&["", "median / 99th percentile", "linear scan in memory"], rows);
    let shown = |value: f64| format!("{value:.1} ms");
    measured.goal(
        "a suggestion among 100,000 contacts within 10 ms (99th percentile)",
        shown(suggestion),
        suggestion <= 10.0,
    );
    measured.goal(
        "opening the history of a million messages within 30 ms (99th percentile)",
        shown(opening),
        opening <= 30.0,
    );
    let goal = "the first page of a search of two letters or more among them within 30 ms (99th percentile)";
    measured.goal(goal, shown(search), search <= 30.0);
    measured
}

fn row(name: &str, found: &Series, scanned: &Series) -> Vec<String> {
    vec![name.to_owned(), found.shown_with_tail(), scanned.shown_with_tail()]
}

fn suggest(many: usize) -> (Series, Series) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let store = Store::open(folder.path()).expect("the database can be opened");
    store.now(|c| crowd::add(c, many)).expect("contacts can be kept");
    let question = "SELECT lower(c.name || ' ' || c.organisation || ' ' || group_concat(n.number, ' '))
        FROM contact c JOIN contact_number n ON n.contact_id = c.id GROUP BY c.id";
    let all = store.now(|c| texts(c, question)).expect("contacts can be read");
    in_turns(&NAMES, |typed| store.now(|c| contacts::suggest(c, typed).map(|found| found.len())), &all, usize::MAX)
}

fn look_up(many: i64) -> (Series, Series, Series) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let own = if many == growth::MANY { growth::archive() } else { folder.path().to_owned() };
    let store = Store::open(&own).expect("the database can be opened");
    store.now(|c| archive::fill(c, many)).expect("messages can be kept");
    let question = "SELECT lower(coalesce(recipient_name, '') || ' ' || recipient_number || ' ' || body)
        FROM message ORDER BY id DESC";
    let all = store.now(|c| texts(c, question)).expect("messages can be read");
    let page = |search: &str| {
        let filter = HistoryFilter { search: search.to_owned(), ..HistoryFilter::default() };
        store.now(|c| history::page(c, &filter, None).map(|page| page.messages.len()))
    };
    let mut opening = Series::new(Unit::Milliseconds);
    for _ in 0..200 {
        opening.add_time(timed(|| page("").expect("the history can be read")));
    }
    // The goal is for two letters and more.
    let words: Vec<&str> = archive::SEARCHES.into_iter().filter(|text| text.chars().nth(1).is_some()).collect();
    let (found, scanned) = in_turns(&words, page, &all, PAGE);
    store.close_well().expect("the database can be closed");
    (opening, found, scanned)
}

fn texts(connection: &Connection, question: &str) -> Result<Vec<String>, StoreError> {
    let mut question = connection.prepare(question)?;
    let texts = question.query_map([], |row| row.get(0))?;
    Ok(texts.collect::<Result<_, _>>()?)
}

/// Each is asked for by the core and looked for in memory, in turns.
fn in_turns(
    typed: &[&str],
    find: impl Fn(&str) -> Result<usize, StoreError>,
    all: &[String],
    most: usize,
) -> (Series, Series) {
    let (mut found, mut scanned) = (Series::new(Unit::Milliseconds), Series::new(Unit::Milliseconds));
    for _ in 0..TURNS {
        for typed in typed {
            found.add_time(timed(|| find(typed).expect("it can be looked for")));
            scanned.add_time(timed(|| scan(all, typed, most)));
        }
    }
    (found, scanned)
}

/// Those that hold every word, as somebody would look for them who has everything in memory.
fn scan(all: &[String], typed: &str, most: usize) -> usize {
    let words: Vec<&str> = typed.split(' ').collect();
    all.iter().filter(|text| words.iter().all(|word| text.contains(word))).take(most).count()
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begin = Instant::now();
    black_box(work());
    begin.elapsed()
}
