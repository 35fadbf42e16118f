//! How quick the history is over many messages: `history-bench [FOLDER [MESSAGES]]`, a million in a temporary folder where
//! nothing else is said. A folder that is filled already is measured again as it is.
#![expect(clippy::expect_used, reason = "a measurement that cannot be made can only stop and say so")]
#![expect(clippy::print_stdout, reason = "the figures are the point of it")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use famulor_sms_core::keeping;
use famulor_sms_core::store::{FILE_NAME, Store, StoreError};
use famulor_sms_core::types::{HistoryFilter, MessageState};
use famulor_sms_core::{PhoneNumber, estimate, history};
use famulor_sms_tests::archive::{self, EVERY, FIRST, SEARCHES};
use rusqlite::Connection;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let temporary = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = arguments.next().map_or_else(|| temporary.path().to_owned(), PathBuf::from);
    let messages: i64 = arguments.next().map_or(1_000_000, |number| number.parse().expect("a number of messages"));
    let store = Store::open(&folder).expect("the database can be opened");
    store.now(|c| fill(c, messages)).expect("the database can be filled");
    store.now(check).expect("the database can be checked");
    store.now(|c| measure_pages(c, messages)).expect("the pages can be read");
    store.now(measure_searches).expect("the searches can be made");
    store.now(|c| measure_sums(c, messages)).expect("the sums can be made");
    store.now(measure_estimates).expect("the estimates can be made");
    store.now(measure_writing).expect("messages can be written");
    store.now(|c| measure_deleting(c, messages)).expect("messages can be deleted");
    println!("file at the end: {} bytes", std::fs::metadata(folder.join(FILE_NAME)).expect("it is there").len());
}

fn fill(connection: &mut Connection, messages: i64) -> Result<(), StoreError> {
    let begin = Instant::now();
    if archive::fill(connection, messages)? {
        println!("filled with {messages} messages in {:.1?}", begin.elapsed());
    } else {
        println!("messages are there already");
    }
    Ok(())
}

fn check(connection: &mut Connection) -> Result<(), StoreError> {
    let begin = Instant::now();
    let found: String = connection.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    println!("quick_check: {found} in {:.1?}", begin.elapsed());
    Ok(())
}

fn measure_pages(connection: &mut Connection, messages: i64) -> Result<(), StoreError> {
    let all = HistoryFilter::default();
    let middle = FIRST + messages / 2 * EVERY;
    let month = HistoryFilter { from: Some(middle), until: Some(middle + 30 * 86_400_000), ..all.clone() };
    let until = HistoryFilter { until: Some(middle), ..all.clone() };
    let state = |state| HistoryFilter { state: Some(state), ..HistoryFilter::default() };
    let sender = HistoryFilter { sender_id: Some(3), ..all.clone() };
    let number = HistoryFilter { number: Some("+491710000000".into()), ..all.clone() };
    page(connection, "first page", &all, None)?;
    page(connection, "deep page", &all, Some(messages / 2))?;
    page(connection, "until the middle", &until, None)?;
    page(connection, "a month in the middle", &month, None)?;
    page(connection, "sent", &state(MessageState::Sent), None)?;
    page(connection, "unclear", &state(MessageState::Unclear), None)?;
    page(connection, "held (none)", &state(MessageState::Held), None)?;
    page(connection, "one sender", &sender, None)?;
    page(connection, "one number", &number, None)?;
    let both = HistoryFilter { state: Some(MessageState::Rejected), ..sender.clone() };
    page(connection, "one sender, rejected", &both, None)?;
    page(
        connection,
        "unclear until the middle",
        &HistoryFilter { until: Some(middle), ..state(MessageState::Unclear) },
        None,
    )?;
    page(
        connection,
        "sent until the middle",
        &HistoryFilter { until: Some(middle), ..state(MessageState::Sent) },
        None,
    )?;
    let search = |text: &str, filter: &HistoryFilter| HistoryFilter { search: text.into(), ..filter.clone() };
    page(connection, "termin until the middle", &search("termin", &until), None)?;
    page(connection, "termin, rejected", &search("termin", &state(MessageState::Rejected)), None)?;
    page(connection, "absent, rejected", &search("xyzxyz", &state(MessageState::Rejected)), None)?;
    page(connection, "termin, unclear", &search("termin", &state(MessageState::Unclear)), None)?;
    page(connection, "termin, one sender", &search("termin", &sender), None)?;
    page(connection, "xylophon, one sender", &search("xylophon", &sender), None)?;
    page(connection, "termin, one number", &search("termin", &number), None)
}

fn measure_searches(connection: &mut Connection) -> Result<(), StoreError> {
    for text in SEARCHES {
        page(
            connection,
            &format!("search {text}"),
            &HistoryFilter { search: text.into(), ..HistoryFilter::default() },
            None,
        )?;
    }
    Ok(())
}

