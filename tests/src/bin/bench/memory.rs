//! Memory: settled, after a thousand messages, and after a while in which nothing happens.

use std::thread;
use std::time::{Duration, Instant};

use famulor_sms_tests::footprint::Tree;
use famulor_sms_tests::wait::wait_until;
use famulor_sms_tests::{Database, Program};

use crate::figures::{Series, Unit};
use crate::programs::{self, Subject};
use crate::report::Measured;
use crate::service::{AGE, Service};
use crate::start::mebibytes;
use crate::window::Opened;

/// So many messages are sent.
const MESSAGES: usize = 1000;

/// Stands for an hour in which nothing happens.
const IDLE: Duration = Duration::from_secs(60);

/// Sends as the form does, to a new number each time, as fast as the program takes them.
const SEND: &str = "const done = arguments[arguments.length - 1];
(async () => {
  for (let n = arguments[0]; n < arguments[1]; n++) {
    await window.__TAURI_INTERNALS__.invoke('send_message', { form: {
      draft_id: crypto.randomUUID(), recipient: `+4917612${String(n).padStart(6, '0')}`, contact_id: null, sender_id: 1,
      body: `Guten Tag, Ihre Bestellung ${n} ist da.`, due_at: null, repeats: null, unfilled: [], confirmed: true } });
  }
})().then(() => done(null), why => done(String(why?.message ?? why)))";

pub(crate) fn measure() -> Measured {
    let service = Service::start();
    let (data, desktop) = (service.data("data"), service.desktop());
    let tree = Tree::begin(&desktop);
    let mut own = [Duration::ZERO; 3].map(|_| Series::new(Unit::MiB));
    let mut sent_in = Duration::ZERO;
    service.runtime.block_on(async {
        let program = service.program(&desktop, &data).await;
        look(&tree, &mut own[0]);
        let begin = Instant::now();
        send(&program, &Database::in_folder(&data)).await;
        sent_in = begin.elapsed();
        thread::sleep(Duration::from_secs(8));
        look(&tree, &mut own[1]);
        thread::sleep(IDLE);
        look(&tree, &mut own[2]);
        program.close().await;
    });
    report(&own, &others(), sent_in)
}

/// Those that send nothing, one after the other: settled, and after the same while.
fn others() -> Vec<(&'static str, [Series; 2])> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut subjects = vec![programs::bare_without_gpu()];
    subjects.extend(programs::peers(folder.path()));
    subjects.iter().map(|subject| (subject.name, watched(subject))).collect()
}

fn watched(subject: &Subject) -> [Series; 2] {
    let opened = Opened::begin(subject);
    let mut series = [Series::new(Unit::MiB), Series::new(Unit::MiB)];
    let _ = opened.watch();
    look(&opened.tree, &mut series[0]);
    thread::sleep(IDLE);
    look(&opened.tree, &mut series[1]);
    opened.end();
    series
}

/// Five looks, a second apart.
fn look(tree: &Tree, series: &mut Series) {
    for _ in 0..5 {
        thread::sleep(Duration::from_secs(1));
        series.add(mebibytes(tree.memory()));
    }
}

async fn send(program: &Program<'_>, database: &Database) {
    for first in (0..MESSAGES).step_by(100) {
        let numbers = vec![first.into(), (first + 100).into()];
        let why = program.client().execute_async(SEND, numbers).await.expect("the window answers");
        assert!(why.is_null(), "A message was not taken: {why}");
    }
    let all = MESSAGES.to_string();
    let sent = || {
        let _ = database.change(AGE);
        database.answer("SELECT CAST(count(*) AS TEXT) FROM message WHERE state = 'sent'")
    };
    assert!(wait_until(Duration::from_secs(180), || sent().as_ref() == Some(&all)), "{:?} were sent", sent());
}

fn report(own: &[Series; 3], others: &[(&str, [Series; 2])], sent_in: Duration) -> Measured {
    let mut measured = Measured::default();
    let head = ["program", "settled", "after 1,000 messages", "after a minute with nothing to do"];
    let mut rows = vec![vec!["Famulor SMS (steered)".to_owned(), own[0].shown(), own[1].shown(), own[2].shown()]];
    let other_row = |(name, [settled, later]): &(&str, [Series; 2])| {
        vec![(*name).to_owned(), settled.shown(), "–".to_owned(), later.shown()]
    };
    rows.extend(others.iter().map(other_row));
    measured.table(&head, rows);
    measured.note(format!(
        "PSS of all processes; the thousand messages were sent in {:.0} s. The others send none. A \
         steered window takes some memory of its own; the plain one is in the table of starts.",
        sent_in.as_secs_f64()
    ));
    measured.ratio("not more than 3 % growth after 1,000 messages", own[1].ratio(&own[0]), 1.03);
    measured
}
