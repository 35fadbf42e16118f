//! From the click to the wire, to the disk, to the notification; beside `curl` on the same wire and a bare sync of the disk.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use famulor_sms_tests::keyboard::{Key, Keyboard};
use famulor_sms_tests::{Database, Desktop, Program};
use rusqlite::{Connection, OpenFlags};

use crate::ROUNDS;
use crate::figures::{Series, Unit};
use crate::report::Measured;
use crate::service::{KEY, Service};

/// Outcomes within five seconds become one notification.
const BETWEEN: Duration = Duration::from_millis(5500);

/// What was written before is kept by then.
const AT_REST: Duration = Duration::from_millis(900);

/// Where notifications come, to the right of the program's window: left, top, width, height.
const CORNER: [u64; 4] = [1150, 0, 130, 400];

const PATIENCE: Duration = Duration::from_secs(20);

struct Figures {
    first_byte: Series,
    committed: Series,
    settled: Series,
    notified: Series,
    curl_first_byte: Series,
    curl: Series,
    sync: Series,
    syncs: Vec<usize>,
}

/// The parts of a measurement that stay for all its rounds.
struct Post<'p> {
    service: &'p Service,
    desktop: &'p Desktop,
    program: &'p Program<'p>,
    keyboard: Keyboard,
    data: &'p Path,
}

pub(crate) fn measure() -> Measured {
    let service = Service::start();
    let (data, desktop) = (service.data("data"), service.desktop());
    let mut figures = Figures::new();
    service.runtime.block_on(async {
        let program = service.program(&desktop, &data).await;
        let keyboard = desktop.keyboard();
        let post = Post { service: &service, desktop: &desktop, program: &program, keyboard, data: &data };
        // The first send of a run is one more round.
        for n in 0..=ROUNDS {
            post.send(n, &mut figures).await;
            curl(&service, &mut figures).await;
            sync(&data, &mut figures.sync);
            thread::sleep(BETWEEN);
        }
        for n in 0..ROUNDS {
            figures.syncs.push(post.count_syncs(100 + n).await);
        }
        program.close().await;
    });
    figures.report()
}

impl Post<'_> {
    /// Fills the form and waits until nothing is left to do but to send.
    async fn write(&self, n: usize) {
        self.program.type_into("recipient", &format!("+49 171 2{n:06}")).await;
        self.program.type_into("text", &format!("Guten Tag, Ihre Bestellung {n} ist da.")).await;
        self.program.wait_until("document.querySelector('#recipient-hint').innerText !== ''").await;
        thread::sleep(AT_REST);
    }

    async fn send(&self, n: usize, figures: &mut Figures) {
        self.write(n).await;
        let pixels = self.desktop.pixels().part(CORNER);
        let before = pixels.look();
        let known = self.service.simulator.ledger().len();
        let watching = watch_database(self.data);
        let notified = thread::spawn(move || pixels.wait_for_any_change(&before, PATIENCE));
        let pressed = self.keyboard.press(&[Key::CONTROL, Key::ENTER]);
        self.service.simulator.wait_for_ledger(known + 1).await;
        figures.first_byte.add_time(pressed.elapsed());
        let (committed, settled) = watching.join().expect("the database can be watched");
        figures.committed.add_time(committed.duration_since(pressed));
        figures.settled.add_time(settled.duration_since(pressed));
        if let Some(seen) = notified.join().expect("the screen can be watched") {
            figures.notified.add_time(seen.duration_since(pressed));
        }
        let _ = self.desktop.notifications();
    }

    /// How many syncs of the disk the kernel was asked for between the click and the first byte of the body.
    async fn count_syncs(&self, n: usize) -> usize {
        self.write(n).await;
        let log = self.data.join("strace.log");
        let mut strace = self.desktop.command("strace");
        strace.args(["-f", "-ttt", "-e", "trace=fsync,fdatasync", "-p", &self.program.pid().to_string(), "-o"]);
        let mut strace = strace.arg(&log).stderr(Stdio::null()).spawn().expect("strace can be started");
        let name = self.program.pid();
        let is_traced =
            || fs::read_to_string(format!("/proc/{name}/status")).is_ok_and(|s| !s.contains("TracerPid:\t0"));
        famulor_sms_tests::wait::wait_until(PATIENCE, is_traced);
        thread::sleep(Duration::from_millis(300));
        let known = self.service.simulator.ledger().len();
        let begin = now();
        self.keyboard.press(&[Key::CONTROL, Key::ENTER]);
        self.service.simulator.wait_for_ledger(known + 1).await;
        let end = now();
        let database = Database::in_folder(self.data);
        famulor_sms_tests::wait::wait_until(PATIENCE, || {
            database.messages().last().is_some_and(|message| message.state == "sent")
        });
        let _ = self.desktop.command("kill").arg(strace.id().to_string()).status();
        let _ = strace.wait();
        let log = fs::read_to_string(log).unwrap_or_default();
        let times = log.lines().filter(|line| line.contains("sync(")).filter_map(|line| {
            line.split_whitespace().find_map(|word| word.parse::<f64>().ok().filter(|time| *time > 1e9))
        });
        times.filter(|time| (begin..end).contains(time)).count()
    }
}

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