fn measure_sums(connection: &mut Connection, messages: i64) -> Result<(), StoreError> {
    let filters = [
        ("all", HistoryFilter::default()),
        ("sent", HistoryFilter { state: Some(MessageState::Sent), ..HistoryFilter::default() }),
        ("termin", HistoryFilter { search: "termin".into(), ..HistoryFilter::default() }),
        ("e", HistoryFilter { search: "e".into(), ..HistoryFilter::default() }),
        ("zz", HistoryFilter { search: "zz".into(), ..HistoryFilter::default() }),
        ("second half", HistoryFilter { from: Some(FIRST + messages / 2 * EVERY), ..HistoryFilter::default() }),
    ];
    for (name, filter) in filters {
        let begin = Instant::now();
        let sum = history::sum(connection, &filter)?;
        println!("sum of {name:<25} {:>10.1?}  {} messages, {:?}", begin.elapsed(), sum.count, sum.costs);
    }
    let begin = Instant::now();
    let range = history::range(connection)?;
    println!("range {:>10.1?}, {} senders", begin.elapsed(), range.senders.len());
    Ok(())
}

/// What stands beside the text while it is typed.
fn measure_estimates(connection: &mut Connection) -> Result<(), StoreError> {
    connection.execute(
        "INSERT OR IGNORE INTO account (id, key_generation, name, email, balance, checked_at, key_is_kept)
         VALUES (1, 1, 'Praxis', 'office@example.org', '10', 0, 1)",
        [],
    )?;
    for (name, number, sender) in [
        ("estimate, same sender", "+491710000000", 3),
        ("estimate, any sender", "+491710000000", 99),
        ("estimate, another country", "+905321234567", 3),
    ] {
        let number = PhoneNumber::from_e164(number).expect("it is one");
        let mut times = Vec::new();
        for _ in 0..20 {
            let begin = Instant::now();
            estimate::estimate(connection, Some(&number), Some(sender), 2)?;
            times.push(begin.elapsed());
        }
        tell(name, &mut times, 0);
    }
    Ok(())
}

/// What the index adds to the commit that stands before every send.
fn measure_writing(connection: &mut Connection) -> Result<(), StoreError> {
    let mut times = Vec::new();
    for n in 0..100 {
        let begin = Instant::now();
        connection.execute(
            "INSERT INTO message (uuid, draft_id, recipient_name, recipient_number, body, sender_id, sender_number,
                 account_email, key_generation, predicted_segments, created_at, due_at)
             VALUES (hex(randomblob(16)), hex(randomblob(16)), 'Jörg Groß', '+4917612345678', 'Guten Tag, Ihr Termin mit der
                 Nummer ' || ?1 || ' ist verschoben. Mit freundlichen Grüßen, Ihr Team', 3, '+4930000003', 'a@b.example',
                 1, 1, 1900000000000 + ?1, 1900000000000 + ?1)",
            [n],
        )?;
        times.push(begin.elapsed());
    }
    tell("write one message", &mut times, 0);
    Ok(())
}

fn measure_deleting(connection: &mut Connection, messages: i64) -> Result<(), StoreError> {
    let mut times = Vec::new();
    let mut sent = connection.prepare("SELECT id FROM message WHERE id > ?1 AND state = 'sent' LIMIT 20")?;
    let ids: Vec<i64> = sent.query_map([messages / 2], |row| row.get(0))?.collect::<Result<_, _>>()?;
    drop(sent);
    for id in ids {
        let begin = Instant::now();
        keeping::delete_message(connection, id, 0)?;
        times.push(begin.elapsed());
    }
    tell("delete one message", &mut times, 0);
    let mut times = Vec::new();
    let mut gone = 0;
    for _ in 0..4 {
        let begin = Instant::now();
        gone += keeping::forget_older(connection, FIRST + messages / 4 * EVERY, 0)?.deleted;
        times.push(begin.elapsed());
    }
    tell("forget older, a step", &mut times, gone as usize);
    Ok(())
}

fn page(connection: &Connection, name: &str, filter: &HistoryFilter, before: Option<i64>) -> Result<(), StoreError> {
    let mut found = 0;
    let mut times = Vec::new();
    for _ in 0..20 {
        let begin = Instant::now();
        found = history::page(connection, filter, before)?.messages.len();
        times.push(begin.elapsed());
    }
    tell(name, &mut times, found);
    Ok(())
}

/// Of twenty (or a hundred) the longest stands for the 99th percentile.
fn tell(name: &str, times: &mut [Duration], found: usize) {
    times.sort_unstable();
    let (middle, longest) = (times.get(times.len() / 2), times.last());
    println!(
        "{name:<34} p50 {:>10.2?}  p99 {:>10.2?}  {found} found",
        middle.expect("measured"),
        longest.expect("measured")
    );
}
