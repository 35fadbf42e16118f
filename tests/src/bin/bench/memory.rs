//! Memory: settled, after a thousand messages, and after a while in which nothing happens.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use famulor_sms_tests::footprint::Tree;
use famulor_sms_tests::wait::wait_until;
use famulor_sms_tests::{Database, Program};

use crate::ROUNDS;
use crate::figures::{Series, Unit};
use crate::programs::{self, Subject};
use crate::report::Measured;
use crate::service::{AGE, Service};
use crate::start::mebibytes;
use crate::window::Opened;

/// So many messages are sent.
const MESSAGES: usize = 1000;

/// What was begun is done then.
const REST: Duration = Duration::from_secs(8);

/// Stands for an hour in which nothing happens.
const IDLE: Duration = Duration::from_secs(20);

/// Sends as the form does, to a new number each time, as fast as the program takes them.
const SEND: &str = "const done = arguments[arguments.length - 1];
(async () => {
  for (let n = arguments[0]; n < arguments[1]; n++) {
    await window.__TAURI_INTERNALS__.invoke('send_message', { form: {
      draft_id: crypto.randomUUID(), recipient: `+4917612${String(n).padStart(6, '0')}`, contact_id: null, sender_id: 1,
      body: `Guten Tag, Ihre Bestellung ${n} ist da.`, due_at: null, repeats: null, unfilled: [], confirmed: true } });
  }
})().then(() => done(null), why => done(String(why?.message ?? why)))";

/// Settled, after the messages, after the while.
struct Figures {
    name: String,
    settled: Series,
    after_messages: Series,
    later: Series,
}

pub(crate) fn measure() -> Measured {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut own = Figures::new("Famulor SMS (steered)");
    let mut subjects = vec![programs::bare_without_gpu()];
    subjects.extend(programs::peers(folder.path()));
    let mut others: Vec<_> = subjects.into_iter().map(|subject| (Figures::new(subject.name), subject)).collect();
    let mut sent_in = Series::new(Unit::Seconds);
    for _ in 0..ROUNDS {
        // An account has money for so many, and not for five times as many.
        let service = Service::start();
        sent_in.add_time(own.send(&service, &service.data("data")));
        others.iter_mut().for_each(|(figures, subject)| figures.watch(subject));
    }
    report(&own, others.iter().map(|(figures, _)| figures), &sent_in)
}

impl Figures {
    fn new(name: &str) -> Self {
        let memory = || Series::new(Unit::MiB);
        Self { name: name.to_owned(), settled: memory(), after_messages: memory(), later: memory() }
    }

    /// The program sends a thousand messages, which takes the time that this returns.
    fn send(&mut self, service: &Service, data: &Path) -> Duration {
        let desktop = service.desktop();
        let tree = Tree::begin(&desktop);
        service.runtime.block_on(async {
            let program = service.program(&desktop, data).await;
            thread::sleep(REST);
            self.settled.add(mebibytes(tree.memory()));
            let begin = Instant::now();
            send(&program, &Database::in_folder(data)).await;
            let sent_in = begin.elapsed();
            thread::sleep(REST);
            self.after_messages.add(mebibytes(tree.memory()));
            thread::sleep(IDLE);
            self.later.add(mebibytes(tree.memory()));
            program.close().await;
            sent_in
        })
    }

    /// Another program stands there.
    fn watch(&mut self, subject: &Subject) {
        let opened = Opened::begin(subject);
        let _ = opened.watch();
        self.settled.add(mebibytes(opened.tree.memory()));
        thread::sleep(IDLE);
        self.later.add(mebibytes(opened.tree.memory()));
        opened.end();
    }

    fn row(&self) -> Vec<String> {
        let figures = [&self.settled, &self.after_messages, &self.later];
        [self.name.clone()].into_iter().chain(figures.map(Series::shown)).collect()
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

fn report<'f>(own: &'f Figures, others: impl Iterator<Item = &'f Figures>, sent_in: &Series) -> Measured {
    let mut measured = Measured::default();
    let head = ["program", "settled", "after 1,000 messages", "after a while with nothing to do"];
    measured.table(&head, [own].into_iter().chain(others).map(Figures::row).collect());
    measured.note(format!(
        "PSS of all processes; the thousand messages were sent in {}, the while is {} s. The others send none. A \
         steered window takes some memory of its own; the plain one is in the table of starts.",
        sent_in.shown(),
        IDLE.as_secs()
    ));
    let growth = own.after_messages.ratio(&own.settled);
    measured.ratio("not more than 3 % growth after 1,000 messages", growth, 1.03);
    measured
}
