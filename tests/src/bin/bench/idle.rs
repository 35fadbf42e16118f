//! What the program does while nobody does anything.

use std::thread;
use std::time::Duration;

use famulor_sms_tests::footprint::Tree;

use crate::ROUNDS;
use crate::figures::{Series, Unit};
use crate::programs::{self, OWN, Subject};
use crate::report::Measured;
use crate::service::Service;
use crate::window::Opened;

/// How long one look takes; all programs are looked at at once, each on a desktop of its own.
const LOOK: Duration = Duration::from_secs(12);

/// What a start has to do afterwards is over then: backups are made after half a minute.
const AFTER_START: Duration = Duration::from_secs(45);

struct Figures {
    subject: Subject,
    opened: Opened,
    busy: Series,
    wake_ups: Series,
}

pub(crate) fn measure() -> Measured {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut all: Vec<Figures> = subjects(&service, folder.path()).into_iter().map(Figures::open).collect();
    thread::sleep(AFTER_START);
    for _ in 0..ROUNDS {
        let before: Vec<_> = all.iter().map(|figures| taken(&figures.opened.tree)).collect();
        thread::sleep(LOOK);
        for (figures, (calculated, wake_ups)) in all.iter_mut().zip(before) {
            let (calculated_now, wake_ups_now) = taken(&figures.opened.tree);
            // Those that ended meanwhile have taken their time with them.
            figures.busy.add(calculated_now.saturating_sub(calculated).as_secs_f64() / LOOK.as_secs_f64() * 100.0);
            figures.wake_ups.add(wake_ups_now.saturating_sub(wake_ups) as f64 * 60.0 / LOOK.as_secs_f64());
        }
    }
    let measured = report(&all);
    all.into_iter().for_each(|figures| figures.opened.end());
    measured
}

fn subjects(service: &Service, folder: &std::path::Path) -> Vec<Subject> {
    let own = |name| Subject { name, ..programs::own(&service.data(name), service) };
    let mut background = own("Famulor SMS in the background");
    background.words.push("--background".to_owned());
    let mut all = vec![own(OWN), background, programs::bare_without_gpu()];
    all.extend(programs::peers(folder));
    all
}

fn taken(tree: &Tree) -> (Duration, u64) {
    (tree.calculated(), tree.wake_ups())
}

impl Figures {
    fn open(subject: Subject) -> Self {
        let opened = Opened::begin(&subject);
        Self { subject, opened, busy: Series::new(Unit::Percent), wake_ups: Series::new(Unit::PerMinute) }
    }
}

fn report(all: &[Figures]) -> Measured {
    let mut measured = Measured::default();
    let row = |f: &Figures| vec![f.subject.name.to_owned(), f.busy.shown(), f.wake_ups.shown()];
    measured.table(&["program", "of one processor", "wake-ups"], all.iter().map(row).collect());
    for figures in all.iter().take(2) {
        let (goal, busy) = (format!("{}: 0.1 % of a processor or less", figures.subject.name), figures.busy.median());
        measured.goal(&goal, Unit::Percent.shown(busy), busy <= 0.1);
    }
    measured
}
