//! What a million messages cost: start, memory and a send, beside an empty database.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::{ApiKey, MemoryKeyStore};
use famulor_sms_core::famulor::Limits;
use famulor_sms_core::store::Store;
use famulor_sms_tests::office::{Desk, Letter, quick};
use famulor_sms_tests::{archive, place};
use tokio::runtime::Runtime;

use crate::figures::{Series, Unit};
use crate::programs::{self, Subject};
use crate::report::Measured;
use crate::service::{self, AGE, KEY, Service};
use crate::start::mebibytes;
use crate::window::Opened;

/// So many messages are many.
pub(crate) const MANY: i64 = 1_000_000;

/// So often is sent in each round: below what the program sends in ten seconds.
const SENDS: usize = 12;

/// A start differs by a third from one time to the next: the medians of five came to 1.23 once and to 0.96 a minute later.
const STARTS: usize = 15;

/// A send takes so little that whatever else the machine does shows in it: so many rounds of sends can tell a tenth apart.
const ROUNDS_OF_SENDS: usize = 20;

struct Figures {
    name: &'static str,
    data: PathBuf,
    first_pixels: Series,
    settled: Series,
    memory: Series,
    /// Of the first send after the database was opened: the first byte of the body.
    first_send: Series,
    committed: Series,
    first_byte: Series,
}

pub(crate) fn measure() -> Measured {
    let service = Service::start();
    let mut both =
        [Figures::new("empty database", service.data("empty")), Figures::new("a million messages", archive())];
    for _ in 0..STARTS {
        both.iter_mut().for_each(|figures| figures.open(&service));
    }
    let runtime = Runtime::new().expect("the system gives threads");
    for round in 0..ROUNDS_OF_SENDS {
        runtime.block_on(send_in_turns(&mut both, round));
    }
    report(&both)
}

/// From both databases, letter by letter, the first from the one and from the other.
async fn send_in_turns(both: &mut [Figures; 2], round: usize) {
    let [empty, many] = &*both;
    let mut senders = [Sender::begin(&empty.data).await, Sender::begin(&many.data).await];
    for n in 0..SENDS {
        for turn in [0, 1] {
            let place = (round + n + turn) % 2;
            both[place].add(n, senders[place].send(round, n).await);
        }
    }
    for sender in senders {
        sender.end().await;
    }
}

/// A database of a million messages, made once and kept beside the program.
pub(crate) fn archive() -> PathBuf {
    let folder = place::kept("million-messages");
    service::settle_in(&folder);
    let store = Store::open(&folder).expect("the database can be opened");
    store.now(|c| archive::fill(c, MANY)).expect("a million messages can be kept");
    store.close_well().expect("the database can be closed");
    folder
}

impl Figures {
    fn new(name: &'static str, data: PathBuf) -> Self {
        let time = || Series::new(Unit::Milliseconds);
        let (first_pixels, settled, memory) = (time(), time(), Series::new(Unit::MiB));
        Self { name, data, first_pixels, settled, memory, first_send: time(), committed: time(), first_byte: time() }
    }

    fn open(&mut self, service: &Service) {
        let subject: Subject = programs::own(&self.data, service);
        let opened = Opened::begin(&subject);
        if let Some(opening) = opened.watch() {
            self.first_pixels.add_time(opening.first_pixels);
            opening.settled.into_iter().for_each(|settled| self.settled.add_time(settled));
            self.memory.add(mebibytes(opening.memory));
        }
        opened.end();
    }

    fn add(&mut self, n: usize, (committed, first_byte): (Duration, Duration)) {
        if n == 0 {
            self.first_send.add_time(first_byte);
        } else {
            self.committed.add_time(committed);
            self.first_byte.add_time(first_byte);
        }
    }

    fn row(&self) -> Vec<String> {
        let figures =
            [&self.first_pixels, &self.settled, &self.memory, &self.first_send, &self.committed, &self.first_byte];
        [self.name.to_owned()].into_iter().chain(figures.map(Series::shown)).collect()
    }
}

/// The program without its window, and a service of its own.
struct Sender {
    simulator: Simulator,
    desk: Desk,
}

impl Sender {
    async fn begin(data: &Path) -> Self {
        let simulator = Simulator::start(Account::example(KEY)).await.expect("loopback has free ports");
        let keys = ApiKey::parse(KEY).map_or_else(|_| MemoryKeyStore::default(), MemoryKeyStore::holding);
        let mut desk = set_up(data, &simulator.url(), Arc::new(keys)).await;
        desk.change(AGE, []).expect("what was sent can be made older");
        desk.start_work(quick());
        Self { simulator, desk }
    }

    /// From the form's command to the commit, and to the first byte of the body.
    async fn send(&mut self, round: usize, n: usize) -> (Duration, Duration) {
        let letter =
            Letter::to(&format!("0171 3{round:02}{n:04}")).saying(&format!("Guten Tag {round} {n}")).confirmed();
        let begin = Instant::now();
        let id = self.desk.send(&letter).await;
        let committed = begin.elapsed();
        self.simulator.wait_for_ledger(n + 1).await;
        let first_byte = begin.elapsed();
        self.desk.end_of(id).await;
        (committed, first_byte)
    }

    async fn end(mut self) {
        self.desk.stop_work().await;
        let left = tokio::task::spawn_blocking(move || {
            self.desk.store.close_well().expect("the database can be closed");
            drop(self);
        });
        left.await.expect("the desk can be left");
    }
}

async fn set_up(data: &Path, url: &str, keys: Arc<MemoryKeyStore>) -> Desk {
    let (data, url) = (data.to_owned(), url.to_owned());
    let opening = tokio::task::spawn_blocking(move || Desk::set_up(&data, &url, keys, Limits::default()));
    let desk = opening.await.expect("the desk can be set up");
    desk.session.read_key().await.expect("the account answers");
    desk
}

fn report([empty, many]: &[Figures; 2]) -> Measured {
    let mut measured = Measured::default();
    let ratio = |of: fn(&Figures) -> &Series| of(many).ratio(of(empty));
    let ratios = [
        ratio(|f| &f.first_pixels),
        ratio(|f| &f.settled),
        ratio(|f| &f.memory),
        ratio(|f| &f.first_send),
        ratio(|f| &f.committed),
        ratio(|f| &f.first_byte),
    ];
    let last = ["ratio".to_owned()].into_iter().chain(ratios.map(|ratio| format!("{ratio:.2}"))).collect();
    let head = [
        "",
        "first pixels",
        "settled",
        "memory (PSS)",
        "first send: first byte",
        "later: committed",
        "later: first byte",
    ];
    measured.table(&head, vec![empty.row(), many.row(), last]);
    measured.ratio("a million messages: start (settled) within 1.05 of an empty database", ratios[1], 1.05);
    measured.ratio("a million messages: memory within 1.05", ratios[2], 1.05);
    measured.ratio("a million messages: a send costs the same (first byte within 1.10)", ratios[5], 1.10);
    measured
}
