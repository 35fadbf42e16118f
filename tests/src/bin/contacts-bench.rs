//! How quick the contacts are where there are many: `contacts-bench [CONTACTS]`, 100,000 where nothing else is said.
#![expect(clippy::expect_used, reason = "a measurement that cannot be made can only stop and say so")]
#![expect(clippy::print_stdout, reason = "the figures are the point of it")]

use std::time::{Duration, Instant};

use famulor_sms_core::contacts::{self, ContactError};
use famulor_sms_core::store::Store;
use famulor_sms_core::types::ContactFilter;
use famulor_sms_tests::crowd;
use rusqlite::Connection;

const TYPED: [&str; 44] = [
    "a",
    "m",
    "s",
    "x",
    "z",
    "ö",
    "an",
    "st",
    "mü",
    "zo",
    "qu",
    "beck",
    "steff",
    "müller",
    "mueller",
    "gross",
    "schroed",
    "oez",
    "stefan b",
    "b stefan",
    "a b",
    "m m",
    "anna beck",
    "beck anna",
    "hans-p",
    "käthe lang",
    "praxis",
    "praxis beck",
    "auto k",
    "zahnarzt anna",
    "xyz",
    "anna xyz",
    "01",
    "0171",
    "0171 12",
    "017112345",
    "+49 171 5",
    "0049171",
    "4567",
    "77777",
    "030 90",
    "12 34 56 78 9",
    "99999999",
    "555",
];

fn main() {
    let contacts: usize =
        std::env::args().nth(1).map_or(100_000, |number| number.parse().expect("a number of contacts"));
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let store = Store::open(folder.path()).expect("the database can be opened");
    store.now(|c| fill(c, contacts)).expect("the database can be filled");
    store.now(|c| measure_suggestions(c)).expect("suggestions can be made");
    store.now(|c| measure_list(c)).expect("the list can be read");
    store.now(measure_writing).expect("contacts can be written");
    let begin = Instant::now();
    store.forget_everything().expect("all can be forgotten");
    println!("{:<34} {:>10.1?}", "forget everything", begin.elapsed());
}

fn fill(connection: &mut Connection, contacts: usize) -> Result<(), ContactError> {
    let begin = Instant::now();
    crowd::add(connection, contacts)?;
    println!("{:<34} {:>10.1?}", format!("write {contacts} contacts"), begin.elapsed());
    Ok(())
}

fn measure_suggestions(connection: &Connection) -> Result<(), ContactError> {
    let mut all = Vec::new();
    for typed in TYPED {
        let (mut times, mut found) = (Vec::new(), 0);
        for _ in 0..50 {
            let begin = Instant::now();
            found = contacts::suggest(connection, typed)?.len();
            times.push(begin.elapsed());
        }
        all.extend(times.iter().copied());
        tell(&format!("suggest {typed}"), times, found);
    }
    let count = all.len();
    tell("all suggestions", all, count);
    Ok(())
}

fn measure_list(connection: &Connection) -> Result<(), ContactError> {
    let all = ContactFilter::default();
    let searched = |search: &str| ContactFilter { search: search.into(), ..ContactFilter::default() };
    let letter = ContactFilter { letter: Some("M".into()), ..all.clone() };
    let favourites = ContactFilter { favourites: true, ..all.clone() };
    for (name, filter) in [
        ("list", all.clone()),
        ("list M", letter),
        ("list favourites", favourites),
        ("list m", searched("m")),
        ("list anna", searched("anna")),
        ("list müller a", searched("müller a")),
        ("list 0171", searched("0171")),
        ("list 01", searched("01")),
    ] {
        measure(name, || Ok(contacts::list(connection, &filter, None)?.contacts.len()))?;
    }
    let mut after = None;
    for _ in 0..300 {
        after = contacts::list(connection, &all, after.as_ref())?.next.or(after);
    }
    measure("list, page 300", || Ok(contacts::list(connection, &all, after.as_ref())?.contacts.len()))?;
    measure("letters", || Ok(contacts::letters(connection)?.len()))?;
    measure("duplicates", || Ok(contacts::duplicates(connection)?.len()))
}

fn measure_writing(connection: &mut Connection) -> Result<(), ContactError> {
    let mut ids = (5..).step_by(11);
    measure("set favourite", || {
        contacts::set_favourite(connection, ids.next().unwrap_or_default(), true, 2).map(|_| 1)
    })?;
    measure("delete and bring back", || {
        let deleted = contacts::delete(connection, ids.next().unwrap_or_default())?;
        contacts::bring_back(connection, &deleted).map(|_| 1)
    })
}

fn measure(name: &str, mut work: impl FnMut() -> Result<usize, ContactError>) -> Result<(), ContactError> {
    let (mut times, mut found) = (Vec::new(), 0);
    for _ in 0..20 {
        let begin = Instant::now();
        found = work()?;
        times.push(begin.elapsed());
    }
    tell(name, times, found);
    Ok(())
}

fn tell(name: &str, mut times: Vec<Duration>, found: usize) {
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len() - 1)).expect("measured");
    println!("{name:<34} p50 {:>10.2?}  p99 {:>10.2?}  max {:>10.2?}  {found} found", at(50), at(99), at(100));
}