/// When one more message is committed, and when it is committed as sent.
fn watch_database(data: &Path) -> JoinHandle<(Instant, Instant)> {
    let path = data.join("famulor-sms.db");
    let (begun, started) = std::sync::mpsc::channel();
    let watching = thread::spawn(move || {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("it is there");
        let count = |what: &str| {
            let question = format!("SELECT count(*) FROM message WHERE {what}");
            connection.query_row(&question, [], |row| row.get::<_, u32>(0)).unwrap_or_default() as usize
        };
        let when = |what: &str, known: usize| {
            let begin = Instant::now();
            while count(what) <= known && begin.elapsed() < PATIENCE {
                thread::sleep(Duration::from_micros(300));
            }
            Instant::now()
        };
        let (all, sent) = (count("true"), count("state = 'sent'"));
        let _ = begun.send(());
        let committed = when("true", all);
        (committed, when("state = 'sent'", sent))
    });
    let _ = started.recv();
    watching
}

/// The same request by `curl`, from its start on.
async fn curl(service: &Service, figures: &mut Figures) {
    let known = service.simulator.ledger().len();
    let begin = Instant::now();
    let mut command = std::process::Command::new("curl");
    command.args(["--silent", "--fail", "--output", "/dev/null", "--cacert"]).arg(&service.certificate);
    command.args(["-H", &format!("Authorization: Bearer {KEY}"), "-H", "Content-Type: application/json"]);
    command.args(["-H", "Accept: application/json", "--data", r#"{"from":1,"to":"+491712000000","body":"Guten Tag"}"#]);
    let mut child = command.arg(format!("{}/user/sms", service.url())).spawn().expect("curl can be started");
    service.simulator.wait_for_ledger(known + 1).await;
    figures.curl_first_byte.add_time(begin.elapsed());
    let status = tokio::task::spawn_blocking(move || child.wait()).await;
    figures.curl.add_time(begin.elapsed());
    assert!(status.is_ok_and(|status| status.is_ok_and(|status| status.success())), "curl did not send.");
}

/// One page of a database, brought to the same disk.
fn sync(data: &Path, series: &mut Series) {
    let mut file = File::create(data.join("sync")).expect("the folder can be written");
    for _ in 0..10 {
        file.write_all(&[7; 4096]).expect("the disk has room");
        let begin = Instant::now();
        file.sync_data().expect("the disk can be synced");
        series.add_time(begin.elapsed());
    }
}

impl Figures {
    fn new() -> Self {
        let time = || Series::new(Unit::Milliseconds);
        Self {
            first_byte: time(),
            committed: time(),
            settled: time(),
            notified: time(),
            curl_first_byte: time(),
            curl: time(),
            sync: time(),
            syncs: Vec::new(),
        }
    }

    fn report(&self) -> Measured {
        let mut measured = Measured::default();
        let own = [&self.committed, &self.first_byte, &self.settled, &self.notified].map(Series::shown);
        let none = || "–".to_owned();
        let curl = [none(), self.curl_first_byte.shown(), self.curl.shown(), none()];
        let row = |name: &str, cells: [String; 4]| [name.to_owned()].into_iter().chain(cells).collect();
        let head = ["", "committed", "first byte of the body", "answered and committed", "notification on the screen"];
        measured.table(&head, vec![row("Famulor SMS, from the key", own), row("curl, from its start", curl)]);
        measured.note(format!(
            "A sync of one page on the same disk: {}. Syncs between click and first byte, as the kernel saw them: {:?}.",
            self.sync.shown(),
            self.syncs
        ));
        let more = self.first_byte.median() - self.curl_first_byte.median();
        measured.goal("click to first byte under 15 ms more than curl's", format!("{more:.1} ms more"), more < 15.0);
        let exactly = self.syncs.iter().all(|syncs| *syncs == 2);
        measured.goal("exactly two synced commits before the first byte", format!("{:?}", self.syncs), exactly);
        measured
    }
}
