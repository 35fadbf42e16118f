//! From the command to the window: first pixels, a window that stands still, a field that takes a key.

use std::iter;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use famulor_sms_tests::Database;
use famulor_sms_tests::keyboard::Key;
use uuid::Uuid;

use crate::figures::{Series, Unit};
use crate::programs::{self, BEST_BARE, COMPILED, OWN, Subject, WITHOUT_GPU};
use crate::report::Measured;
use crate::service::Service;
use crate::window::Opened;

/// Ways of WebKit's that are tried beside those that the program chooses by itself.
const WAYS: [(&str, &[(&str, &str)]); 6] = [
    ("with JavaScript compiled", &[(COMPILED, "1")]),
    ("with one variable", &[(WITHOUT_GPU, "1")]),
    ("with the accelerated way (variable = 0)", &[(WITHOUT_GPU, "0")]),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", &[("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), (WITHOUT_GPU, "0")]),
    ("LIBGL_ALWAYS_SOFTWARE", &[("LIBGL_ALWAYS_SOFTWARE", "1"), (WITHOUT_GPU, "0")]),
    ("both of WebKit's", &[("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), (WITHOUT_GPU, "1")]),
];

/// So often each is started: bare windows differ by more than a half, since some of them stand still by chance.
const STARTS: usize = 9;

/// The program and the bare window that it is compared with are each started so often for every start of the others: of nine
/// starts two or three that stand still move the median.
const STARTS_OF_COMPARED: usize = 3;

struct Figures {
    subject: Subject,
    first_pixels: Series,
    settled: Series,
    key: Series,
    calculated: Series,
    memory: Series,
}

pub(crate) fn measure() -> Measured {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let service = Service::start();
    let data = service.data("data");
    let mut all: Vec<Figures> =
        subjects(programs::own(&data, &service), folder.path()).into_iter().map(Figures::new).collect();
    for _ in 0..STARTS {
        // What was open before leaves its files in memory or pushes out others, so each comes after another one each time.
        let times = |(place, figures): (usize, &Figures)| iter::repeat_n(place, figures.starts_in_a_round());
        let mut order: Vec<usize> = all.iter().enumerate().flat_map(times).collect();
        order.sort_by_cached_key(|_| Uuid::new_v4());
        for place in order {
            all[place].open();
        }
        if let Some(own) = all.first_mut() {
            own.press_keys(&data);
        }
    }
    let mut measured = Measured::default();
    let head = ["program", "first pixels", "settled", "takes a key", "processor until settled", "memory (PSS)"];
    measured.table(&head, all.iter().map(Figures::row).collect());
    goals(&mut measured, &all);
    measured
}

fn subjects(own: Subject, folder: &Path) -> Vec<Subject> {
    let ways = WAYS.map(|(name, variables)| {
        let environment = [own.environment.clone(), programs::set(variables)].concat();
        Subject { name, environment, ..own.clone() }
    });
    let mut all = vec![own, programs::bare_without_gpu(), programs::bare_with_one_variable(), programs::bare()];
    all.extend(ways);
    all.extend(programs::peers(folder));
    all
}

impl Figures {
    fn new(subject: Subject) -> Self {
        let time = || Series::new(Unit::Milliseconds);
        let (first_pixels, settled, key) = (time(), time(), time());
        Self {
            subject,
            first_pixels,
            settled,
            key,
            calculated: Series::new(Unit::Seconds),
            memory: Series::new(Unit::MiB),
        }
    }

    fn starts_in_a_round(&self) -> usize {
        if [OWN, BEST_BARE].contains(&self.subject.name) { STARTS_OF_COMPARED } else { 1 }
    }

    fn open(&mut self) {
        let opened = Opened::begin(&self.subject);
        if let Some(opening) = opened.watch() {
            self.first_pixels.add_time(opening.first_pixels);
            opening.settled.into_iter().for_each(|settled| self.settled.add_time(settled));
            self.calculated.add_time(opening.calculated);
            self.memory.add(mebibytes(opening.memory));
        }
        opened.end();
    }

    /// Presses a key again and again from the first pixels on; those that came too early are not in the draft.
    fn press_keys(&mut self, data: &Path) {
        let opened = Opened::begin(&self.subject);
        if opened.wait_for_first_pixels().is_none() {
            return opened.end();
        }
        let keyboard = opened.desktop.keyboard();
        let mut pressed = Vec::new();
        while pressed.len() < 150 {
            pressed.push(keyboard.press(&[Key::A]));
            thread::sleep(Duration::from_millis(10));
        }
        let taken = kept_letters(data);
        if let Some(first) = pressed.len().checked_sub(taken).and_then(|missed| pressed.get(missed)) {
            self.key.add_time(first.duration_since(opened.begun));
        }
        opened.end();
        let _ = Database::in_folder(data).change("DELETE FROM draft");
    }

    fn row(&self) -> Vec<String> {
        let figures = [&self.first_pixels, &self.settled, &self.key, &self.calculated, &self.memory];
        [self.subject.name.to_owned()].into_iter().chain(figures.map(Series::shown)).collect()
    }
}

/// How many letters are in the draft once it is kept and grows no more.
fn kept_letters(data: &Path) -> usize {
    let database = Database::in_folder(data);
    let (begin, mut letters) = (Instant::now(), 0);
    while begin.elapsed() < Duration::from_secs(2) {
        letters = database.answer("SELECT recipient FROM draft").unwrap_or_default().len();
        thread::sleep(Duration::from_millis(50));
    }
    letters
}

fn goals(measured: &mut Measured, all: &[Figures]) {
    let named = |name: &str| all.iter().find(|figures| figures.subject.name == name);
    let (Some(own), Some(bare), Some(best)) = (all.first(), named("bare window"), named(BEST_BARE)) else {
        return;
    };
    let first = own.first_pixels.ratio(&bare.first_pixels);
    measured.ratio("first pixels within 1.05 of the bare window", first, 1.05);
    let settled = own.settled.ratio(&best.settled);
    measured.ratio("settled within 1.10 of the bare window with the best settings", settled, 1.10);
    let key = own.key.ratio(&best.settled);
    measured.ratio("ready for keys within 1.10 of that window being settled", key, 1.10);
    let peers = all.iter().filter(|figures| figures.subject.package.is_some() && !figures.settled.is_empty());
    if let Some(fastest) = peers.min_by(|one, other| one.settled.median().total_cmp(&other.settled.median())) {
        let (own_last, peer) = (own.settled.median().max(own.key.median()), fastest.settled.median());
        let told = format!("{own_last:.0} ms; {}: {peer:.0} ms", fastest.subject.name);
        measured.goal("settled and ready for keys before any of the peers is settled", told, own_last < peer);
    }
    measured.ratio(
        "memory within 1.10 of the bare window with the best settings",
        own.memory.ratio(&best.memory),
        1.10,
    );
}

pub(crate) fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
